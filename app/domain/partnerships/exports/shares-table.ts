import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { ReadRunLine } from "../distributions/read-run.ts";
import type { PublicPartnership } from "../queries.server.ts";
import type { ShareDimension } from "../share-schedule.ts";

type Party = { identifier: string; names: Texts; house: House };

/** One share as a row; `until` is the first day outside, null without end. Superseded ones stay, with their instant. */
export type ShareRow = Party & {
  product: string;
  dimension: ShareDimension;
  from: string;
  until: string | null;
  ppm: number;
  recordedAt: string;
  supersededAt: string | null;
};

/** ppm as per cent with four places and a point, whatever the language: 333333 → 33.3333. */
export function percentText(ppm: number): string {
  return `${Math.floor(ppm / 10_000)}.${String(ppm % 10_000).padStart(4, "0")}`;
}

export type RunRow = {
  product: string;
  run: number;
  kind: "DISTRIBUTION" | "LOSS";
  from: string;
  until: string;
  tier: ReadRunLine["tier"];
  /** null for tax, reserve, and authors, who are one amount */
  party: Party | null;
  amountVnd: string;
  compensates: number | null;
  lockedAt: string | null;
  inputsSha256: string;
};

/** A row for every line of every locked run, by agreement and number. */
export function runRows({ agreements, members }: PublicPartnership): RunRow[] {
  return agreements.flatMap(({ productCode, runs }) =>
    runs.flatMap((run) =>
      run.lines.map(({ tier, memberId, amountVnd }) => ({
        ...{ product: productCode, run: run.number, kind: run.kind, from: run.from, until: run.to, tier, amountVnd },
        party: members.find(({ id }) => id === memberId) ?? null,
        ...{ compensates: run.compensates, lockedAt: run.endedAt, inputsSha256: run.inputsSha256 },
      })),
    ),
  );
}
