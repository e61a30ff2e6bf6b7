import { z } from "zod";
import { checkShareLines } from "#app/domain/partnerships/share-schedule.ts";
import { readDate, say } from "#app/platform/typed.ts";

export const MOST_PARTIES = 50;
export const MOST_SCHEDULES = 200;
export const MOST_EVENTS = 1000;
export const MOST_YEARS = 60;

/** Đồng as a decimal string of a whole number. */
export const vndText = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .meta({ description: "đồng, a whole number as a decimal string", examples: ["43200000000"] });

/** The same, at least 0. */
export const positiveVnd = vndText.refine((text) => !/^-0*[1-9]/.test(text), say("refusals:NEGATIVE_AMOUNT"));

/** A sum in an answer: it may have more digits than an amount that is sent. */
export const sumVndText = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ description: "đồng, a whole number as a decimal string" });

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => readDate(text) === text, "is not a day of the calendar")
  .meta({ description: "a calendar day", examples: ["2026-11-21"] });

/** Parts per million, or a count: a whole JSON number. */
export const whole = z.int().min(-1_000_000_000).max(1_000_000_000);

/** A share, a rate or a probability of at most the whole. */
export const ppm = z
  .int()
  .min(0)
  .max(1_000_000)
  .meta({ description: "parts per million", examples: [350_000] });

export const party = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,31}$/)
  .refine((name) => name !== "EMPTY", "EMPTY is the coalition of nobody");

/** What somebody calls a row, a scenario or a candidate. */
export const label = z.string().min(1).max(200);

/** A decimal string of six places. */
export const ratioText = z
  .string()
  .regex(/^-?\d+\.\d{6}$/)
  .meta({ description: "six decimal places, half-even", examples: ["0.666667"] });

/** One value for each party; their order is the order received, and it decides ties. */
export function byParty<Value extends z.ZodType>(value: Value) {
  return z
    .record(party, value)
    .refine(
      (parties) => Object.keys(parties).length <= MOST_PARTIES,
      say("refusals:TOO_MANY_PARTIES", { max: MOST_PARTIES }),
    );
}

/** Shares of the parties that make the whole. */
export const sharesOfWhole = byParty(ppm).superRefine((shares, ctx) => {
  const lines = Object.entries(shares).map(([name, share]) => ({ party: name, ppm: share }));
  for (const fault of checkShareLines(lines)) ctx.addIssue({ code: "custom", message: say(`refusals:${fault}`) });
});

/** Whether several objects together name more parties than one calculation takes. */
export function areTooManyParties(objects: readonly Readonly<Record<string, unknown>>[]): boolean {
  return new Set(objects.flatMap(Object.keys)).size > MOST_PARTIES;
}

/** Whether two objects name the same parties, in whatever order. */
export function nameTheSame(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  return (
    Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((it) => Object.hasOwn(other, it))
  );
}
