import { z } from "zod";
import { needsOneLanguage, writtenTexts } from "#app/domain/partnerships/texts.ts";
import { line, oneOf, prose, say } from "#app/platform/typed.ts";
import { REACHES } from "./template.ts";

/** Rows of a form for patterns of findings. */
export const PATTERN_ROWS = 4;

const MOST_LINES = 30;
const LONGEST_LINE = 300;
const UUID_LENGTH = 36;

/** A text of one thing a line, as its lines. */
function lines({ needed }: { needed: boolean }) {
  return prose({ max: MOST_LINES * LONGEST_LINE }).transform((text, ctx): string[] => {
    const given = text.split("\n").flatMap((one) => one.trim() || []);
    if (needed && given.length === 0) ctx.addIssue({ code: "custom", message: say("errors:required") });
    if (given.length > MOST_LINES)
      ctx.addIssue({ code: "custom", message: say("errors:too_many", { max: MOST_LINES }) });
    const long = given.find((one) => [...one].length > LONGEST_LINE);
    if (long) {
      const params = { actual: [...long].length, max: LONGEST_LINE };
      ctx.addIssue({ code: "custom", message: say("errors:too_long", params) });
    }
    return given;
  });
}

const pattern = z.object({ title: line({ max: 200 }), article: line({ max: 300 }), criteria: prose({ max: 2_000 }) });

/** A template or a new version of one: the questions, how to rate, what to look at on the spot, and patterns of findings. */
export const templateSchema = z
  .object({
    ownerId: line({ max: UUID_LENGTH }),
    reach: oneOf(REACHES),
    copiedFrom: line({ max: 50 }),
    ...{ name_vi: line({ max: 150 }), name_en: line({ max: 150 }), name_fr: line({ max: 150 }) },
    questions: lines({ needed: true }),
    guidance: prose({ min: 20, max: 4_000 }),
    checklist: lines({ needed: false }),
    findings: z.array(pattern).max(10).optional(),
  })
  .superRefine((typed, ctx) => {
    needsOneLanguage(ctx, typed, "name", 5);
    for (const [place, { title, article, criteria }] of (typed.findings ?? []).entries()) {
      if (title === "" && (article !== "" || criteria !== ""))
        ctx.addIssue({ code: "custom", path: ["findings", place, "title"], message: say("errors:required") });
      if (title !== "" && article === "")
        ctx.addIssue({ code: "custom", path: ["findings", place, "article"], message: say("errors:required") });
    }
  })
  .transform(({ ownerId, reach, copiedFrom, questions, guidance, checklist, findings, ...typed }) => ({
    ...{ ownerId, reach, copiedFrom, name: writtenTexts(typed, "name") },
    content: { questions, guidance, checklist, findings: (findings ?? []).filter(({ title }) => title !== "") },
  }));
export type TemplateInput = z.output<typeof templateSchema>;
