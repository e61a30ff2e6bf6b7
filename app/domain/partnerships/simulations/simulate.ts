import type { z } from "zod";
import { parseAmountVnd } from "#app/domain/catalogue/amount.ts";
import { allocate } from "#app/domain/partnerships/allocation.ts";
import { checkSchedules, type Schedule } from "#app/domain/partnerships/share-schedule.ts";
import type { SIMULATION_INPUTS } from "#app/domain/partnerships/simulations/simulation.schema.ts";

type Input<Kind extends keyof typeof SIMULATION_INPUTS> = z.output<(typeof SIMULATION_INPUTS)[Kind]>;

/** `total` đồng split by weights, by largest remainder (docs/domain.md, shares and rounding). Parts in the order given. */
export function simulateAllocation({ total, weightsPpm }: Input<"allocation">) {
  return { parts: allocate(BigInt(total), weightsPpm).map(String) };
}

/** The amount that a text names, in đồng, or why it names none. */
export function simulateAmount({ text }: Input<"amount">) {
  const amount = parseAmountVnd(text);
  return amount.vnd === null ? { vnd: null, why: amount.why } : { vnd: amount.vnd.toString() };
}

/** What is wrong with the schedules of one dimension: invariants I1 to I3, each code once, sorted. */
export function simulateShareSchedules(input: Input<"share-schedules">) {
  const schedules = input.schedules.map((given): Schedule => ({ ...given, isNew: given.isNew ?? false }));
  return { errors: checkSchedules({ ...input, schedules }) };
}
