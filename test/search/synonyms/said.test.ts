import { expect, test } from "vitest";
import { wordsOf } from "#search/fold.ts";
import groups from "#search/synonyms/groups.json";
import { saidIn, tokensIn } from "#search/synonyms/said.ts";

function textsSaid(text: string): string[] {
  const words = wordsOf(text);
  return saidIn(words).map(({ from, to }) =>
    words
      .slice(from, to)
      .map(({ toned }) => toned)
      .join(" "),
  );
}

test("every group has several ways to say one thing, and no way says two things", () => {
  const owner = new Map<string, number>();
  for (const [place, group] of groups.entries()) {
    const ways = new Set(
      group.map((text) =>
        wordsOf(text)
          .map(({ folded }) => folded)
          .join(" "),
      ),
    );
    expect(ways.size, group[0]).toBeGreaterThan(1);
    for (const way of ways) {
      expect(owner.get(way) ?? place, way).toBe(place);
      owner.set(way, place);
    }
  }
});

test("the longest is taken, and a part of it says nothing by itself", () => {
  expect(textsSaid("pin mặt trời và pin")).toEqual(["pin mặt trời", "pin"]);
  expect(textsSaid("gaz à effet de serre")).toEqual(["gaz à effet de serre"]);
});

test("words with other tones are other words; without tones they may be any", () => {
  expect(textsSaid("lụa")).toEqual([]);
  expect(textsSaid("lua")).toEqual(["lua"]);
  expect(tokensIn(wordsOf("tơ lụa"))).toEqual([{ from: 1, to: 2, token: "zklua", tokens: ["zklua"] }]);
  expect(tokensIn(wordsOf("giống lúa")).flatMap(({ tokens }) => tokens)).toContain("zkrice");
});

test("acronyms of the field are said in full in three languages", () => {
  const tokens = (text: string) => tokensIn(wordsOf(text)).flatMap((said) => said.tokens);
  for (const [acronym, ...ways] of [
    ["LFP", "lithi sắt phốt phát", "lithium iron phosphate", "phosphate de fer et de lithium"],
    ["BMS", "quản lý pin", "battery-management", "gestion de batterie"],
    ["GNSS", "định vị vệ tinh", "satellite positioning", "GPS"],
    ["AUV", "thiết bị lặn", "underwater vehicle", "sous-marin"],
  ]) {
    for (const way of ways) expect(tokens(way), way).toContain(saidIn(wordsOf(acronym ?? ""))[0]?.token);
  }
});

test("two capitals are an acronym, small letters are a word", () => {
  expect(textsSaid("ai làm")).toEqual([]);
  expect(textsSaid("AI làm")).toEqual(["ai"]);
});
