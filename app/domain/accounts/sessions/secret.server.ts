import { createHash, randomBytes } from "node:crypto";

/** What stands in a table in the place of a secret: session ids and one-time links are kept as their hash alone. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A secret of 256 bits for a link, and what stands in the table in its place. */
export function newSecret(): { secret: string; tokenHash: string } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, tokenHash: hashToken(secret) };
}

/** Whether a text has the form of such a secret at all. */
export function isSecret(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{43}$/.test(text);
}
