import { expect, test } from "vitest";
import { refuse } from "#app/platform/outcome.ts";
import { refusalSentence } from "#app/web/form.server.ts";

const names = { vi: "Viện Cầu Khỉ", en: "Monkey Bridge Institute", fr: null };

test("a refusal names a body in the language of the page, else in Vietnamese", () => {
  const refusal = refuse("MONITOR_NOT_INDEPENDENT", { params: { body: names } });
  expect(refusalSentence(refusal, "vi")).toContain("Viện Cầu Khỉ");
  expect(refusalSentence(refusal, "en")).toContain("Monkey Bridge Institute");
  expect(refusalSentence(refusal, "fr")).toContain("Viện Cầu Khỉ");
});

test("a refusal writes a figure as its language does, and a rule without a sentence is not shown by its code", () => {
  const refusal = refuse("TOO_MANY_FILTERS", { params: { max: 2_000 } });
  expect(refusalSentence(refusal, "vi")).toContain("2.000");
  expect(refusalSentence(refuse("NO_SUCH_RULE"), "en")).not.toContain("NO_SUCH_RULE");
});
