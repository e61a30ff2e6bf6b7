import type { Tx } from "#prisma/client.server.ts";
import { inOrder, standingOf } from "../../profile/right.ts";
import type { FiledRight, Report, RightEvent } from "../../reports/report.ts";
import { asDate, asDateOrNull } from "../dated.ts";
import { readRights } from "./rights.server.ts";

type Verified = Report & { id: string };
type By = { personId: string; at: Date };

/** What a verified report says stands among the facts of the profile from now on; periods are facts where they are. */
export async function keepFact(tx: Tx, resultId: string, report: Verified, by: By): Promise<void> {
  const { said, id, evidence } = report;
  switch (said.kind) {
    case "READINESS": {
      const seen = { level: said.level, onDate: asDate(said.onDate), recordedAt: by.at };
      await tx.readinessObservation.create({ data: { resultId, evidence, reportId: id, ...seen } });
      return;
    }
    case "ACT": {
      const { act, counterparty, territory, revenueVnd } = said;
      const verified = { verifiedAt: by.at, verifiedById: by.personId };
      const common = { resultId, evidence, reportId: id, onDate: asDate(said.onDate) };
      const data = { ...common, kind: act, counterparty, territory, revenueVnd, ...verified };
      await tx.exploitationAct.create({ data });
      return;
    }
    case "RIGHT":
      await keepRight(tx, resultId, report, said);
      return;
    case "RIGHT_EVENT":
      await keepEvent(tx, resultId, report, said);
      return;
    default:
  }
}

async function keepRight(tx: Tx, resultId: string, { id, number }: Verified, said: FiledRight): Promise<void> {
  const { right: kind, office, applicationNo, onDate, disclosedOn, expiresOn, owners } = said;
  const events = [{ kind: "FILED" as const, onDate, reference: "", report: number }];
  await tx.ipRight.create({
    data: {
      ...{ resultId, kind, office, applicationNo, owners, events, reportId: id },
      ...{ status: standingOf(events).status, filedOn: asDate(onDate) },
      ...{ disclosedBeforeFilingOn: asDateOrNull(disclosedOn), expiresOn: asDateOrNull(expiresOn) },
    },
  });
}

/** A right gains the event and stands where its events now put it; the number of a first filing becomes its own. */
async function keepEvent(tx: Tx, resultId: string, { number }: Verified, said: RightEvent): Promise<void> {
  const right = (await readRights(tx, resultId)).find(({ id }) => id === said.rightId);
  if (!right) throw new Error(`No right ${said.rightId} for report ${number}.`);
  const { event: kind, onDate, reference, expiresOn } = said;
  const events = inOrder([...right.events, { kind, onDate, reference, report: number }]);
  const { status, filedOn, grantedOn } = standingOf(events);
  const isNumbered = kind === "FILED" && right.applicationNo === "";
  await tx.ipRight.update({
    where: { id: right.id },
    data: {
      ...{ events, status, filedOn: asDateOrNull(filedOn), grantedOn: asDateOrNull(grantedOn) },
      ...(expiresOn === null ? {} : { expiresOn: asDate(expiresOn) }),
      ...(isNumbered ? { applicationNo: reference } : {}),
    },
  });
}
