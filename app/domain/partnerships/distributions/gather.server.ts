import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { allocate } from "../allocation.ts";
import { linesOn } from "../amendments/amended-schedules.ts";
import { type LockedAgreement, type LockedPartnership, openAmendment } from "../internal/locked.server.ts";
import { currentSchedules, partiesFrom, type RecordedSchedule } from "../internal/schedules.server.ts";
import type { ShareDimension } from "../share-schedule.ts";
import { termsIn } from "../terms/terms.ts";
import type { RunForm } from "./distribution.schema.ts";
import { ENGINE_VERSION, type RunInputs } from "./run.ts";
import { lockedRuns, type StoredRun } from "./stored-runs.server.ts";

export type Gathered = { inputs: RunInputs; compensated: StoredRun | null; standing: StoredRun[] };

/**
 * Gathers everything that a run is calculated from: shares in force, terms of the text that holds, legal parameters of
 * the period's last day, and what earlier locked runs left. Refuses OUTSIDE_THE_AGREEMENT at `from`; PERIOD_NOT_OVER, AMENDMENT_OPEN (one that would
 * change days of the period) and
 * SHARES_CHANGE_WITHIN (with the day) at `lastOn`; PERIOD_DISTRIBUTED at `from` (with the first free day);
 * COMPENSATES_UNKNOWN at `compensates` where that is not the newest locked distribution.
 */
export async function gatherInputs(
  tx: Tx,
  { partnership, agreement }: { partnership: LockedPartnership; agreement: LockedAgreement },
  form: RunForm,
  at: Date,
): Promise<Outcome<Gathered>> {
  const { kind, from, to } = form;
  if (from < agreement.from || (agreement.to !== null && to > agreement.to))
    return refuse("OUTSIDE_THE_AGREEMENT", { field: "from" });
  if (to > dayInVietnam(at)) return refuse("PERIOD_NOT_OVER", { field: "lastOn" });
  const amendment = await openAmendment(tx, agreement.id);
  if (amendment && amendment.effectiveFrom < to) return refuse("AMENDMENT_OPEN", { field: "lastOn" });
  const runs = await lockedRuns(tx, agreement.id);
  const base = baseOf(form, runs);
  if (!base.ok) return base;
  const schedules = await currentSchedules(tx, agreement.id);
  const dimension = kind === "LOSS" ? "RISK" : "PROFIT";
  const change = firstChange(schedules, dimension, form);
  if (change) return refuse("SHARES_CHANGE_WITHIN", { field: "lastOn", params: { day: addDays(change, -1) } });

  const lastDay = addDays(to, -1);
  const shared = {
    engine: ENGINE_VERSION,
    period: { from, to },
    parties: partiesIn(partnership, schedules, from),
    terms: termsIn(agreement.governingText),
    minimumRewardRatePpm: Number(await parameterOn("result.author-reward.minimum", lastDay, tx)),
    citRatePpm: Number(await parameterOn("tax.corporate-income", lastDay, tx)),
    brought: base.value.compensated?.inputs.brought ?? leftBy(runs.at(-1)),
  };
  return done({ ...base.value, inputs: { ...shared, ...statementOf(form, runs) } });
}

function baseOf(form: RunForm, runs: readonly StoredRun[]): Outcome<Pick<Gathered, "compensated" | "standing">> {
  const distributions = runs.filter(({ kind, compensates }) => kind === "DISTRIBUTION" && compensates === null);
  const newest = distributions.at(-1);
  if (form.compensates !== null) {
    const isNewest = newest?.number === form.compensates && runs.at(-1)?.kind === "DISTRIBUTION";
    const { from, to } = newest?.inputs.period ?? { from: "", to: "" };
    if (!isNewest || form.kind !== "DISTRIBUTION" || from !== form.from || to !== form.to)
      return refuse("COMPENSATES_UNKNOWN", { field: "compensates" });
    const standing = runs.filter(
      ({ number, compensates }) => number === newest.number || compensates === newest.number,
    );
    return done({ compensated: newest, standing });
  }
  const free = newest?.inputs.period.to;
  if (form.kind === "DISTRIBUTION" && free && form.from < free)
    return refuse("PERIOD_DISTRIBUTED", { field: "from", params: { day: free } });
  return done({ compensated: null, standing: [] });
}

/** The first day within a period on which the shares of a dimension change. */
function firstChange(
  schedules: readonly RecordedSchedule[],
  dimension: ShareDimension,
  { from, to }: { from: string; to: string },
): string | null {
  const starts = schedules.filter((one) => one.dimension === dimension && one.from > from && one.from < to);
  return starts.map((one) => one.from).sort()[0] ?? null;
}

function partiesIn(
  { members, totalValueVnd }: LockedPartnership,
  schedules: readonly RecordedSchedule[],
  day: string,
): RunInputs["parties"] {
  const named = partiesFrom(schedules, day);
  const parties = members.filter(({ id }) => named.has(id));
  const ppmOf = (dimension: ShareDimension, id: string) =>
    linesOn(schedules, dimension, day).find(({ party }) => party === id)?.ppm ?? 0;
  const capital = allocate(
    BigInt(totalValueVnd ?? 0),
    parties.map(({ id }) => ppmOf("CAPITAL", id)),
  );
  return parties.map(({ id, position, name }, place) => ({
    party: position,
    name,
    profitPpm: ppmOf("PROFIT", id),
    riskPpm: ppmOf("RISK", id),
    capitalVnd: String(capital[place] ?? 0n),
  }));
}

function leftBy(run: StoredRun | undefined): RunInputs["brought"] {
  return { lossVnd: run?.lossCarriedVnd ?? "0", preferredUnpaidVnd: run?.preferredUnpaidVnd ?? "0" };
}

function statementOf(form: RunForm, runs: readonly StoredRun[]) {
  if (form.kind === "LOSS") {
    const borne = runs.filter(({ kind }) => kind === "LOSS").flatMap(({ lines }) => lines);
    const places = new Set(borne.flatMap(({ party }) => (party === null ? [] : [party])));
    const prior = [...places]
      .sort((a, b) => a - b)
      .map((party) => ({
        party,
        lossVnd: String(borne.filter((line) => line.party === party).reduce((sum, line) => sum - line.amountVnd, 0n)),
      }));
    return { kind: "LOSS" as const, lossVnd: String(form.loss), prior };
  }
  return {
    kind: "DISTRIBUTION" as const,
    statement: {
      revenueVnd: String(form.revenue),
      opexVnd: String(form.opex),
      depreciationVnd: String(form.depreciation),
      ipRemunerationRatePpm: form.ipRemuneration,
      ipFactorPpm: form.ipFactor,
    },
    authors: form.authors,
  };
}
