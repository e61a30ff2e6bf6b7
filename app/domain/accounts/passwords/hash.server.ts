import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id, 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each run takes 19 MiB and a core: more at once would only push each other aside. */
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];
let dummy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), COST));
}

/** Whether the password is that of the hash. Without a hash the same work is done, and the answer is no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hash(randomBytes(16), COST);
  const against = stored ?? (await dummy);
  const fits = await inTurn(() => verify(against, password.normalize("NFC")));
  return fits && stored !== null;
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
