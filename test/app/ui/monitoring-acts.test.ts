import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { actWord } from "#app/ui/monitoring/words.ts";

/** The acts of whose refused tries the commands of monitoring keep a note. */
function notedActs(): string[] {
  return readdirSync("app/domain/monitoring", { recursive: true, encoding: "utf8" }).flatMap((name) =>
    name.endsWith(".ts")
      ? [...readFileSync(`app/domain/monitoring/${name}`, "utf8").matchAll(/act: "([a-z.-]+)"/g)].map(
          ([, act]) => act ?? "",
        )
      : [],
  );
}

test("every act that is noted when it is refused has words in each language; what no form does stays as it was sent", () => {
  const acts = notedActs();
  expect(acts.length).toBeGreaterThan(30);
  for (const language of LANGUAGES) {
    const t = translator(language);
    expect(acts.filter((act) => actWord(t, act) === null)).toEqual([]);
    expect([actWord(t, "finding.delete"), actWord(t, "__proto__.x"), actWord(t, "")]).toEqual([null, null, null]);
  }
});
