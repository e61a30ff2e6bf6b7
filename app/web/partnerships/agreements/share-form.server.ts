import {
  MOST_PERIODS,
  readColumn,
  shareField,
  shareKey,
  withRemainder,
} from "#app/domain/partnerships/agreements/share-cells.ts";
import {
  readShareTable,
  type ShareFault,
  type SharePeriod,
  type ShareTableFacts,
  shareTableFaults,
  type TypedPeriod,
} from "#app/domain/partnerships/agreements/share-table.ts";
import { remainingPpm, SHARE_DIMENSIONS } from "#app/domain/partnerships/share-schedule.ts";
import { sharesOf, type VariantParty } from "#app/domain/partnerships/workbench/variant.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { typedDay } from "#app/platform/typed.ts";
import { periodsIn } from "#app/ui/partnerships/share-form/periods-in.ts";
import { remainderSentence } from "#app/ui/partnerships/share-sentences.ts";
import { refusalSentence } from "#app/web/form.server.ts";

type Schedule = {
  dimension: (typeof SHARE_DIMENSIONS)[number];
  from: string;
  to: string | null;
  lines: readonly { memberId: string; ppm: number }[];
};

/** What is recorded, as the form holds it: a period starts wherever a schedule of any dimension does. */
export function recordedShares(schedules: readonly Schedule[], from: string, lang: Language): FormState {
  const { percentDigits } = formatter(lang);
  const starts = [...new Set([from, ...schedules.map((schedule) => schedule.from)])].sort();
  const values: FormState["values"] = {};
  for (const [place, start] of starts.entries()) {
    if (place > 0) values[`periods[${place}].from`] = typedDay(start);
    for (const schedule of schedules) {
      if (schedule.from > start || (schedule.to !== null && schedule.to <= start)) continue;
      for (const { memberId, ppm } of schedule.lines)
        values[shareField(place, schedule.dimension, memberId)] = percentDigits(ppm);
    }
  }
  return { values, errors: {} };
}

/** The shares of a variant of the workbench as the form holds them: one period, the agreement's own days. */
export function variantShares(parties: readonly VariantParty[], lang: Language): FormState {
  const { percentDigits } = formatter(lang);
  const cells = SHARE_DIMENSIONS.flatMap((dimension) =>
    sharesOf(parties, dimension).map(
      ({ party, ppm }) => [shareField(0, dimension, party), percentDigits(ppm)] as const,
    ),
  );
  return { values: Object.fromEntries(cells), errors: {} };
}

/** Reads the table and says at each field, in words, what stands against recording it. */
export function readShareForm(
  typed: readonly TypedPeriod[],
  facts: ShareTableFacts,
  form: FormState,
  lang: Language,
): { periods: SharePeriod[]; form: FormState } {
  const read = readShareTable(typed, facts);
  const faults = read.faults.length > 0 ? read.faults : shareTableFaults(read.periods, facts);
  const errors: FormState["errors"] = { ...form.errors };
  for (const fault of faults) errors[fault.field] = [...(errors[fault.field] ?? []), sentenceOf(fault, lang)];
  return { periods: read.periods, form: { ...form, errors } };
}

function sentenceOf(fault: ShareFault, lang: Language): string {
  const { code, totalPpm = 0, remainderPpm = 0 } = fault;
  const sums =
    code === "SUM_NOT_100" ? remainderSentence({ totalPpm, remainderPpm }, translator(lang), formatter(lang)) : null;
  return sums ?? refusalSentence({ ok: false, code }, lang);
}

/** Gives what is left of a column to a party (`{dimension}.{period}.{member}`), as the page does where scripts run. */
export function giveRemainder(give: string, form: FormState, facts: ShareTableFacts, lang: Language): FormState {
  const [name, place, memberId] = give.split(".");
  const dimension = SHARE_DIMENSIONS.find((one) => one === name);
  const period = Number(place);
  if (!dimension || !memberId || !Number.isInteger(period) || period < 0 || period >= MOST_PERIODS) return form;
  const textOf = (id: string) => String(form.values[shareField(period, dimension, id)] ?? "");
  const { lines, unreadable } = readColumn(facts.parties.map(({ id }) => ({ partyId: id, text: textOf(id) })));
  if (unreadable.length > 0 || !facts.parties.some(({ id }) => id === memberId)) return form;
  const ppm = withRemainder(textOf(memberId), remainingPpm(lines));
  if (ppm === null) return form;
  const { percentDigits } = formatter(lang);
  return { ...form, values: { ...form.values, [shareField(period, dimension, memberId)]: percentDigits(ppm) } };
}

/** One more period with the shares of the last one, whose first day is still to be typed. */
export function addPeriod(form: FormState, facts: ShareTableFacts): FormState {
  const count = periodsIn(form.values);
  if (count >= MOST_PERIODS) return form;
  const values = { ...form.values, [`periods[${count}].from`]: "" };
  for (const dimension of SHARE_DIMENSIONS)
    for (const { id } of facts.parties)
      values[shareField(count, dimension, id)] = form.values[`periods[${count - 1}].${shareKey(dimension, id)}`] ?? "";
  return { ...form, values };
}

/** The form without its last period; the first one stays. */
export function removePeriod(form: FormState): FormState {
  const last = periodsIn(form.values) - 1;
  if (last === 0) return form;
  const kept = Object.entries(form.values).filter(([name]) => !name.startsWith(`periods[${last}].`));
  return { ...form, values: Object.fromEntries(kept) };
}
