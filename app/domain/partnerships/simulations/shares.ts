import { z } from "zod";
import { parseAmountVnd } from "#app/domain/catalogue/amount.ts";
import { allocate } from "#app/domain/partnerships/allocation.ts";
import { sharesAfterExit } from "#app/domain/partnerships/calculations/capital/exit.ts";
import { checkSchedules, type Schedule } from "#app/domain/partnerships/share-schedule.ts";
import {
  byParty,
  day,
  MOST_PARTIES,
  MOST_SCHEDULES,
  party,
  ppm,
  sharesOfWhole,
  vndText,
  whole,
} from "#app/domain/partnerships/simulations/fields.ts";
import { readShares, writeShares } from "#app/domain/partnerships/simulations/party-json.ts";
import { at, simulation } from "#app/domain/partnerships/simulations/simulation.ts";
import { done } from "#app/platform/outcome.ts";

/** `total` đồng split by weights, by largest remainder. Parts in the order given. */
export const allocation = simulation(
  z.strictObject({
    total: vndText,
    weightsPpm: z
      .array(whole.min(0))
      .min(1)
      .max(MOST_PARTIES)
      .refine((weights) => weights.some((weight) => weight > 0), "needs a weight above 0"),
  }),
  z.object({ parts: z.array(vndText) }),
  ({ total, weightsPpm }) => done({ parts: allocate(BigInt(total), weightsPpm).map(String) }),
);

/** The amount that a text names, in đồng, or why it names none. */
export const amount = simulation(
  z.strictObject({ text: z.string().max(200) }),
  z.object({
    vnd: vndText.nullable(),
    why: z.enum(["UNREADABLE", "AMBIGUOUS", "IMPLAUSIBLE", "NOT_WHOLE"]).optional(),
  }),
  ({ text }) => {
    const read = parseAmountVnd(text);
    return done(read.vnd === null ? { vnd: null, why: read.why } : { vnd: read.vnd.toString() });
  },
);

const openPeriod = { from: day, to: day.nullish() };

const schedule = z.strictObject({
  ...openPeriod,
  lines: z.array(z.strictObject({ party, ppm: whole })).max(MOST_PARTIES),
  isNew: z.boolean().nullish(),
});

/** What is wrong with the schedules of one dimension: invariants I1 to I3, each code once, sorted. */
export const shareSchedules = simulation(
  z.strictObject({
    agreement: z.strictObject(openPeriod),
    membership: byParty(z.strictObject(openPeriod)),
    schedules: z.array(schedule).max(MOST_SCHEDULES),
    lastDistributionEnd: day.nullish(),
  }),
  z.object({ errors: z.array(z.string()) }),
  (input) => {
    const schedules = input.schedules.map((given): Schedule => ({ ...given, isNew: given.isNew ?? false }));
    return done({ errors: checkSchedules({ ...input, schedules }) });
  },
);

/** The shares of those who stay when one party leaves. */
export const exit = simulation(
  z.strictObject({ before: sharesOfWhole, leaver: party }),
  z.object({ afterPpm: z.record(party, ppm) }),
  ({ before, leaver }) => {
    const after = sharesAfterExit(readShares(before), leaver);
    if (!after.ok) return at(after, after.code === "LEAVER_NOT_A_PARTY" ? "leaver" : "before");
    return done({ afterPpm: writeShares(after.value) });
  },
);
