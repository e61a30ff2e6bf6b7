import { type DemoOrganisation, type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import { DEMO_FAILURES } from "#app/demo/partnerships/risks/failed.ts";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { askAcceptance, decideAcceptance } from "#app/domain/partnerships/acceptance/decide.server.ts";
import { joinSeal, sealFile } from "#app/domain/partnerships/acceptance/seal.server.ts";
import { declareFailed } from "#app/domain/partnerships/failing/declare.server.ts";

type Table = {
  code: string;
  people: DemoPeople;
  until: Until;
  parties: readonly { organisation: DemoOrganisation }[];
};

const HOUR_MS = 3_600_000;

/** What the parties of an agreement seal before its outcome; nothing where no failure is planned. */
export async function tellSeals(productCode: string, table: Table): Promise<void> {
  const plan = DEMO_FAILURES[productCode];
  if (!plan) return;
  const { code, until } = table;
  const at = new Date(`${plan.sealedOn}T02:00:00Z`);
  await until(at);
  const password = DEMO_PASSWORD;
  const { number: file, textSha256 } = legally(
    await sealFile(speaker(table, 0), code, { ...plan.content, password }, at),
  );
  for (const [later, place] of plan.joinedBy.entries()) {
    const joinedAt = new Date(at.getTime() + 24 * (later + 1) * HOUR_MS);
    await until(joinedAt);
    legally(await joinSeal(speaker(table, place), code, { file, textSha256, password }, joinedAt));
  }
}

/** The lead declares that it failed, and the State body that is no party decides on what was sealed. */
export async function tellFailure(productCode: string, table: Table): Promise<void> {
  const plan = DEMO_FAILURES[productCode];
  if (!plan) return;
  const { code, people, until } = table;
  const { report, lessons } = plan;
  const failedAt = new Date(`${plan.failedOn}T03:00:00Z`);
  await until(failedAt);
  const final = { report, lessons, evidenceSha256: null, password: DEMO_PASSWORD };
  legally(await declareFailed(speaker(table, 0), code, final, failedAt));
  const askedAt = new Date(`${plan.askedOn}T03:00:00Z`);
  await until(askedAt);
  const authorityId = people.organisations.find(({ key }) => key === "thuong-truc")?.id ?? "";
  const asked = { file: 1, loss: { productCode, number: 1 }, authorityId };
  legally(await askAcceptance(speaker(table, 0), code, asked, askedAt));
  const decidedAt = new Date(`${plan.decidedOn}T07:00:00Z`);
  await until(decidedAt);
  const found = { procedureFollowed: true, noFraud: true, noMisuse: true, ...plan.found };
  const criteriaMet = plan.content.criteria.map((_, place) => place + 1);
  const decision = { file: 1, criteriaMet, decision: "ACCEPTED" as const, ...found };
  legally(await decideAcceptance(people.actors.steering, code, decision, decidedAt));
}

function speaker({ parties, code }: Table, place: number) {
  const party = parties[place];
  if (!party) throw new Error(`No party ${place} in ${code}.`);
  return party.organisation.representative;
}
