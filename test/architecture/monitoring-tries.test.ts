import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { ANSWERS, API_TRIES, codes, TOLD_APART, TRIES } from "#test/e2e/monitoring/tries.ts";

/** Addresses that take a form or a write, as app/routes.ts has them; what only says that it is read by GET is none. */
function acting(under: string): string[] {
  return routes.flatMap(({ path, file }) => {
    if (!path || !(path === under || path.startsWith(`${under}/`))) return [];
    const taken = /^export (?:const action = (?!onlyBy\()|(?:async )?function action\b|\{[^}]*\baction\b)/m;
    return taken.test(readFileSync(`app/${file}`, "utf8")) ? [path] : [];
  });
}

const LANGUAGE = ":lang/";

/** Every try with where it goes and what it asks for. */
function tries() {
  return [...TRIES, ...ANSWERS].map(([, path, fields]) => ({ path: path(), intent: fields()["intent"] }));
}

function isTried(address: string): boolean {
  const pattern = new RegExp(`^/${address.replace(/:\w+/g, "(?!new$|new/)[^/]+")}$`);
  return tries().some(({ path }) => pattern.test(path));
}

/** What a button asks for by its name `intent`, in the pages of monitoring. */
function offeredIntents(): string[] {
  const pages = ["app/ui/monitoring", "app/routes/monitoring"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) =>
      name.endsWith(".tsx") ? [readFileSync(`${folder}/${name}`, "utf8")] : [],
    ),
  );
  return pages.flatMap((text) =>
    [...text.matchAll(/name="intent"\s+value=(?:"([\w-]+)"|\{([^}]*)\})/g)].flatMap(([, one, several = ""]) =>
      one ? [one] : [...several.matchAll(/[?:]\s*"([\w-]+)"/g)].flatMap(([, name]) => name ?? []),
    ),
  );
}

for (const name of Object.keys(codes)) Object.assign(codes, { [name]: "X" });

test("the matrix tries every form of monitoring, so that no new one is forgotten", () => {
  const forms = acting(`${LANGUAGE}monitoring`);
  expect(forms.length).toBeGreaterThan(20);
  expect(forms.filter((one) => !TOLD_APART.includes(one.slice(LANGUAGE.length)) && !isTried(one))).toEqual([]);
});

test("the matrix tries whatever a button of monitoring asks for", () => {
  const offered = [...new Set(offeredIntents())];
  expect(offered.length).toBeGreaterThan(20);
  const tried = new Set(tries().map(({ intent }) => intent));
  expect(offered.filter((intent) => !tried.has(intent))).toEqual([]);
});

test("the matrix tries every write of a program to monitoring", () => {
  const writes = acting("api/v1/monitoring");
  expect(writes).toEqual(API_TRIES.map(([path]) => path.slice(1)));
});
