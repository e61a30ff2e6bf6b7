import { activateDue } from "#app/domain/partnerships/agreements/activate-due.server.ts";
import { runSchema } from "#app/domain/partnerships/distributions/distribution.schema.ts";
import { putApproval } from "#app/domain/partnerships/internal/signing/put-approval.server.ts";
import { db } from "#prisma/client.server.ts";
import { agreed, type MoreTerms, signBy } from "../people.ts";

export const NEW_YEAR = new Date("2028-02-01T03:00:00Z");
export type Facts = Awaited<ReturnType<typeof active>>;

/** A signed agreement in force, with terms as asked. */
export async function active(more: MoreTerms = {}) {
  const facts = await agreed(more);
  await signBy(facts);
  await activateDue(new Date("2027-01-01T03:00:00Z"));
  return facts;
}

/** Case E: 48 billion of revenue, 26 of costs, 4 of depreciation, remuneration of 10 % on half the profit. */
export function year(more: Record<string, unknown> = {}) {
  return runSchema.parse({
    intent: "propose",
    kind: "DISTRIBUTION",
    from: "01/01/2027",
    lastOn: "31/12/2027",
    revenue: "48 tỷ",
    opex: "26 tỷ",
    depreciation: "4 tỷ",
    ipRemuneration: "10",
    ipFactor: "50",
    authors: "",
    loss: "",
    unallocatedTo: "",
    compensates: "",
    ...more,
  });
}

export function actorAt(facts: Facts, place: number) {
  const found = facts.bodies[place];
  if (!found) throw new Error("nobody there");
  return found.actor;
}

export async function approve(facts: Facts, places: readonly number[]) {
  const run = await db().distributionRun.findFirstOrThrow({
    where: { agreement: { partnership: { code: facts.code } }, state: "PROPOSED" },
  });
  const answers = [];
  for (const place of places)
    answers.push(
      await putApproval(
        actorAt(facts, place),
        facts,
        { memberId: facts.memberIds[place] ?? "", inputsSha256: run.inputsSha256 },
        NEW_YEAR,
      ),
    );
  return answers;
}
