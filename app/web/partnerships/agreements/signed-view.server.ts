import type { PublicAgreement } from "#app/domain/partnerships/queries.server.ts";
import type { entriesOf } from "#app/domain/record/queries.server.ts";
import { lastDay, type PartyView, partiesIn, signatureRows, stretchesView } from "../partnership-view.server.ts";
import { amendmentView } from "./amendment-view.server.ts";
import { runView } from "./distribution-view.server.ts";

type Entries = Awaited<ReturnType<typeof entriesOf>>;

/** A signed agreement as the public reads it, with its amendments and locked runs, each at its entry of the record. */
export function signedView(agreement: PublicAgreement, parties: readonly PartyView[], entries: Entries) {
  const signers = partiesIn(parties, agreement.schedules);
  return {
    ...agreement,
    amendments: agreement.amendments
      .map((amendment) => ({
        ...amendmentView(amendment, parties),
        entry: entryOf(entries, "amendment.signed", amendment.textSha256),
      }))
      .reverse(),
    lastOn: lastDay(agreement.to),
    runs: agreement.runs
      .map((run) => ({ ...runView(run, parties), entry: entryOf(entries, "distribution.locked", run.inputsSha256) }))
      .reverse(),
    appraisals: agreement.appraisals.map((one) => ({
      ...one,
      entry:
        one.outcome &&
        entryOf(
          entries,
          `${one.amendment === null ? "agreement" : "amendment"}.${one.outcome.toLowerCase()}`,
          one.textSha256,
        ),
    })),
    parties: signers,
    signatures: signatureRows(signers, agreement.signatures),
    stretches: stretchesView(agreement.schedules),
    entry: entryOf(entries, "agreement.signed", agreement.textSha256),
  };
}

/** Where the public record says that the text of a hash was signed, or the run of a hash locked. */
function entryOf(entries: Entries, kind: string, hash: string) {
  return entries.find((entry) => entry.kind === kind && entry.payload.includes(hash)) ?? null;
}
