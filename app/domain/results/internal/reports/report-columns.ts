import type { Said } from "../../reports/report.ts";
import { asDate, asDateOrNull } from "../dated.ts";

/** What a report says, in the columns of its kind. */
export function reportColumns(said: Said) {
  switch (said.kind) {
    case "READINESS":
      return { kind: said.kind, level: said.level, onDate: asDate(said.onDate) };
    case "ACT": {
      const { kind, act, counterparty, territory, revenueVnd, onDate } = said;
      return { kind, act, counterparty, territory, revenueVnd, onDate: asDate(onDate) };
    }
    case "RIGHT": {
      const { kind, right: rightKind, office, applicationNo, onDate, disclosedOn, expiresOn, owners } = said;
      const days = {
        onDate: asDate(onDate),
        disclosedOn: asDateOrNull(disclosedOn),
        expiresOn: asDateOrNull(expiresOn),
      };
      return { kind, rightKind, office, applicationNo, owners, ...days };
    }
    case "RIGHT_EVENT": {
      const { right: rightKind, onDate, expiresOn, ...rest } = said;
      return { ...rest, rightKind, onDate: asDate(onDate), expiresOn: asDateOrNull(expiresOn) };
    }
    default: {
      const { from, to, ...rest } = said;
      return { ...rest, periodFrom: asDate(from), periodTo: asDate(to) };
    }
  }
}
