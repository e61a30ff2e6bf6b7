import { activateDue } from "#app/domain/partnerships/agreements/activate-due.server.ts";
import { agreeDraft } from "#app/domain/partnerships/agreements/agree-draft.server.ts";
import { openAgreement } from "#app/domain/partnerships/agreements/open-agreement.server.ts";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import { recordTerms } from "#app/domain/partnerships/terms/record-terms.server.ts";
import { column, must, type Negotiated, negotiated, signBy, terms } from "../people.ts";

const NO_STATE = [750_000, 0, 250_000];

export function periods(memberIds: readonly string[], capital: readonly number[], from: string) {
  const even = column(memberIds, [333_334, 333_333, 333_333]);
  return [{ from, shares: { CAPITAL: column(memberIds, capital), RISK: even, PROFIT: even } }];
}

export function actorAt({ bodies }: Negotiated, place: number) {
  const found = bodies[place];
  if (!found) throw new Error("nobody there");
  return found.actor;
}

/** In force, the second party a State body without capital: nobody had to appraise it. */
export async function stateless(capital: readonly number[] = NO_STATE): Promise<Negotiated> {
  const facts = await negotiated();
  await inForce(facts, capital);
  return facts;
}

/** A second agreement of the kind, on another product. */
export async function alsoOn(facts: Negotiated, productCode: string): Promise<void> {
  const opened = { validFrom: "2027-01-01", validTo: "2029-01-01", hasStateMoney: false, profitConfidential: false };
  must(await openAgreement(actorAt(facts, 0), facts.code, { productCode, ...opened }));
  await inForce({ ...facts, productCode }, NO_STATE);
}

async function inForce(facts: Negotiated, capital: readonly number[]) {
  const lead = actorAt(facts, 0);
  must(await recordShares(lead, facts.code, facts.productCode, periods(facts.memberIds, capital, "2027-01-01")));
  must(await recordTerms(lead, facts, terms(facts)));
  const { textSha256 } = must(await agreeDraft(lead, facts.code, facts.productCode));
  await signBy({ ...facts, textSha256 });
  await activateDue(new Date("2027-01-01T03:00:00Z"));
}
