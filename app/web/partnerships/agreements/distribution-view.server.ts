import { memberAt } from "#app/domain/partnerships/amendments/amendment.ts";
import type { Preview } from "#app/domain/partnerships/distributions/propose.server.ts";
import type { ReadRun } from "#app/domain/partnerships/distributions/read-run.ts";
import { lastDay, type PartyView } from "../partnership-view.server.ts";

/** A run as pages show it: each line with its party, who approved it, and its last day. */
export function runView(run: ReadRun, everybody: readonly PartyView[]) {
  const partyOf = (id: string | null) => everybody.find((party) => party.id === id) ?? null;
  const { approvals, lines, to, ...shown } = run;
  return {
    ...shown,
    lastOn: lastDay(to) ?? to,
    isLawful: BigInt(run.authorsVnd) >= BigInt(run.authorsMinimumVnd),
    lines: lines.map(({ tier, memberId, author, amountVnd }) => ({
      tier,
      party: partyOf(memberId),
      author,
      amountVnd,
    })),
    approvals: approvals.flatMap(({ memberId, post, approvedAt }) => {
      const party = partyOf(memberId);
      return party ? [{ party, post, approvedAt }] : [];
    }),
  };
}

/** What a run would give, as the page shows it; a line's party is found by its place. */
export function previewView(
  { inputs, lines, totalVnd, result }: Preview,
  members: readonly { id: string; position: number }[],
  everybody: readonly PartyView[],
) {
  const idAt = memberAt(members);
  return {
    ...inputs.period,
    kind: inputs.kind,
    totalVnd: String(totalVnd),
    authorsVnd: String(result.authorsVnd),
    authorsMinimumVnd: String(result.authorsMinimumVnd),
    lines: lines.map(({ tier, party, author, amountVnd }) => ({
      tier,
      party: party === null ? null : (everybody.find(({ id }) => id === idAt(party)) ?? null),
      author,
      amountVnd: String(amountVnd),
    })),
  };
}
