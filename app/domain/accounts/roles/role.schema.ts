import { z } from "zod";
import { emailAddress } from "#app/domain/accounts/account.schema.ts";
import { GRANTED_ROLES } from "#app/domain/accounts/actor.ts";
import { line, oneOf } from "#app/platform/typed.ts";

export const grantSchema = z.object({
  email: emailAddress(),
  role: oneOf(GRANTED_ROLES),
  /** empty for a role that is held without an organisation */
  organisationId: line({ max: 36 }),
});
