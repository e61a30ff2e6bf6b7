import { createHash, type KeyObject, sign } from "node:crypto";

/** The public half of a signing key, as C2SP signed notes write it: `name+id+base64`. */
export type PublicKey = { name: string; id: string; vkey: string };

const ED25519 = Buffer.of(1);

/** Names a key: its id is the beginning of a SHA-256 over its name, its algorithm and its 32 bytes. */
export function publicKeyOf(name: string, key: KeyObject): PublicKey {
  const bytes = Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url");
  const id = createHash("sha256").update(`${name}\n`).update(ED25519).update(bytes).digest("hex").slice(0, 8);
  return { name, id, vkey: `${name}+${id}+${Buffer.concat([ED25519, bytes]).toString("base64")}` };
}

/** The name, id and bytes of a key that the record holds. */
export function readVkey(vkey: string): PublicKey & { publicKey: string } {
  const [name = "", id = "", ...rest] = vkey.split("+");
  const bytes = Buffer.from(rest.join("+"), "base64");
  return { name, id, vkey, publicKey: bytes.subarray(1).toString("base64") };
}

/** A signed tree head: a C2SP checkpoint with the time as its one extension line. */
export function signHead(head: { size: number; root: Buffer; at: Date }, by: PublicKey, key: KeyObject): string {
  const text = `${by.name}\n${head.size}\n${head.root.toString("base64")}\ntime ${head.at.toISOString()}\n`;
  const signature = Buffer.concat([Buffer.from(by.id, "hex"), sign(null, Buffer.from(text), key)]);
  return `${text}\n— ${by.name} ${signature.toString("base64")}\n`;
}

/** What the former key says of its successor, in base64. */
export function endorse(vkey: string, former: KeyObject): string {
  return sign(null, Buffer.from(endorsementOf(vkey)), former).toString("base64");
}

/** The text that the former key signs. */
export function endorsementOf(vkey: string): string {
  return `ba-nha record key\n${vkey}\n`;
}
