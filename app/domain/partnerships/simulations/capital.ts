import { z } from "zod";
import { type DatedAmount, disbursementOn } from "#app/domain/partnerships/calculations/capital/disbursement.ts";
import { internalRateOfReturn } from "#app/domain/partnerships/calculations/capital/internal-rate.ts";
import { netPresentValue } from "#app/domain/partnerships/calculations/capital/net-present-value.ts";
import { paidInOn } from "#app/domain/partnerships/calculations/capital/paid-in.ts";
import { millionths } from "#app/domain/partnerships/calculations/exact.ts";
import {
  areTooManyParties,
  byParty,
  day,
  MOST_EVENTS,
  MOST_PARTIES,
  MOST_YEARS,
  party,
  positiveVnd,
  ppm,
  ratioText,
  sumVndText,
  vndText,
  whole,
} from "#app/domain/partnerships/simulations/fields.ts";
import { readAmounts, writeAmounts, writeShares } from "#app/domain/partnerships/simulations/party-json.ts";
import { at, simulation } from "#app/domain/partnerships/simulations/simulation.ts";
import { done, refuse } from "#app/platform/outcome.ts";
import { say } from "#app/platform/typed.ts";

const days = z.array(day).max(MOST_EVENTS);

/** Who has paid in how much on each day asked for. */
export const capitalTimeline = simulation(
  z.strictObject({
    events: z
      .array(z.strictObject({ date: day, changesVnd: byParty(vndText) }))
      .max(MOST_EVENTS)
      .refine(
        (events) => !areTooManyParties(events.map(({ changesVnd }) => changesVnd)),
        say("refusals:TOO_MANY_PARTIES", { max: MOST_PARTIES }),
      ),
    asOf: days,
  }),
  z.object({
    asOf: z.array(
      z.object({
        asOf: day,
        balances: z.record(party, sumVndText),
        totalVnd: sumVndText,
        paidInSharesPpm: z.record(party, ppm).nullable(),
      }),
    ),
  }),
  ({ events, asOf }) => {
    const changes = events.map(({ date, changesVnd }) => ({ on: date, changes: readAmounts(changesVnd) }));
    const known = paidInOn(changes, asOf);
    if (!known.ok) {
      const place = known.code === "EVENTS_NOT_SORTED" ? "date" : "changesVnd";
      return at(known, `events.${known.field}.${place}`);
    }
    return done({
      asOf: known.value.map(({ asOf: on, balances, totalVnd, shares }) => ({
        asOf: on,
        balances: writeAmounts(balances),
        totalVnd: totalVnd.toString(),
        paidInSharesPpm: shares && writeShares(shares),
      })),
    });
  },
);

/** How far the payments have come against the plan on each day asked for. */
export const disbursement = simulation(
  z.strictObject({
    plan: z.array(z.tuple([day, positiveVnd])).max(MOST_EVENTS),
    actual: z.array(z.tuple([day, vndText])).max(MOST_EVENTS),
    asOf: days,
  }),
  z.object({
    asOf: z.array(
      z.object({
        asOf: day,
        plannedCumVnd: sumVndText,
        actualCumVnd: sumVndText,
        absorptionPpm: z.int().nullable(),
        arrearsVnd: sumVndText,
      }),
    ),
  }),
  ({ plan, actual, asOf }) => {
    const told = asOf.map((on) => disbursementOn(on, plan.map(readDated), actual.map(readDated)));
    const beyond = told.findIndex(({ absorptionPpm }) => !Number.isSafeInteger(Number(absorptionPpm ?? 0n)));
    if (beyond >= 0) return refuse("RATE_TOO_LARGE", { field: `asOf.${beyond}` });
    return done({
      asOf: told.map(({ asOf: on, absorptionPpm, ...amounts }) => ({
        asOf: on,
        plannedCumVnd: amounts.plannedCumVnd.toString(),
        actualCumVnd: amounts.actualCumVnd.toString(),
        absorptionPpm: absorptionPpm === null ? null : Number(absorptionPpm),
        arrearsVnd: amounts.arrearsVnd.toString(),
      })),
    });
  },
);

function readDated([on, text]: readonly [string, string]): DatedAmount {
  return { on, amountVnd: BigInt(text) };
}

/** What yearly flows are worth today, and the rate at which they are worth nothing. */
export const npvIrr = simulation(
  z.strictObject({ flowsVnd: z.array(vndText).min(1).max(MOST_YEARS), ratePpm: whole.min(-999_999) }),
  z.object({ npvVnd: sumVndText, irr: ratioText.nullable() }),
  ({ flowsVnd, ratePpm }) => {
    const flows = flowsVnd.map(BigInt);
    const irr = internalRateOfReturn(flows);
    return done({ npvVnd: netPresentValue(flows, ratePpm).toString(), irr: irr === null ? null : millionths(irr) });
  },
);
