import { z } from "zod";
import { line, oneOf, prose, say } from "#app/platform/typed.ts";
import { LINK_KINDS } from "./link.ts";

const FORMS = {
  BUILDS_ON: /^SK-\d{4}-\d{4,9}$/,
  PARTNERSHIP: /^DA-\d{4}-\d{4,9}$/,
  RESULT: /^KQ-\d{4}-\d{4,9}$/,
  TASK: /\d/,
} as const;

/** A code of the portal, or the number of a task with its document. */
export const linkSchema = z
  .object({ kind: oneOf(LINK_KINDS), code: line({ min: 3, max: 200 }), linkNote: line({ max: 300 }) })
  .transform(({ kind, code, linkNote: note }) => ({ kind, note, code: kind === "TASK" ? code : code.toUpperCase() }))
  .superRefine(({ kind, code }, ctx) => {
    if (!FORMS[kind].test(code)) ctx.addIssue({ code: "custom", path: ["code"], message: say("errors:invalid") });
  });

export const endLinkSchema = z.object({ linkId: line({ max: 36 }), reason: prose({ min: 10, max: 500 }) });
