import type { Tx } from "#prisma/client.server.ts";
import type { PartInput } from "../result.schema.ts";

type Values<Part extends PartInput["part"]> = Extract<PartInput, { part: Part }>["values"];

/** Puts the rows of one part in the place of those that stood there. Parts without rows are left alone. */
export async function writeRows(tx: Tx, resultId: string, input: PartInput): Promise<void> {
  switch (input.part) {
    case "readiness":
      await writeReadiness(tx, resultId, input.values);
      return;
    case "authors":
      await tx.resultAuthor.deleteMany({ where: { resultId } });
      await tx.resultAuthor.createMany({
        data: input.values.authors.map(({ name, affiliation, contribution }, index) => ({
          resultId,
          position: index + 1,
          name,
          affiliation,
          contributionPpm: contribution,
        })),
      });
      return;
    case "rights":
      await writeRights(tx, resultId, input.values);
      return;
    case "exploitation":
      await tx.exploitationAct.deleteMany({ where: { resultId } });
      await tx.exploitationAct.createMany({
        data: input.values.acts.map(({ onDate, revenue, ...act }) => ({
          resultId,
          ...act,
          onDate: asDate(onDate),
          revenueVnd: revenue,
        })),
      });
      return;
    case "funding":
      await tx.resultFunding.deleteMany({ where: { resultId } });
      await tx.resultFunding.createMany({
        data: input.values.funding.map(({ source, amount }) => ({ resultId, source, amountVnd: amount })),
      });
      return;
    default:
      return;
  }
}

async function writeReadiness(tx: Tx, resultId: string, { readiness }: Values<"readiness">): Promise<void> {
  await tx.readinessObservation.deleteMany({ where: { resultId } });
  await tx.readinessObservation.createMany({
    data: readiness.map(({ level, onDate, evidence }) => ({ resultId, level, onDate: asDate(onDate), evidence })),
  });
}

async function writeRights(tx: Tx, resultId: string, { rights }: Values<"rights">): Promise<void> {
  await tx.ipRight.deleteMany({ where: { resultId } });
  await tx.ipRight.createMany({
    data: rights.map(({ filedOn, grantedOn, disclosedOn, ...right }) => ({
      resultId,
      ...right,
      filedOn: asDateOrNull(filedOn),
      grantedOn: asDateOrNull(grantedOn),
      disclosedBeforeFilingOn: asDateOrNull(disclosedOn),
    })),
  });
}

function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function asDateOrNull(day: string | null): Date | null {
  return day === null ? null : asDate(day);
}
