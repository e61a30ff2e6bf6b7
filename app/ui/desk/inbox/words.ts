import type { DutyKind } from "#app/domain/initiatives/inbox/inbox.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { dutyWords } from "#app/ui/board/board-words.ts";

/** What must be done, in words; a seat has those of the evaluator's desk. */
export function inboxDutyWords(t: Translate, kind: DutyKind): string {
  if (kind === "SEAT_DECLARATION") return t("desk:evaluator.stage.declare");
  if (kind === "SEAT_SCORE") return t("inbox:seatScore");
  return dutyWords(t, kind);
}
