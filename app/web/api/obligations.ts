import { z } from "zod";
import { ROLES } from "#app/domain/accounts/actor.ts";
import { AGES, SUBJECT_TYPES } from "#app/domain/obligations/board.ts";
import { CLOCK_STATES, OBLIGATION_KINDS } from "#app/domain/obligations/obligation.ts";
import { cursor, day, house, instant, limit, listOf } from "#app/web/api/fields.ts";
import type { Operation } from "#app/web/api/operation.ts";

const hand = z
  .object({ role: z.string(), name: z.string().nullable() })
  .meta({ id: "Hand", description: "a post, and the body where there is one; never a person" });

const pause = z
  .object({
    from: day,
    to: day.nullable().meta({ description: "the first day on which it runs again; null while it stands" }),
    reason: z.string(),
    by: hand.nullable(),
  })
  .meta({ id: "Pause" });

const extension = z
  .object({
    untilOn: day.meta({ description: "the due day asked for" }),
    requestedOn: day,
    requestedBy: hand,
    reason: z.string().nullable().meta({ description: "null where a person owes alone" }),
    granted: z.boolean().nullable().meta({ description: "null while nobody has answered" }),
    answeredOn: day.nullable(),
    answeredBy: hand.nullable(),
    answerReason: z.string().nullable(),
  })
  .meta({ id: "Extension" });

const obligation = z
  .object({
    id: z.uuid(),
    kind: z.string().meta({ example: "INTAKE_CHECK" }),
    subject: z.object({ type: z.enum(SUBJECT_TYPES), code: z.string() }),
    debtor: z
      .object({ role: z.string(), house, organisation: z.uuid().nullable(), name: z.string().nullable() })
      .meta({ description: "whose turn it is: a body; a person alone is never named" }),
    creditor: z
      .object({ role: z.string(), organisation: z.uuid().nullable(), name: z.string().nullable() })
      .meta({ description: "to whom it is owed; the role is PUBLIC where everybody waits" }),
    basis: z
      .string()
      .meta({ description: "key of the legal parameter that sets its length, or what it was agreed in" }),
    workingDays: z.int().nullable().meta({ description: "how many were given; null where a day was agreed" }),
    openedOn: day,
    originalDueOn: day.meta({ description: "set once, never changed" }),
    recountedDueOn: day
      .nullable()
      .meta({ description: "the first due day on the published calendar, where it was counted on a provisional one" }),
    dueOn: day.nullable().meta({ description: "null while the clock stands" }),
    pausedOn: day.nullable(),
    pauseReason: z.string().nullable(),
    pauses: z.array(pause),
    extensions: z.array(extension),
    endedOn: day.nullable(),
    outcome: z.string().nullable().meta({ description: "DEFAULT: the limit passed and nobody acted" }),
    usedDays: z.int().meta({ description: "working days that the clock has run, without those on which it stood" }),
    state: z.enum(CLOCK_STATES),
    days: z.int().min(0).meta({ description: "calendar days left, or overdue where the state is `over`" }),
    daysPastOriginal: z.int().min(0).meta({ description: "calendar days past the ORIGINAL due day, extended or not" }),
    metOriginal: z.boolean().nullable().meta({ description: "within the ORIGINAL due day; null while that is open" }),
    provisional: z.boolean().meta({ description: "the due date leans on a year whose working days are not final" }),
  })
  .meta({ id: "Obligation" });

/** What a place on the board holds: of what is open, and of what is done. */
const place = z.union([z.tuple([z.int().min(0).max(1), day, instant, z.uuid()]), z.tuple([instant, z.uuid()])]);

/** The public board. */
export const listOpenObligations = {
  method: "get",
  path: "/obligations",
  id: "listObligations",
  tag: "Obligations",
  summary: "Who owes what, since when, by when; the most urgent first, what stands last",
  query: z.strictObject({
    state: z.enum(["open", "overdue", "soon", "running", "paused", "done"]).default("open"),
    debtor: z
      .union([z.uuid(), z.enum([...ROLES, "PROPOSER"])])
      .optional()
      .meta({ description: "a body by its id, or everybody in a role" }),
    kind: z.enum(OBLIGATION_KINDS).optional(),
    house: house.optional().meta({ description: "the house of the body that owes" }),
    province: z
      .string()
      .regex(/^\d{2}$/)
      .optional()
      .meta({ description: "the province of the body that owes" }),
    age: z.enum(AGES).optional().meta({ description: "how long it has been open: up to 7, 30, 90 days, or longer" }),
    limit,
    cursor: cursor(place),
  }),
  answer: listOf(obligation),
} satisfies Operation;
