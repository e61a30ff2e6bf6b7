import { rm } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { commandsWithoutPolicy, unguardedRoutes } from "./guards.ts";
import { plant } from "./planted.ts";
import { badNames, badShapes } from "./shapes.ts";
import { mostFilesInFolder, tooLarge } from "./sizes.ts";
import { readSources, type SourceFile } from "./source-files.ts";
import { bannedWords, unnamedRoutes } from "./words.ts";

const house = readSources(process.cwd());

test("files, functions and folders keep their sizes", () => {
  expect(tooLarge(house)).toEqual([]);
});

test("names say what a file is, in kebab-case", () => {
  expect(badNames(house)).toEqual([]);
});

test("no barrels, no stray default exports, no classes but errors, functions as functions", () => {
  expect(badShapes(house)).toEqual([]);
});

test("words that the house bans do not stand in its code", () => {
  expect(bannedWords(house)).toEqual([]);
});

test("every page stands in app/routes.ts", () => {
  expect(unnamedRoutes(house)).toEqual([]);
});

test("every loader and action is made by a guard", () => {
  expect(unguardedRoutes(house)).toEqual([]);
});

test("every command asks a policy", () => {
  expect(commandsWithoutPolicy(house)).toEqual([]);
});

describe("a planted violation is caught:", () => {
  const lines = (count: number) => "// a line\n".repeat(count);

  test.each([
    ["app/platform/long.ts", lines(301), "app/platform/long.ts has 301 lines, more than 300"],
    ["app/routes/long.tsx", lines(201), "app/routes/long.tsx has 201 lines, more than 200"],
    [
      "search/deep.ts",
      `export function deep() {\n${lines(59)}}\n`,
      "search/deep.ts:1 is a function of 61 lines, more than 60",
    ],
  ])("size of %s", async (file, text, sentence) => {
    expect(tooLarge(await planted({ [file]: text }))).toEqual([sentence]);
  });

  test("a folder with one file too many", async () => {
    const files = Array.from({ length: mostFilesInFolder + 1 }, (_, n) => [`search/f${n}.ts`, ""]);
    expect(tooLarge(await planted(Object.fromEntries(files)))).toEqual(["search holds 13 files, more than 12"]);
  });

  test.each(["app/platform/date-utils.ts", "app/lib/money.ts", "search/index.service.ts", "app/ui/BigButton.tsx"])(
    "the name %s",
    async (file) => {
      expect(badNames(await planted({ [file]: "" }))).toHaveLength(1);
    },
  );

  test.each([
    ["is a barrel", "app/ui/all.ts", 'export { a } from "./a.ts";\nexport * from "./b.ts";\n'],
    ["is a barrel", "app/ui/index.ts", "export function a() {}\n"],
    ["has a default export", "app/ui/a.tsx", "export default function a() {}\n"],
    ["has a class that is no error", "app/web/a.ts", "export class Cache {}\n"],
    ["names an arrow function at its top level", "app/web/a.ts", "export const a = () => 1;\n"],
  ])("a file that %s", async (what, file, text) => {
    expect(badShapes(await planted({ [file]: text }))).toEqual([expect.stringContaining(`${file} ${what}`)]);
  });

  test("errors may be classes and routes may export a default", async () => {
    const files = {
      "app/web/refused.ts": "export class Refused extends Error {}\n",
      "app/routes/home.tsx": "export default function Home() {}\n",
    };
    expect(badShapes(await planted(files))).toEqual([]);
  });

  test.each([
    ["app/domain/a.server.ts", "db.$queryRawUnsafe(sql)"],
    ["app/domain/a.server.ts", "Prisma.raw(sql)"],
    ["app/domain/a.ts", "Math.random()"],
    ["search/a.ts", "eval(text)"],
    ["app/ui/a.tsx", "<p dangerouslySetInnerHTML={it} />"],
    ["app/ui/a.tsx", "<p style={it} />"],
    ["app/ui/a.tsx", '<p onClick="go()" />'],
    ["search/a.ts", "process.env"],
    ["prisma/a.ts", "new URL('a.json', import.meta.url)"],
    ["prisma/a.ts", "// TODO later"],
    ["test/a.test.ts", "test.only()"],
    ["test/a.test.ts", "// @ts-ignore"],
  ])("in %s: %s", async (file, text) => {
    expect(bannedWords(await planted({ [file]: `${text}\n` }))).toHaveLength(1);
  });

  test.each([
    ["loader", "export async function loader() {}\n"],
    ["loader", "export const loader = async () => null;\n"],
    ["action", "export const action = publicLoader(async () => null);\n"],
  ])("a %s without a guard", async (name, text) => {
    expect(unguardedRoutes(await planted({ "app/routes/a.tsx": text }))).toEqual([
      `app/routes/a.tsx exports a ${name} without a guard`,
    ]);
  });

  test("a command that asks no policy", async () => {
    const head = "export async function publish(actor: Actor, id: string): Promise<Outcome<null>>";
    const files = {
      "app/domain/results/publish.server.ts": `${head} { return done(null); }\n`,
      "app/domain/results/verify.server.ts": `import { mayVerify } from "./result.policy.ts";\n${head} { return mayVerify(actor); }\n`,
    };
    expect(commandsWithoutPolicy(await planted(files))).toEqual([
      "app/domain/results/publish.server.ts is a command that asks no policy",
    ]);
  });

  test("a page that app/routes.ts forgets", async () => {
    const files = { "app/routes.ts": 'route("a", "routes/a.tsx")', "app/routes/a.tsx": "", "app/routes/b.tsx": "" };
    expect(unnamedRoutes(await planted(files))).toEqual(["app/routes/b.tsx is not in app/routes.ts"]);
  });
});

async function planted(files: Record<string, string>): Promise<SourceFile[]> {
  const root = await plant(files);
  const sources = readSources(root);
  await rm(root, { recursive: true });
  return sources;
}
