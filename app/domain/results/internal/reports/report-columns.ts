import type { Said } from "../../reports/report.ts";
import { asDate } from "../dated.ts";

/** What a report says, in the columns of its kind. */
export function reportColumns(said: Said) {
  switch (said.kind) {
    case "READINESS":
      return { kind: said.kind, level: said.level, onDate: asDate(said.onDate) };
    case "ACT": {
      const { kind, act, counterparty, territory, revenueVnd, onDate } = said;
      return { kind, act, counterparty, territory, revenueVnd, onDate: asDate(onDate) };
    }
    default: {
      const { from, to, ...rest } = said;
      return { ...rest, periodFrom: asDate(from), periodTo: asDate(to) };
    }
  }
}
