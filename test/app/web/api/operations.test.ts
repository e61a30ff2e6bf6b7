import { describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { describeApi } from "#app/web/api/description.server.ts";
import { OPERATIONS } from "#app/web/api/operations.ts";

const PREFIX = "api/v1";

/** The addresses below /api/v1 as app/routes.ts has them, parameters as `{name}`; the catch-all left out. */
function addresses(): string[] {
  return routes.flatMap(({ path }) => {
    if (!path?.startsWith(`${PREFIX}/`) || path.endsWith("*")) return [];
    return [path.slice(PREFIX.length).replace(/:(\w+)/g, "{$1}")];
  });
}

describe("the description of the API", () => {
  test("every route has an operation, every operation a route", () => {
    const told = OPERATIONS.map(({ path }) => path.replace(/^\/simulations\/.+/, "/simulations/{kind}"));
    expect([...new Set(told)].sort()).toEqual(addresses().sort());
  });

  test("is an OpenAPI document whose operations have names of their own", () => {
    const document = describeApi("https://ba-nha.example");
    expect(document.openapi).toBe("3.1.1");
    expect(document.servers).toEqual([{ url: "https://ba-nha.example/api/v1" }]);
    const ids = OPERATIONS.map((it) => it.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(document.paths ?? {}).sort()).toEqual([...new Set(OPERATIONS.map((it) => it.path))].sort());
  });

  test("says of a list how far it goes, and of money what it looks like", () => {
    const document = describeApi("https://ba-nha.example");
    const parameters = document.paths?.["/obligations"]?.get?.parameters;
    expect(parameters).toContainEqual(
      expect.objectContaining({
        name: "limit",
        in: "query",
        schema: expect.objectContaining({ type: "integer", minimum: 1, maximum: 100, default: 20 }),
      }),
    );
    expect(JSON.stringify(document)).not.toContain("transform");
  });
});
