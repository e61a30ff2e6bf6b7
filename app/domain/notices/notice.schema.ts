import { z } from "zod";
import { line, manyOf, maybeOneOf, oneOf } from "#app/platform/typed.ts";
import { DIGEST_FREQUENCIES, NOTICE_GROUPS } from "./event.ts";

/** Which notices were read: all up to the newest that was shown, of one subject where one is named. */
export const readSchema = z.object({
  upTo: line({ min: 1, max: 18 }),
  code: line({ max: 60 }),
});

/** What the page of preferences sends: the groups ticked for the page and for the mail, and how often the digest comes. */
export const preferencesSchema = z.object({
  onPage: manyOf(NOTICE_GROUPS),
  byMail: manyOf(NOTICE_GROUPS),
  frequency: oneOf(DIGEST_FREQUENCIES),
});
export type Preferences = z.output<typeof preferencesSchema>;

/** How often the digest shall come from now on; nothing chosen means never: the one click of a mail program. */
export const unsubscribeSchema = z.object({ frequency: maybeOneOf(DIGEST_FREQUENCIES) });
