import { z } from "zod";
import { date, isUuid, line, maybeDate, oneOf, say } from "#app/platform/typed.ts";
import { numbered, OWNER_FIELDS, ownerRow } from "../profile/profile.schema.ts";
import { FILED_KINDS, MOST_OWNERS, OFFICE_EVENTS, type RightOwner } from "../profile/right.ts";
import type { FiledRight, RightEvent, RightName } from "./report.ts";

const WHOLE_PPM = 1_000_000;

const filing = z
  .object({
    right: oneOf(FILED_KINDS),
    office: line({ min: 2, max: 120 }),
    applicationNo: line({ min: 2, max: 60 }),
    onDate: date(),
    disclosedOn: maybeDate(),
    expiresOn: maybeDate(),
  })
  .superRefine(({ onDate, expiresOn }, ctx) => {
    if (expiresOn !== null && expiresOn <= onDate)
      ctx.addIssue({ code: "custom", path: ["expiresOn"], message: say("errors:expires_before_filed") });
  });

const owners = z.looseObject({}).transform((typed, ctx) => {
  const rows = numbered(typed, ctx, ownerRow, OWNER_FIELDS, MOST_OWNERS);
  if (rows.length > 0 && ctx.issues.length === 0 && rows.reduce((sum, { share }) => sum + share, 0) !== WHOLE_PPM)
    ctx.addIssue({ code: "custom", path: ["share1"], message: say("errors:owners_not_100") });
  return { owners: rows.map(({ owner, share }) => ({ name: owner, ppm: share })) };
});

/** What is typed of a right that was filed after the publication: owners by their names, whose shares make the whole. */
export const filedRight = z
  .intersection(filing, owners)
  .transform((typed): TypedRight => ({ kind: "RIGHT", ...typed }));

/** What is typed of what an office did with a right that the profile has; `right` is its id. */
export const rightEvent = z
  .object({
    right: line({ max: 36 }).refine(isUuid, { error: say("errors:choose") }),
    event: oneOf(OFFICE_EVENTS),
    onDate: date(),
    reference: line({ max: 120 }),
    expiresOn: maybeDate(),
  })
  .transform(({ right, ...rest }) => ({ kind: "RIGHT_EVENT" as const, rightId: right, ...rest }));

type TypedOwner = Omit<RightOwner, "organisationId">;

/** The same before the portal has found the bodies of owners, and what the right of an event is called. */
export type TypedRight = { kind: "RIGHT" } & Omit<FiledRight, "owners"> & { owners: TypedOwner[] };
export type TypedRightEvent = { kind: "RIGHT_EVENT" } & Omit<RightEvent, keyof RightName>;
