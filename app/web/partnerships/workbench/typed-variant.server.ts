import { shareKey } from "#app/domain/partnerships/agreements/share-cells.ts";
import { SHARE_DIMENSIONS } from "#app/domain/partnerships/share-schedule.ts";
import { scenarioKey, yearKey } from "#app/domain/partnerships/workbench/read-variant.ts";
import { capKey, MOST_VARIANTS, sharesOf, type Variant } from "#app/domain/partnerships/workbench/variant.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { variantField, variantsIn } from "#app/ui/partnerships/workbench/variant-form.ts";

/** A variant as somebody would have typed it in a language, by the names of its fields. */
export function typedVariant(name: string, variant: Variant, lang: Language, place = 0): FormState["values"] {
  const { percentDigits } = formatter(lang);
  const cells: [string, string][] = [
    ["name", name],
    ["total", typedAmount(variant.capitalVnd, lang)],
    ...SHARE_DIMENSIONS.flatMap((dimension) =>
      sharesOf(variant.parties, dimension).map(({ party, ppm }): [string, string] => [
        shareKey(dimension, party),
        percentDigits(ppm),
      ]),
    ),
    ...variant.parties.flatMap(({ party, capVnd }): [string, string][] =>
      capVnd === null ? [] : [[capKey(party), typedAmount(capVnd, lang)]],
    ),
    ...variant.scenarios.flatMap((scenario, at): [string, string][] => [
      [scenarioKey(at + 1, "name"), scenario.name],
      [scenarioKey(at + 1, "chance"), percentDigits(scenario.probabilityPpm)],
      [scenarioKey(at + 1, "value"), typedAmount(scenario.valueVnd, lang)],
    ]),
    ...variant.profitsVnd.map((vnd, at): [string, string] => [yearKey(at + 1), typedAmount(vnd, lang)]),
    ["discount", percentDigits(variant.discountPpm)],
    ["reserve", percentDigits(variant.reservePpm)],
    ["preferred", percentDigits(variant.preferredPpm)],
    ...tierCells(variant, percentDigits),
  ];
  return Object.fromEntries(cells.map(([key, text]) => [variantField(place, key), text]));
}

function tierCells({ tiers }: Variant, percentDigits: (ppm: number) => string): [string, string][] {
  if (!tiers) return [];
  return [
    ["host", tiers.host],
    ["point", tiers.authorRewardPoint],
    ["budget", percentDigits(tiers.budgetFundedPpm)],
    ["author", percentDigits(tiers.authorRewardRatePpm)],
    ["intermediary", percentDigits(tiers.intermediaryRatePpm)],
  ];
}

/** đồng as people type them: "30 tỷ" where that is exact, else every digit. */
export function typedAmount(vnd: bigint, lang: Language): string {
  const { moneyShort, number } = formatter(lang);
  const isRound = vnd % 1_000_000n === 0n && (vnd >= 1_000_000_000n || vnd <= -1_000_000_000n);
  return isRound ? moneyShort(vnd).replace(/\s(₫|VND)$/u, "") : number(vnd);
}

/** One more variant behind the others; null where the page holds as many as it compares. */
export function withVariant(form: FormState, name: string, variant: Variant, lang: Language): FormState | null {
  const place = variantsIn(form.values);
  if (place >= MOST_VARIANTS) return null;
  return { ...form, values: { ...form.values, ...typedVariant(name, variant, lang, place) } };
}

/** One more variant, which starts as the last one stands, readable or not. */
export function withCopy(form: FormState, nameOf: (name: string) => string): FormState | null {
  const place = variantsIn(form.values);
  if (place >= MOST_VARIANTS) return null;
  const last = variantField(place - 1, "");
  const copied = Object.entries(form.values).flatMap(([field, value]) =>
    field.startsWith(last) ? [[variantField(place, field.slice(last.length)), value] as const] : [],
  );
  const values = { ...form.values, ...Object.fromEntries(copied) };
  const name = values[variantField(place, "name")];
  if (typeof name === "string" && name !== "") values[variantField(place, "name")] = nameOf(name);
  return { ...form, values };
}

/** The form without one of its variants; those behind it move up. One stays. */
export function withoutVariant(form: FormState, place: number): FormState {
  const count = variantsIn(form.values);
  if (count === 1 || place >= count) return form;
  const kept = Object.entries(form.values).flatMap(([field, value]) => {
    const [, at, key] = /^variants\[(\d{1,3})\]\.(.*)$/.exec(field) ?? [];
    if (at === undefined || key === undefined) return [[field, value] as const];
    if (Number(at) === place) return [];
    return [[variantField(Number(at) > place ? Number(at) - 1 : Number(at), key), value] as const];
  });
  return { ...form, values: Object.fromEntries(kept) };
}
