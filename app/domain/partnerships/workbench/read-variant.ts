import { parseAmountVnd } from "#app/domain/catalogue/amount.ts";
import { parseSharePercent, type ShareTextFault } from "#app/domain/catalogue/share-text.ts";
import { AUTHOR_REWARD_POINTS } from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import type { Scenario } from "#app/domain/partnerships/calculations/risk/expected-payoff.ts";
import { hasControlCharacters } from "#app/platform/typed.ts";
import { readColumn, shareKey } from "../agreements/share-cells.ts";
import { SHARE_DIMENSIONS } from "../share-schedule.ts";
import {
  capKey,
  LONGEST_NAME,
  MOST_SCENARIOS,
  MOST_YEARS,
  type Variant,
  type VariantFault,
  type VariantFaultCode,
  type VariantTiers,
  variantFaults,
} from "./variant.ts";

// Reads what is typed into the workbench, in the browser as on the server.

export type TypedFaultCode =
  | VariantFaultCode
  | ShareTextFault
  | `AMOUNT_${"MISSING" | "UNREADABLE" | "AMBIGUOUS" | "IMPLAUSIBLE" | "NOT_WHOLE"}`
  | "TEXT_TOO_LONG"
  | "TEXT_UNREADABLE"
  | "NAME_MISSING"
  | "CHANCE_MISSING"
  | "CHOICE_UNKNOWN";
export type TypedFault = VariantFault<TypedFaultCode>;

export type ReadVariant = { name: string; variant: Variant; faults: TypedFault[] };

/** What stands in a field of one variant; nothing where it was not sent. */
export type TextAt = (key: string) => string;

export function scenarioKey(number: number, part: "name" | "chance" | "value"): string {
  return `scenario-${number}-${part}`;
}

export function yearKey(number: number): string {
  return `year-${number}`;
}

/**
 * Reads one variant out of its fields, for these parties in their order, and says everything that is wrong with it,
 * each at its field: cells that cannot be read, and where all can, what keeps it from being weighed. An empty share or
 * rate is 0, an empty cap none, an empty row of a scenario nothing, years after the last one typed do not count.
 */
export function readVariant(textAt: TextAt, partyIds: readonly string[]): ReadVariant {
  const faults: TypedFault[] = [];
  const read: Reader = { textAt, faults };
  const columns = SHARE_DIMENSIONS.map((dimension) => {
    const texts = partyIds.map((id) => ({ partyId: id, text: textAt(shareKey(dimension, id)) }));
    const { lines, unreadable } = readColumn(texts);
    for (const { partyId, code } of unreadable) faults.push({ code, field: shareKey(dimension, partyId) });
    return new Map(lines.map(({ party, ppm }) => [party, ppm]));
  });
  const [capital, risk, profit] = columns;
  const total = amountAt(read, "total");
  if (total === null && textAt("total").trim() === "") faults.push({ code: "AMOUNT_MISSING", field: "total" });
  const variant: Variant = {
    parties: partyIds.map((party) => ({
      party,
      capitalPpm: capital?.get(party) ?? 0,
      riskPpm: risk?.get(party) ?? 0,
      profitPpm: profit?.get(party) ?? 0,
      capVnd: amountAt(read, capKey(party)),
    })),
    capitalVnd: total ?? 0n,
    scenarios: scenariosIn(read),
    profitsVnd: yearsIn(read),
    discountPpm: rateAt(read, "discount"),
    reservePpm: rateAt(read, "reserve"),
    preferredPpm: rateAt(read, "preferred"),
    tiers: tiersIn(read),
  };
  const name = nameAt(read, "name");
  // what cannot be read makes every sum look wrong
  const sums = faults.some(({ field }) => field !== "total") ? [] : variantFaults(variant);
  return { name, variant, faults: [...faults, ...sums] };
}

type Reader = { textAt: TextAt; faults: TypedFault[] };

function amountAt({ textAt, faults }: Reader, field: string): bigint | null {
  const text = textAt(field);
  if (text.trim() === "") return null;
  const amount = parseAmountVnd(text, { field: "DONG" });
  if (amount.vnd === null) faults.push({ code: `AMOUNT_${amount.why}`, field });
  return amount.vnd;
}

function rateAt({ textAt, faults }: Reader, field: string): number {
  const text = textAt(field);
  if (text.trim() === "") return 0;
  const rate = parseSharePercent(text);
  if (rate.ok) return rate.value;
  faults.push({ code: rate.code, field });
  return 0;
}

function nameAt({ textAt, faults }: Reader, field: string): string {
  const name = textAt(field).normalize("NFC").replace(/\s+/gu, " ").trim();
  if ([...name].length > LONGEST_NAME) faults.push({ code: "TEXT_TOO_LONG", field });
  if (hasControlCharacters(name)) faults.push({ code: "TEXT_UNREADABLE", field });
  return name;
}

function scenariosIn(read: Reader): Scenario[] {
  const scenarios: Scenario[] = [];
  for (let number = 1; number <= MOST_SCENARIOS; number += 1) {
    const [nameKey, chanceKey, valueKey] = [
      scenarioKey(number, "name"),
      scenarioKey(number, "chance"),
      scenarioKey(number, "value"),
    ];
    const isEmpty = [nameKey, chanceKey, valueKey].every((key) => read.textAt(key).trim() === "");
    if (isEmpty) continue;
    const name = nameAt(read, nameKey);
    if (name === "") read.faults.push({ code: "NAME_MISSING", field: nameKey });
    if (read.textAt(chanceKey).trim() === "") read.faults.push({ code: "CHANCE_MISSING", field: chanceKey });
    if (read.textAt(valueKey).trim() === "") read.faults.push({ code: "AMOUNT_MISSING", field: valueKey });
    scenarios.push({ name, probabilityPpm: rateAt(read, chanceKey), valueVnd: amountAt(read, valueKey) ?? 0n });
  }
  return scenarios;
}

function yearsIn(read: Reader): bigint[] {
  const numbers = Array.from({ length: MOST_YEARS }, (_none, place) => place + 1);
  const last = numbers.findLast((number) => read.textAt(yearKey(number)).trim() !== "") ?? 0;
  return numbers.slice(0, last).map((number) => amountAt(read, yearKey(number)) ?? 0n);
}

function tiersIn(read: Reader): VariantTiers | null {
  const host = read.textAt("host").trim();
  const rates = {
    budgetFundedPpm: rateAt(read, "budget"),
    authorRewardRatePpm: rateAt(read, "author"),
    intermediaryRatePpm: rateAt(read, "intermediary"),
  };
  const typed = read.textAt("point") || "R2_HOST";
  const authorRewardPoint = AUTHOR_REWARD_POINTS.find((point) => point === typed);
  if (!authorRewardPoint) read.faults.push({ code: "CHOICE_UNKNOWN", field: "point" });
  if (host === "" || !authorRewardPoint) return null;
  return { host, authorRewardPoint, ...rates };
}
