import { z } from "zod";
import { readOrcid } from "#app/domain/accounts/profile/orcid.ts";
import { isUuid, line, maybeDate, oneOf, prose, say } from "#app/platform/typed.ts";
import { DECLARED_RELATIONS } from "../conflict.ts";

const chosen = line({ max: 40 }).transform((text, ctx): string | null => {
  if (text === "") return null;
  if (isUuid(text)) return text;
  ctx.addIssue({ code: "custom", message: say("errors:choose") });
  return z.NEVER;
});

/** A tie to exactly one: a person, named by their ORCID iD or e-mail address, or an organisation. */
export const tieSchema = z
  .object({
    relation: oneOf(DECLARED_RELATIONS),
    other: line({ max: 254 }).transform((text) => readOrcid(text) ?? text.toLowerCase()),
    organisationId: chosen,
    fromOn: maybeDate(),
    note: prose({ max: 500 }),
  })
  .superRefine(({ other, organisationId, relation }, ctx) => {
    if ((other === "") === (organisationId === null))
      ctx.addIssue({ code: "custom", path: ["other"], message: say("errors:one_of_two") });
    if (organisationId !== null && relation === "FAMILY")
      ctx.addIssue({ code: "custom", path: ["organisationId"], message: say("errors:family_is_people") });
  });

export const endTieSchema = z.object({
  tieId: line({ max: 40 }).transform((text, ctx): string => {
    if (isUuid(text)) return text;
    ctx.addIssue({ code: "custom", message: say("errors:choose") });
    return z.NEVER;
  }),
});
