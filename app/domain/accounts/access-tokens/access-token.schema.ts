import { z } from "zod";
import { line, manyOf, oneOf, say } from "#app/platform/typed.ts";
import { TOKEN_DAYS, TOKEN_SCOPES } from "./access-token.ts";

/** A new token: what it is for, what it may do, and for how many days. */
export const accessTokenSchema = z.object({
  tokenName: line({ min: 3, max: 80 }),
  scopes: manyOf(TOKEN_SCOPES).superRefine((scopes, ctx) => {
    if (scopes.length === 0) ctx.addIssue({ code: "custom", message: say("errors:choose") });
  }),
  days: oneOf(TOKEN_DAYS).transform(Number),
});
export type AccessTokenInput = z.output<typeof accessTokenSchema>;
