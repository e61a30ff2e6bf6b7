import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { date, line, maybeWhole, oneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { type Figure, MOST_ANSWERS, OPINION_CHANNELS, OPINION_LENGTHS } from "./opinion.ts";

const LENGTHS = OPINION_LENGTHS;
const MOST_PEOPLE = 10_000_000;

function whole() {
  return maybeWhole({ min: 0, max: MOST_PEOPLE });
}

/** Answers with how many gave them, at least two; rows left empty are none. */
function figures() {
  return z
    .array(z.object({ label: line(LENGTHS.label), count: whole() }))
    .max(MOST_ANSWERS)
    .optional()
    .transform((rows, ctx): Figure[] => {
      const refuse = (path: (string | number)[], key: string) =>
        ctx.addIssue({ code: "custom", path, message: say(key) });
      const written = (rows ?? []).flatMap(({ label, count }, place) => {
        if (label === "" && count === null) return [];
        if (label === "") refuse([place, "label"], "errors:required");
        if (count === null) refuse([place, "count"], "errors:required");
        return [{ label, count: count ?? 0 }];
      });
      if (written.length < 2) refuse([written.length, "label"], "errors:required");
      if (new Set(written.map(({ label }) => label)).size < written.length) refuse([0, "label"], "errors:same_answer");
      return written;
    });
}

/** A signal: `about` is the code of a campaign of the Front, of what it is about, or empty. */
export const signalSchema = z
  .object({
    ...{ ownerId: line({ max: 36 }), about: line({ max: 20 }), title: line(LENGTHS.title) },
    ...{ channel: oneOf(OPINION_CHANNELS), method: prose(LENGTHS.method), question: line(LENGTHS.question) },
    ...{ summary: prose(LENGTHS.summary), n: maybeWhole({ min: 1, max: MOST_PEOPLE }), several: ticked() },
    ...{ figures: figures(), fromOn: date(), toOn: date(), source: line(LENGTHS.source), language: oneOf(LANGUAGES) },
  })
  .superRefine(({ n, several, figures: rows, fromOn, toOn }, ctx) => {
    const refuse = (path: (string | number)[], key: string, params = {}) =>
      ctx.addIssue({ code: "custom", path, message: say(key, params) });
    if (toOn < fromOn) refuse(["toOn"], "errors:end_before_start");
    if (n === null) return refuse(["n"], "errors:required");
    const most = rows.findIndex(({ count }) => count > n);
    if (most >= 0) refuse(["figures", most, "count"], "errors:more_than_asked", { n });
    const sum = rows.reduce((total, { count }) => total + count, 0);
    if (!several && most < 0 && sum !== n) refuse(["n"], "errors:counts_not_n", { sum, n });
  })
  .transform(({ n, ...typed }) => ({ ...typed, n: n ?? 0 }));
export type SignalInput = z.output<typeof signalSchema>;

export const signalErratumSchema = z.object({ text: prose(LENGTHS.erratum) });
