import { beforeAll } from "vitest";
import { hashPassword } from "#app/domain/accounts/passwords/hash.server.ts";
import { db } from "#prisma/client.server.ts";
import { active } from "../distributions/runs.ts";

export const PASSWORD = "ba con kiến bò ngang";

let passwordHash: string;

/** Everybody can confirm with PASSWORD once `mayConfirm` was called. */
export function withPasswords(): void {
  beforeAll(async () => {
    passwordHash = await hashPassword(PASSWORD);
  });
}

/** Whoever is there by now. */
export function mayConfirm() {
  return db().person.updateMany({ data: { passwordHash } });
}

/** A signed agreement in force, whose people can confirm what they do. */
export async function running() {
  const facts = await active();
  await mayConfirm();
  return facts;
}
