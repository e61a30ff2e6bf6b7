import { legally } from "#app/demo/accounts.server.ts";
import type { Until, When } from "#app/demo/chronicle.ts";
import type { InitiativeCast } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeAppeal } from "#app/domain/initiatives/appeal/close-appeal.server.ts";
import { fileAppeal } from "#app/domain/initiatives/appeal/file-appeal.server.ts";
import { openPanel } from "#app/domain/initiatives/appeal/open-panel.server.ts";
import { voteOnAppeal } from "#app/domain/initiatives/appeal/vote.server.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { correctDecision } from "#app/domain/initiatives/decision/correct.server.ts";
import { decide } from "#app/domain/initiatives/decision/decide.server.ts";
import type { Fate } from "../plan.ts";
import { COUNCIL_WORDS } from "./words.ts";

type Decided = { cast: InitiativeCast; code: string };

/** A decision is taken and stays sealed until a moment ahead. */
export async function sealAcceptance(
  { cast, code }: Decided,
  reason: string,
  publishAt: Date,
  at: Date,
): Promise<void> {
  const input = { kind: "ACCEPTED", reason, language: "vi", legalRef: "", publishAt } as const;
  legally(await decide(cast.intakeHead, code, input, at));
}

/** The first decision named a wrong figure: a second one puts it right, and both stay to be read. */
export async function correctFirst({ cast, code }: Decided, at: Date): Promise<void> {
  const input = { reason: COUNCIL_WORDS.corrected, language: "vi", legalRef: "", number: 1 } as const;
  legally(await correctDecision(cast.intakeHead, code, input, at));
}

/** The proposer appeals, and people without an earlier part hear it; `from` is the day of the appeal. */
export async function tellAppeal(
  { cast, code, secondChair, fate }: Decided & { secondChair: Actor; fate: Fate },
  from: number,
  when: When,
  until: Until,
): Promise<void> {
  const { appeal } = fate;
  if (!appeal) return;
  await until(when(from));
  legally(await fileAppeal(cast.proposer, code, { text: COUNCIL_WORDS.appeal, language: "vi" }, when(from)));
  const panel = cast.evaluators.slice(3, 6);
  await until(when(from + 5));
  const named = { evaluatorIds: panel.map(({ personId }) => personId) };
  legally(await openPanel(secondChair, code, named, when(from + 5)));
  for (const [place, member] of panel.slice(0, appeal === "open" ? 1 : panel.length).entries()) {
    const at = when(from + 8 + place);
    await until(at);
    legally(await declareNoConflict(member, code, at));
    const vote = place === 2 || appeal === "upheld" ? "UPHOLD" : "REOPEN";
    legally(await voteOnAppeal(member, code, { vote, voteReason: COUNCIL_WORDS.votes[place] ?? "" }, at));
  }
  if (appeal === "open") return;
  await until(when(from + 14));
  const reason = COUNCIL_WORDS[appeal];
  legally(await closeAppeal(secondChair, code, { reason, language: "vi" }, when(from + 14)));
}
