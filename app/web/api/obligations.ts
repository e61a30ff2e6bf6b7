import { z } from "zod";
import { ROLES } from "#app/domain/accounts/actor.ts";
import { SUBJECT_TYPES } from "#app/domain/obligations/board.ts";
import { CLOCK_STATES } from "#app/domain/obligations/obligation.ts";
import { cursor, day, house, instant, limit, listOf } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

const obligation = z
  .object({
    id: z.uuid(),
    kind: z.string().meta({ example: "INTAKE_CHECK" }),
    subject: z.object({ type: z.enum(SUBJECT_TYPES), code: z.string() }),
    debtor: z
      .object({ role: z.string(), house, organisation: z.uuid().nullable(), name: z.string().nullable() })
      .meta({ description: "whose turn it is: a body; a person alone is never named" }),
    basis: z.string().meta({ description: "key of the legal parameter that sets its length" }),
    openedOn: day,
    originalDueOn: day.meta({ description: "set once, never changed" }),
    dueOn: day.nullable().meta({ description: "null while the clock stands" }),
    pausedOn: day.nullable(),
    pauseReason: z.string().nullable(),
    state: z.enum(CLOCK_STATES),
    days: z.int().min(0).meta({ description: "calendar days left, or overdue where the state is `over`" }),
    provisional: z.boolean().meta({ description: "the due date leans on a year whose working days are not final" }),
  })
  .meta({ id: "Obligation" });

/** The public board. */
export const listOpenObligations = {
  method: "get",
  path: "/obligations",
  id: "listObligations",
  tag: "Obligations",
  summary: "Who owes what, since when, by when; the most urgent first",
  query: z.strictObject({
    state: z.enum(["open", "overdue"]).default("open"),
    debtor: z
      .union([z.uuid(), z.enum([...ROLES, "PROPOSER"])])
      .optional()
      .meta({ description: "a body by its id, or everybody in a role" }),
    limit,
    cursor: cursor(z.tuple([day, instant, z.uuid()])),
  }),
  answer: listOf(obligation),
} satisfies Operation;
