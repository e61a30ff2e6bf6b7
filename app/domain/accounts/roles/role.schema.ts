import { z } from "zod";
import { emailAddress } from "#app/domain/accounts/account.schema.ts";
import { GRANTED_ROLES } from "#app/domain/accounts/actor.ts";
import { line, oneOf } from "#app/platform/typed.ts";

/** A role to give, and in which organisation: its code or a part of its name, or one of those that matched before. */
export const grantSchema = z.object({
  role: oneOf(GRANTED_ROLES),
  organisation: line({ max: 200 }),
  organisationId: line({ max: 36 }),
  /** the text for which the matches were listed: a choice among them counts while it stands */
  searched: line({ max: 200 }),
});

/** Whose roles to look at. */
export const personSchema = z.object({ email: emailAddress() });
