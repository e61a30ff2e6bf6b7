import { z } from "zod";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import { line, maybeDate, maybeOneOf, maybeWhole, oneOf, say } from "#app/platform/typed.ts";
import { MONITORED_TYPES } from "../campaigns/campaign.ts";
import { SAMPLE_METHODS, STRATA } from "./sample.ts";

/** Which population is frozen: one kind of subject, narrowed to days (of submission, publication or opening), a province, a house. */
export const populationSchema = z
  .object({
    subjectType: oneOf(MONITORED_TYPES),
    fromOn: maybeDate(),
    toOn: maybeDate(),
    provinceCode: line({ max: 10 }),
    house: maybeOneOf(HOUSES),
  })
  .superRefine(({ fromOn, toOn }, ctx) => {
    if (fromOn !== null && toOn !== null && toOn < fromOn)
      ctx.addIssue({ code: "custom", path: ["toOn"], message: say("errors:end_before_start") });
  });
export type PopulationInput = z.output<typeof populationSchema>;

/** How the one sample of a population is drawn; the seed is made by the portal. */
export const drawSchema = z
  .object({
    number: maybeWhole({ min: 1, max: 1_000 }),
    method: oneOf(SAMPLE_METHODS),
    stratumBy: maybeOneOf(STRATA),
    size: maybeWhole({ min: 1, max: 100_000 }),
  })
  .transform((typed, ctx) => {
    const { number, size, method, stratumBy } = typed;
    if (method === "STRATIFIED" && stratumBy === null)
      ctx.addIssue({ code: "custom", path: ["stratumBy"], message: say("errors:choose") });
    if (size === null) ctx.addIssue({ code: "custom", path: ["size"], message: say("errors:required") });
    return { number: number ?? 0, size: size ?? 0, method, stratumBy: method === "STRATIFIED" ? stratumBy : null };
  });
export type DrawInput = z.output<typeof drawSchema>;
