import { z } from "zod";
import { maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { parseAmountVnd } from "#app/domain/catalogue/amount.ts";
import { maybeSharePpm } from "#app/domain/catalogue/share.schema.ts";
import type { StoredUpload } from "#app/platform/files/files.server.ts";
import { date, line, maybeWhole, oneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { EXPLOITATION_KINDS } from "../exploitation.ts";
import { required } from "../internal/typed-rows.ts";
import { LENGTHS } from "../result.schema.ts";
import { REPORT_KINDS, REPORT_VERDICTS, type ReportKind, type Said } from "./report.ts";
import { monthsOf } from "./revenue.ts";
import { filedRight, rightEvent, type TypedRight, type TypedRightEvent } from "./right-report.schema.ts";

/** Lengths in characters. Source: docs/domain.md, "The way to the market". */
export const REPORT_LENGTHS = {
  evidence: { min: 10, max: 600 },
  reason: { max: 2_000 },
  note: { min: 20, max: 2_000 },
} as const;

/** The most months of one period. */
export const MOST_MONTHS = 12;

/** A month as people type it, 09/2026 or 2026-09, given back as its first day. */
function month() {
  return line({ min: 1, max: 20 }).transform((text, ctx): string => {
    const [, early, lateYear] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
    const [, earlyYear, late] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
    const [year, at] = [Number(lateYear ?? earlyYear), Number(early ?? late)];
    if (year >= 1990 && year <= 2200 && at >= 1 && at <= 12) return `${year}-${String(at).padStart(2, "0")}-01`;
    if (text !== "") ctx.addIssue({ code: "custom", message: say("errors:month") });
    return z.NEVER;
  });
}

/** An amount that must be given; `signed`: it may lie below nothing, written with a minus. */
function amount({ signed = false } = {}) {
  return line({ min: 1, max: 80 }).transform((text, ctx): bigint => {
    if (text === "") return z.NEVER;
    const read = parseAmountVnd(text, { field: "DONG" });
    if (read.vnd !== null && (signed || read.vnd >= 0n)) return read.vnd;
    ctx.addIssue({ code: "custom", message: say(`errors:amount.${read.vnd === null ? read.why : "NEGATIVE"}`) });
    return z.NEVER;
  });
}

const shown = {
  evidence: line(REPORT_LENGTHS.evidence),
  reason: prose(REPORT_LENGTHS.reason).transform((text) => (text === "" ? null : text)),
};
const period = { first: month(), last: month(), sumsPublic: ticked() };

type Problem = { field: string; key: string };

function complain(ctx: z.RefinementCtx, problems: readonly (Problem | false)[]): void {
  for (const problem of problems)
    if (problem) ctx.addIssue({ code: "custom", path: [problem.field], message: say(problem.key) });
}

function periodOf({ first, last }: { first: string; last: string }): { from: string; to: string } {
  const next = new Date(`${last}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { from: first, to: next.toISOString().slice(0, 10) };
}

function periodProblems(typed: { first: string; last: string }): (Problem | false)[] {
  const months = monthsOf(periodOf(typed));
  return [
    months < 1 && { field: "last", key: "errors:period_backwards" },
    months > MOST_MONTHS && { field: "last", key: "errors:period_long" },
  ];
}

const readiness = z
  .object({ level: required(maybeWhole({ min: 1, max: 9 })), onDate: date(), ...shown })
  .transform(({ level, onDate, ...rest }) => ({
    ...{ ...rest, interestId: null },
    said: { kind: "READINESS", level, onDate } satisfies Said,
  }));

const act = z
  .object({
    act: oneOf(EXPLOITATION_KINDS),
    onDate: date(),
    counterparty: line({ max: 200 }),
    territory: line({ max: 120 }),
    revenue: maybeAmountVnd(),
    interest: z.union([z.uuid(), z.literal("")]).optional(),
    ...shown,
  })
  .transform(({ evidence, reason, revenue, interest, ...rest }) => ({
    ...{ evidence, reason, interestId: interest || null },
    said: { kind: "ACT", ...rest, revenueVnd: revenue } satisfies Said,
  }));

const revenue = z
  .object({ ...period, gross: amount(), cost: amount(), profitAfterTax: amount({ signed: true }), ...shown })
  .transform(({ evidence, reason, gross, cost, profitAfterTax, sumsPublic, ...typed }, ctx) => {
    const isTooHigh = profitAfterTax > gross - cost;
    complain(ctx, [...periodProblems(typed), isTooHigh && { field: "profitAfterTax", key: "errors:profit_too_high" }]);
    const sums = { grossVnd: gross, costVnd: cost, profitAfterTaxVnd: profitAfterTax };
    const said = { kind: "REVENUE", ...periodOf(typed), ...sums, sumsPublic } satisfies Said;
    return { evidence, reason, interestId: null, said };
  });

const localisation = z
  .object({
    ...period,
    price: maybeAmountVnd(),
    domesticValueAdded: maybeAmountVnd(),
    cost: maybeAmountVnd(),
    domesticCost: maybeAmountVnd(),
    coreTech: maybeSharePpm(),
    domesticDemand: maybeSharePpm(),
    ...shown,
  })
  .transform(({ evidence, reason, sumsPublic, first, last, ...seen }, ctx) => {
    const { price, domesticValueAdded, cost, domesticCost, coreTech, domesticDemand } = seen;
    const isEmpty = price === null && cost === null && coreTech === null && domesticDemand === null;
    complain(ctx, [
      ...periodProblems({ first, last }),
      ...pairProblems("price", price, "domesticValueAdded", domesticValueAdded),
      ...pairProblems("cost", cost, "domesticCost", domesticCost),
      isEmpty && { field: "price", key: "errors:nothing_measured" },
    ]);
    const sums = {
      ...{ priceVnd: price, domesticValueAddedVnd: domesticValueAdded, costVnd: cost, domesticCostVnd: domesticCost },
      ...{ coreTechPpm: coreTech, domesticDemandPpm: domesticDemand },
    };
    const said = { kind: "LOCALISATION", ...periodOf({ first, last }), ...sums, sumsPublic } satisfies Said;
    return { evidence, reason, interestId: null, said };
  });

function pairProblems(
  whole: string,
  wholeVnd: bigint | null,
  part: string,
  partVnd: bigint | null,
): (Problem | false)[] {
  return [
    wholeVnd === null && partVnd !== null && { field: whole, key: "errors:required" },
    wholeVnd !== null && partVnd === null && { field: part, key: "errors:required" },
    wholeVnd !== null && partVnd !== null && partVnd > wholeVnd && { field: part, key: "errors:part_above_whole" },
  ];
}

const evidenced = z.object(shown);

/** Of a right: what is typed of it, and what shows it. */
function ofRight<Typed extends TypedRight | TypedRightEvent>(schema: z.ZodType<Typed>) {
  return z.intersection(
    schema.transform((said) => ({ said, interestId: null })),
    evidenced,
  );
}

/** What a host types to report, kind by kind; names are those of the form's fields. */
export const REPORT_SCHEMAS = {
  READINESS: readiness,
  ACT: act,
  REVENUE: revenue,
  LOCALISATION: localisation,
  RIGHT: ofRight(filedRight),
  RIGHT_EVENT: ofRight(rightEvent),
} as const;
/** The documents that come with a report, for everybody or not; one that is held since its form came back by its hash alone. */
export type Attached = { files: readonly (StoredUpload | Pick<StoredUpload, "sha256">)[]; isPublic: boolean };

/** `interestId`: the accepted interest behind an act; null where it is none. */
export type ReportInput = {
  said: Exclude<Said, { kind: "RIGHT" | "RIGHT_EVENT" }> | TypedRight | TypedRightEvent;
  evidence: string;
  reason: string | null;
  interestId: string | null;
  attached?: Attached | undefined;
};

/** A kind as addresses name it. */
export function addressOf(kind: ReportKind): string {
  return kind.toLowerCase().replaceAll("_", "-");
}

/** The kind that an address names; undefined where it names none. */
export function reportKindOf(name: string | undefined): ReportKind | undefined {
  return REPORT_KINDS.find((kind) => addressOf(kind) === name);
}

export const verdictSchema = z.object({ verdict: oneOf(REPORT_VERDICTS), note: prose(REPORT_LENGTHS.note) });
export type VerdictInput = z.infer<typeof verdictSchema>;

export const discontinueSchema = z.object({
  reason: prose({ min: LENGTHS.note.least, max: REPORT_LENGTHS.reason.max }),
  evidence: line({ max: REPORT_LENGTHS.evidence.max }),
});
export type DiscontinueInput = z.infer<typeof discontinueSchema>;
