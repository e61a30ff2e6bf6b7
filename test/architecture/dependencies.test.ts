import { rm } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { brokenDependencies } from "./dependencies.ts";
import { rules } from "./dependency-rules.ts";
import { plant } from "./planted.ts";

test("every import of the house keeps its direction", { timeout: 60_000 }, async () => {
  expect(await brokenDependencies(process.cwd(), rules)).toEqual([]);
});

/** rule, importing file, imported file or package */
const violations: [rule: string, from: string, to: string][] = [
  ["platform lies below all", "app/platform/a.ts", "#app/domain/record/entry.ts"],
  ["platform knows of the database its client alone", "app/platform/a.server.ts", "#prisma/embedded/start.server.ts"],
  ["prisma knows of the rest only platform", "prisma/a.ts", "#app/domain/record/entry.ts"],
  ["search knows of app only platform", "search/a.ts", "#app/domain/results/result.ts"],
  ["domain knows no web and no page", "app/domain/results/a.ts", "#app/ui/card.tsx"],
  ["ui knows nouns and platform alone", "app/ui/a.tsx", "#app/web/guard.ts"],
  ["ui knows no command and no query", "app/ui/a.tsx", "#app/domain/results/queries.server.ts"],
  ["web knows no page", "app/web/a.ts", "#app/routes/home.tsx"],
  ["pages ask the domain, not the database", "app/routes/a.tsx", "#prisma/client.server.ts"],
  ["demo is used by processes and tests alone", "app/routes/a.tsx", "#app/demo/build.ts"],
  ["no code imports a test", "app/platform/a.ts", "#test/setup/database.ts"],
  ["record lies below the rest of the domain", "app/domain/record/a.ts", "#app/domain/catalogue/product.ts"],
  ["catalogue lies below the rest of the domain", "app/domain/catalogue/a.ts", "#app/domain/accounts/actor.ts"],
  ["accounts lies below the rest of the domain", "app/domain/accounts/a.ts", "#app/domain/obligations/clock.ts"],
  ["obligations lies below the rest of the domain", "app/domain/obligations/a.ts", "#app/domain/results/result.ts"],
  ["notices lies below the rest of the domain", "app/domain/notices/a.ts", "#app/domain/initiatives/initiative.ts"],
  [
    "extensions lies below the rest of the domain",
    "app/domain/extensions/a.ts",
    "#app/domain/initiatives/initiative.ts",
  ],
  [
    "organisations lies below the rest of the domain",
    "app/domain/organisations/a.ts",
    "#app/domain/partnerships/partnership.ts",
  ],
  ["initiatives keeps to itself and what lies below", "app/domain/initiatives/a.ts", "#app/domain/results/result.ts"],
  ["partnerships keeps to itself and what lies below", "app/domain/partnerships/a.ts", "#app/domain/results/result.ts"],
  [
    "results keeps to itself and what lies below",
    "app/domain/results/a.ts",
    "#app/domain/initiatives/queries.server.ts",
  ],
  ["progress keeps to itself and what lies below", "app/domain/progress/a.ts", "#app/domain/results/publish.server.ts"],
  [
    "monitoring keeps to itself and what lies below",
    "app/domain/monitoring/a.ts",
    "#app/domain/results/publish.server.ts",
  ],
  ["internal files are private to their folder", "app/domain/results/a.ts", "#app/domain/record/internal/tree.ts"],
  ["internal files are private to their folder (elsewhere)", "app/routes/a.tsx", "#app/domain/record/internal/tree.ts"],
  ["@remix-run is known to the web layer and the pages alone", "app/ui/a.tsx", "@remix-run/react"],
  ["lucia is known to accounts alone", "app/web/a.server.ts", "lucia"],
  ["react draws pages and nothing else", "app/domain/results/a.ts", "react"],
  ["the search engine is known to search alone", "app/domain/results/a.server.ts", "meilisearch"],
  ["what a browser may load imports no server file", "app/ui/a.tsx", "#app/platform/log.server.ts"],
  ["what a browser may load uses no part of Node", "app/domain/results/a.ts", "node:fs"],
  ["no import that cannot be found", "app/platform/a.ts", "#app/platform/nowhere.ts"],
];

describe("a planted import is caught:", () => {
  test.each(violations)("%s", async (rule, from, to) => {
    const missing = rule === "no import that cannot be found";
    const target = to.startsWith("#") && !missing ? { [to.slice(1)]: "export const thing = 1;\n" } : {};
    const root = await plant({ [from]: `import { thing } from "${to}";\nexport const it = thing;\n`, ...target });
    const broken = await brokenDependencies(root, rules);
    await rm(root, { recursive: true });
    expect(broken.filter((line) => line.startsWith(`${rule}: ${from}`))).toHaveLength(1);
  });

  test("no cycles", async () => {
    const root = await plant({
      "app/platform/a.ts": 'import { b } from "./b.ts";\nexport const a = () => b;\n',
      "app/platform/b.ts": 'import { a } from "./a.ts";\nexport const b = () => a;\n',
    });
    const broken = await brokenDependencies(root, rules);
    await rm(root, { recursive: true });
    expect(broken).toContain("no cycles: app/platform/a.ts → app/platform/b.ts");
  });

  test("every rule has its planted import", () => {
    const planted = new Set(["no cycles", ...violations.map(([rule]) => rule)]);
    expect(rules.map((rule) => rule.name).filter((name) => !planted.has(name ?? ""))).toEqual([]);
  });
});

test("the two that watch the others may read them", async () => {
  const root = await plant({
    "app/domain/monitoring/queries.server.ts":
      'import { list } from "#app/domain/results/queries.server.ts";\nimport { state } from "#app/domain/results/result.ts";\nexport const all = [list, state];\n',
    "app/domain/results/queries.server.ts": "export const list = 1;\n",
    "app/domain/results/result.ts": "export const state = 1;\n",
  });
  const broken = await brokenDependencies(root, rules);
  await rm(root, { recursive: true });
  expect(broken).toEqual([]);
});
