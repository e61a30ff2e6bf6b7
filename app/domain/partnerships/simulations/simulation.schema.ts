import { z } from "zod";
import { readDate } from "#app/platform/typed.ts";

const MOST_PARTIES = 50;
const MOST_SCHEDULES = 200;

/** Đồng as a decimal string of a whole number. */
export const vndText = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .meta({ description: "đồng, a whole number as a decimal string", examples: ["43200000000"] });

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => readDate(text) === text)
  .meta({ description: "a calendar day", examples: ["2026-11-21"] });

/** Parts per million, or a count: a whole JSON number. */
const whole = z.int().min(-1_000_000_000).max(1_000_000_000);

const party = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,31}$/)
  .refine((name) => name !== "EMPTY");

const openPeriod = { from: day, to: day.nullish() };

const line = z.strictObject({ party, ppm: whole });

const schedule = z.strictObject({
  ...openPeriod,
  lines: z.array(line).max(MOST_PARTIES),
  isNew: z.boolean().nullish(),
});

/** The body of each kind of `POST /api/v1/simulations/{kind}` (docs/api.md). Unknown fields are refused. */
export const SIMULATION_INPUTS = {
  allocation: z.strictObject({
    total: vndText,
    weightsPpm: z
      .array(whole.min(0))
      .min(1)
      .max(MOST_PARTIES)
      .refine((weights) => weights.some((weight) => weight > 0), "needs a weight above 0"),
  }),
  amount: z.strictObject({ text: z.string().max(200) }),
  "share-schedules": z.strictObject({
    agreement: z.strictObject(openPeriod),
    membership: z
      .record(party, z.strictObject(openPeriod))
      .refine((members) => Object.keys(members).length <= MOST_PARTIES, "names too many parties"),
    schedules: z.array(schedule).max(MOST_SCHEDULES),
    lastDistributionEnd: day.nullish(),
  }),
} as const;

/** The answer of each kind. */
export const SIMULATION_ANSWERS = {
  allocation: z.object({ parts: z.array(vndText) }),
  amount: z.object({
    vnd: vndText.nullable(),
    why: z.enum(["UNREADABLE", "AMBIGUOUS", "IMPLAUSIBLE", "NOT_WHOLE"]).optional(),
  }),
  "share-schedules": z.object({ errors: z.array(z.string()) }),
} as const;

export type SimulationKind = keyof typeof SIMULATION_INPUTS;

export const SIMULATION_KINDS = [
  "allocation",
  "amount",
  "share-schedules",
] as const satisfies readonly SimulationKind[];
