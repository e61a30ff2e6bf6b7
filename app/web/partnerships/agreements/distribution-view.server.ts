import { memberAt } from "#app/domain/partnerships/amendments/amendment.ts";
import { type LossBearer, lossRounds } from "#app/domain/partnerships/calculations/risk/bear-loss.ts";
import type { Preview } from "#app/domain/partnerships/distributions/propose.server.ts";
import type { ReadRun } from "#app/domain/partnerships/distributions/read-run.ts";
import { bearersOf, type RunInputs } from "#app/domain/partnerships/distributions/run.ts";
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

/** Where each party's and each author's statement of a locked run stands; authors come after the parties. */
export function statementLinks(
  run: ReadRun,
  { here, placeNames }: { here: string; placeNames: Readonly<Record<string, string>> },
) {
  const inputs: RunInputs = JSON.parse(run.inputs);
  const base = `${here}/distributions/${run.number}/statements`;
  const authors = inputs.kind === "DISTRIBUTION" ? inputs.authors : [];
  return [
    ...inputs.parties.map(({ party, name }) => ({ name: placeNames[party] ?? name, href: `${base}/party-${party}` })),
    ...authors.map(({ name }, place) => ({ name, href: `${base}/author-${place + 1}`, isAuthor: true })),
  ];
}

/** How a loss goes round by round; null for a run of profit. Only for those who may read the inputs: caps are theirs. */
export function roundsView(
  inputs: RunInputs,
  members: readonly { id: string; position: number }[],
  everybody: readonly PartyView[],
) {
  if (inputs.kind !== "LOSS") return null;
  const bearers = bearersOf(inputs);
  const rounds = lossRounds(BigInt(inputs.lossVnd), bearers);
  if (!rounds.ok) return null;
  const idAt = memberAt(members);
  return rounds.value.map(({ offered, taken, leftVnd }, place) => ({
    number: place + 1,
    leftVnd: String(leftVnd),
    rows: offered.flatMap(({ party, amountVnd }) => {
      const shown = everybody.find(({ id }) => id === idAt(Number(party)));
      const takes = taken.find((one) => one.party === party);
      const roomVnd = roomOf(bearers.find((one) => one.party === party));
      const takenVnd = takes ? String(takes.amountVnd) : null;
      return shown ? [{ party: shown, offeredVnd: String(amountVnd), takenVnd, roomVnd }] : [];
    }),
  }));
}

function roomOf(bearer: LossBearer | undefined): string | null {
  if (!bearer || bearer.capVnd === null) return null;
  const room = bearer.capVnd - (bearer.priorVnd ?? 0n);
  return String(room > 0n ? room : 0n);
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
    rounds: roundsView(inputs, members, everybody),
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
