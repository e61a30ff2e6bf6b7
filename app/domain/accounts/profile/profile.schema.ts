import { z } from "zod";
import { readOrcid } from "#app/domain/accounts/profile/orcid.ts";
import { line, manyOf, say } from "#app/platform/typed.ts";

/** What a person says of themselves, once. `fieldCodes` and `productCodes` are what there is to choose from. */
export function profileSchema(fieldCodes: readonly string[], productCodes: readonly string[]) {
  return z.object({
    name: line({ min: 2, max: 100 }),
    affiliation: line({ max: 200 }).transform((text) => (text === "" ? null : text)),
    orcid: line({ max: 60 }).transform((text, ctx): string | null => {
      if (text === "") return null;
      const orcid = readOrcid(text);
      if (orcid !== null) return orcid;
      ctx.addIssue({ code: "custom", message: say("errors:orcid") });
      return z.NEVER;
    }),
    fordCodes: manyOf(fieldCodes, { max: 5 }),
    productCodes: manyOf(productCodes, { max: 5 }),
  });
}

export type ProfileForm = z.output<ReturnType<typeof profileSchema>>;
