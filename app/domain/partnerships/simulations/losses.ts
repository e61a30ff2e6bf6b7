import { z } from "zod";
import { sixPlaces } from "#app/domain/partnerships/calculations/exact.ts";
import { bearLoss } from "#app/domain/partnerships/calculations/risk/bear-loss.ts";
import { expectPayoff, type PartyExpectation } from "#app/domain/partnerships/calculations/risk/expected-payoff.ts";
import { distancePpm, shareRatios } from "#app/domain/partnerships/calculations/risk/fairness.ts";
import { registerShares } from "#app/domain/partnerships/calculations/risk/risk-register.ts";
import type { ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import {
  areTooManyParties,
  byParty,
  label,
  MOST_EVENTS,
  MOST_PARTIES,
  MOST_SCHEDULES,
  nameTheSame,
  party,
  positiveVnd,
  ppm,
  ratioText,
  sharesOfWhole,
  sumVndText,
  vndText,
} from "#app/domain/partnerships/simulations/fields.ts";
import { inOrder, readShares, writeAmounts, writeShares } from "#app/domain/partnerships/simulations/party-json.ts";
import { at, partiesAsSent, simulation } from "#app/domain/partnerships/simulations/simulation.ts";
import { done } from "#app/platform/outcome.ts";
import { say } from "#app/platform/typed.ts";

const perParty = z.record(party, sumVndText);
const ratios = z.record(party, ratioText.nullable());

/** A loss spread by RISK shares within caps. Parties have no names here: they stand in the order of the lists. */
export const loss = simulation(
  z
    .strictObject({
      lossVnd: positiveVnd,
      riskPpm: z.array(ppm).min(1).max(MOST_PARTIES),
      capsVnd: z.array(positiveVnd.nullable()).max(MOST_PARTIES),
      priorVnd: z.array(positiveVnd).max(MOST_PARTIES).nullish(),
    })
    .superRefine(({ riskPpm, capsVnd, priorVnd }, ctx) => {
      const differ = { code: "custom", message: say("refusals:PARTIES_DIFFER") } as const;
      if (capsVnd.length !== riskPpm.length) ctx.addIssue({ ...differ, path: ["capsVnd"] });
      if (priorVnd && priorVnd.length !== riskPpm.length) ctx.addIssue({ ...differ, path: ["priorVnd"] });
    }),
  z.object({ partiesVnd: z.array(sumVndText), unallocatedVnd: sumVndText, rounds: z.int() }),
  ({ lossVnd, riskPpm, capsVnd, priorVnd }) => {
    const bearers = riskPpm.map((share, place) => ({
      party: String(place),
      riskPpm: share,
      capVnd: capOf(capsVnd[place]),
      priorVnd: BigInt(priorVnd?.[place] ?? "0"),
    }));
    const borne = bearLoss(BigInt(lossVnd), bearers);
    if (!borne.ok) return at(borne, "riskPpm");
    const { lines, unallocatedVnd, rounds } = borne.value;
    const partiesVnd = lines.map(({ amountVnd }) => amountVnd.toString());
    return done({ partiesVnd, unallocatedVnd: unallocatedVnd.toString(), rounds });
  },
);

const TABLES = ["capitalPpm", "riskPpm", "profitPpm", "capsVnd", "capitalVnd"] as const;

/** What each party may expect over scenarios, and how its shares stand to each other. */
export const expectedPayoff = simulation(
  z
    .strictObject({
      capitalPpm: sharesOfWhole,
      riskPpm: sharesOfWhole,
      profitPpm: sharesOfWhole,
      capsVnd: byParty(positiveVnd.nullable()),
      capitalVnd: byParty(positiveVnd),
      scenarios: z
        .array(z.strictObject({ scenario: label, pPpm: ppm, valueVnd: vndText }))
        .min(1)
        .max(MOST_SCHEDULES),
    })
    .superRefine((body, ctx) => {
      for (const table of TABLES) {
        if (!nameTheSame(body.capitalPpm, body[table]))
          ctx.addIssue({ code: "custom", path: [table], message: say("refusals:PARTIES_DIFFER") });
      }
    }),
  z.object({
    scenarios: z.array(z.object({ scenario: label, payoffVnd: perParty, unallocatedVnd: sumVndText })),
    expectedPayoffVnd: perParty,
    expectedLossVnd: perParty,
    expectedPayoffTotalVnd: sumVndText,
    expectedReturnOnCapital: ratios,
    profitToCapital: ratios,
    profitToRisk: ratios,
    riskToCapital: ratios,
    payoffPerExpectedLoss: ratios,
    tvdProfitVsCapitalPpm: ppm,
    tvdProfitVsRiskPpm: ppm,
    tvdRiskVsCapitalPpm: ppm,
  }),
  (body, sent) => {
    const parties = partiesAsSent(sent, TABLES);
    const [capital, risk, profit] = [body.capitalPpm, body.riskPpm, body.profitPpm].map((shares) =>
      readShares(inOrder(shares, parties)),
    );
    if (!capital || !risk || !profit) throw new Error("three tables were read");
    const stakes = parties.map((name, place) => ({
      party: name,
      profitPpm: profit[place]?.ppm ?? 0,
      riskPpm: risk[place]?.ppm ?? 0,
      capitalVnd: BigInt(body.capitalVnd[name] ?? "0"),
      capVnd: capOf(body.capsVnd[name]),
    }));
    const scenarios = body.scenarios.map(({ scenario, pPpm, valueVnd }) => ({
      name: scenario,
      probabilityPpm: pPpm,
      valueVnd: BigInt(valueVnd),
    }));
    const expected = expectPayoff(stakes, scenarios);
    if (!expected.ok) return at(expected, "scenarios");
    const told = expected.value;
    return done({
      scenarios: told.scenarios.map(({ name, payoff, unallocatedVnd }) => ({
        scenario: name,
        payoffVnd: writeAmounts(payoff),
        unallocatedVnd: unallocatedVnd.toString(),
      })),
      expectedPayoffVnd: tell(told.parties, ({ payoffVnd }) => payoffVnd.toString()),
      expectedLossVnd: tell(told.parties, ({ lossVnd }) => lossVnd.toString()),
      expectedPayoffTotalVnd: told.totalVnd.toString(),
      expectedReturnOnCapital: tell(told.parties, ({ returnOnCapital }) => sixPlaces(returnOnCapital)),
      payoffPerExpectedLoss: tell(told.parties, ({ payoffPerExpectedLoss }) => sixPlaces(payoffPerExpectedLoss)),
      ...fairness(capital, risk, profit),
    });
  },
);

function fairness(capital: readonly ShareLine[], risk: readonly ShareLine[], profit: readonly ShareLine[]) {
  const tellRatios = (over: readonly ShareLine[], under: readonly ShareLine[]) =>
    Object.fromEntries(shareRatios(over, under).map(({ party: name, ratio }) => [name, sixPlaces(ratio)]));
  return {
    profitToCapital: tellRatios(profit, capital),
    profitToRisk: tellRatios(profit, risk),
    riskToCapital: tellRatios(risk, capital),
    tvdProfitVsCapitalPpm: distancePpm(profit, capital),
    tvdProfitVsRiskPpm: distancePpm(profit, risk),
    tvdRiskVsCapitalPpm: distancePpm(risk, capital),
  };
}

function tell<Told>(
  parties: readonly PartyExpectation[],
  told: (party: PartyExpectation) => Told,
): Record<string, Told> {
  return Object.fromEntries(parties.map((one) => [one.party, told(one)]));
}

function capOf(text: string | null | undefined): bigint | null {
  return text === null || text === undefined ? null : BigInt(text);
}

/** RISK shares as the register of risks tells them. */
export const riskRegister = simulation(
  z.strictObject({
    rows: z
      .array(
        z.strictObject({ category: label, probabilityPpm: ppm, impactVnd: positiveVnd, allocationPpm: sharesOfWhole }),
      )
      .min(1)
      .max(MOST_EVENTS)
      .refine(
        (rows) => !areTooManyParties(rows.map(({ allocationPpm }) => allocationPpm)),
        say("refusals:TOO_MANY_PARTIES", { max: MOST_PARTIES }),
      ),
  }),
  z.object({ perPartyVnd: perParty, derivedRiskSharesPpm: z.record(party, ppm) }),
  ({ rows }) => {
    const derived = registerShares(
      rows.map(({ probabilityPpm, impactVnd, allocationPpm }) => ({
        probabilityPpm,
        impactVnd: BigInt(impactVnd),
        allocation: readShares(allocationPpm),
      })),
    );
    if (!derived.ok) return at(derived, "rows");
    const { expectedLoss, shares } = derived.value;
    return done({ perPartyVnd: writeAmounts(expectedLoss), derivedRiskSharesPpm: writeShares(shares) });
  },
);
