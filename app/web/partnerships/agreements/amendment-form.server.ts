import { dayInVietnam, laterDay } from "#app/domain/obligations/calendar.ts";
import type { InsideAgreement, InsidePartnership } from "#app/domain/partnerships/members/queries.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { typedDay } from "#app/platform/typed.ts";
import { recordedShares } from "./share-form.server.ts";

/** The form of an amendment as it is first seen: the first day of the coming month, and the shares that hold then. */
export function amendmentForm({ from, to, schedules }: InsideAgreement, lang: Language): FormState {
  const coming = firstOfNextMonth(dayInVietnam(new Date()));
  const day = coming < from || (to !== null && coming >= to) ? from : coming;
  const reaching = schedules
    .filter((schedule) => schedule.to === null || schedule.to > day)
    .map((schedule) => ({ ...schedule, from: laterDay(day, schedule.from) }));
  const { values, errors } = recordedShares(reaching, day, lang);
  return { values: { ...values, effectiveFrom: typedDay(day) }, errors };
}

/** Those who joined and are still members on a day. */
export function membersOn({ members }: InsidePartnership, day: string) {
  return members.filter(({ joined, to }) => joined && (to === null || to > day));
}

function firstOfNextMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${next[0]}-${String(next[1]).padStart(2, "0")}-01`;
}
