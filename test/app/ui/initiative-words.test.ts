import { expect, test } from "vitest";
import { INITIATIVE_STEPS } from "#app/domain/initiatives/initiative.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";

test.each(LANGUAGES)("every state, step and clock of an initiative has words in %s", (lang) => {
  const t = translator(lang);
  const wanted = INITIATIVE_STEPS.flatMap((step) => [
    `initiatives:state.${step.to}`,
    `initiatives:step.${step.to}`,
    ...(step.opens ? [`initiatives:duty.${step.opens.kind}`, `obligations:kind.${step.opens.kind}`] : []),
  ]);
  expect(wanted.length).toBeGreaterThan(30);
  expect(wanted.filter((key) => !t.has(key))).toEqual([]);
});
