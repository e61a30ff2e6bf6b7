import path from "node:path";
import { readdir, readFile } from "node:fs/promises";
import type { z } from "zod";
import {
  actionPlanSchema,
  catalogueSchema,
  centralBodiesSchema,
  crosswalkSchema,
  fieldsOfScienceSchema,
  legalInstrumentsSchema,
  legalParametersSchema,
  productGuidanceSchema,
  provincesSchema,
  readinessLevelsSchema,
  workingYearSchema,
} from "./reference.schema.ts";

const folder = path.resolve("prisma/reference");

/** Every file of reference data that goes into the database, read and checked. Throws, naming the file, when one is wrong. */
export async function readReference() {
  const names = (await readdir(folder)).sort();
  const all = <Schema extends z.ZodType>(pattern: RegExp, schema: Schema) =>
    Promise.all(names.filter((name) => pattern.test(name)).map((name) => readOne(name, schema)));
  return {
    catalogues: await all(/^strategic-catalogue-\d+-\d{4}\.json$/, catalogueSchema),
    crosswalk: await readOne("strategic-catalogue-crosswalk.json", crosswalkSchema),
    guidance: await readOne("product-guidance.json", productGuidanceSchema),
    provinces: await readOne("provinces.json", provincesSchema),
    centralBodies: await readOne("central-bodies.json", centralBodiesSchema),
    readinessLevels: await readOne("readiness-levels.json", readinessLevelsSchema),
    fieldsOfScience: await readOne("fields-of-science.json", fieldsOfScienceSchema),
    legalInstruments: await readOne("legal-instruments.json", legalInstrumentsSchema),
    legalParameters: await readOne("legal-parameters.json", legalParametersSchema),
    actionPlan: await readOne("action-plan.json", actionPlanSchema),
    workingYears: await all(/^working-days-\d{4}\.json$/, workingYearSchema),
  };
}

export type Reference = Awaited<ReturnType<typeof readReference>>;

async function readOne<Schema extends z.ZodType>(name: string, schema: Schema): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(JSON.parse(await readFile(path.join(folder, name), "utf8")));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`prisma/reference/${name}: ${issue?.path.join(".")}: ${issue?.message}`);
}
