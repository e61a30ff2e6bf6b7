import { z } from "zod";
import { maybeSharePpm } from "#app/domain/catalogue/share.schema.ts";
import { isUuid, line, manyOf, maybeDate, oneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { IP_KINDS } from "../exploitation.ts";
import { required, rows } from "../internal/typed-rows.ts";
import { AUDIENCE_LENGTHS, AUDIENCES, MARKET_AREAS, MOST_RECOGNITION, RESULT_NEEDS } from "./audience.ts";
import { FILE_TITLE, MOST_FILES } from "./file.ts";
import { inOrder, MOST_EVENTS, MOST_OWNERS, MOST_RIGHTS, OFFICE_EVENTS } from "./right.ts";

const fileRow = z.object({
  id: line({ max: 36 }).refine(isUuid, { error: say("errors:choose") }),
  title: line({ max: FILE_TITLE.most }),
  drop: ticked(),
});

/** What is typed of the files that a result has: their titles, and which of them go. */
export const filesShape = { files: rows(fileRow, MOST_FILES.IMAGE + MOST_FILES.DOCUMENT) };

/** What is typed of whom a result is for. */
export const audienceShape = {
  audiences: manyOf(AUDIENCES),
  needs: manyOf(RESULT_NEEDS),
  marketAreas: manyOf(MARKET_AREAS),
  competitiveAdvantage: prose({ max: AUDIENCE_LENGTHS.competitiveAdvantage }),
  marketSegment: prose({ max: AUDIENCE_LENGTHS.marketSegment }),
};

const recognitionRow = z.object({
  award: line({ min: 3, max: 200 }),
  body: line({ min: 2, max: 200 }),
  onDate: required(maybeDate()),
  reference: line({ max: 200 }),
});

export const recognitionShape = { recognition: rows(recognitionRow, MOST_RECOGNITION) };

/** An owner of a right, as typed. */
export const ownerRow = z.object({ owner: line({ min: 2, max: 200 }), share: required(maybeSharePpm()) });
const eventRow = z.object({
  event: oneOf(OFFICE_EVENTS),
  eventOn: required(maybeDate()),
  eventRef: line({ max: 120 }),
});

/** The fields of an owner and of an event carry their number: owner1, share1, event1, eventOn1, eventRef1. */
export const OWNER_FIELDS = ["owner", "share"] as const;
export const EVENT_FIELDS = ["event", "eventOn", "eventRef"] as const;

const rightRow = z
  .looseObject({
    kind: oneOf(IP_KINDS),
    office: line({ max: 120 }),
    applicationNo: line({ max: 60 }),
    disclosedOn: maybeDate(),
    expiresOn: maybeDate(),
  })
  .transform(({ kind, office, applicationNo, disclosedOn, expiresOn, ...typed }, ctx) => {
    const owners = numbered(typed, ctx, ownerRow, OWNER_FIELDS, MOST_OWNERS);
    const events = numbered(typed, ctx, eventRow, EVENT_FIELDS, MOST_EVENTS);
    const filedOn = events.find(({ event }) => event === "FILED")?.eventOn;
    for (const { eventOn, number } of events)
      if (filedOn !== undefined && eventOn < filedOn)
        ctx.addIssue({ code: "custom", path: [`eventOn${number}`], message: say("errors:event_before_filed") });
    if (filedOn !== undefined && expiresOn !== null && expiresOn <= filedOn)
      ctx.addIssue({ code: "custom", path: ["expiresOn"], message: say("errors:expires_before_filed") });
    return {
      ...{ kind, office, applicationNo, disclosedOn, expiresOn },
      owners: owners.map(({ owner, share }) => ({ name: owner, ppm: share })),
      events: inOrder(
        events.map(({ event, eventOn, eventRef }) => ({ kind: event, onDate: eventOn, reference: eventRef })),
      ),
    };
  });

/** The numbered fields of a row, those in which something was typed; each keeps its number. */
export function numbered<Row extends z.ZodObject>(
  typed: Record<string, unknown>,
  ctx: z.RefinementCtx,
  row: Row,
  fields: readonly string[],
  most: number,
): (z.output<Row> & { number: number })[] {
  return Array.from({ length: most }, (_, index) => index + 1).flatMap((number) => {
    const values = Object.fromEntries(fields.map((field) => [field, typed[`${field}${number}`]]));
    if (Object.values(values).every((value) => value === undefined || value === "")) return [];
    const parsed = row.safeParse(values);
    for (const issue of parsed.error?.issues ?? [])
      ctx.addIssue({ code: "custom", path: [`${String(issue.path[0])}${number}`], message: issue.message });
    return parsed.success ? [{ ...parsed.data, number }] : [];
  });
}

/** What is typed of the rights in a result, at most ten: each with its owners and what offices did. */
export const rightsShape = { rights: rows(rightRow, MOST_RIGHTS) };
