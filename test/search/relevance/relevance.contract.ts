import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { makeEngines } from "#search/engine.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { find } from "#search/find.server.ts";
import type { EngineUnderTest } from "#test/search/engine.contract.ts";
import { JUDGED, type JudgedQuery, KINDS, relevanceLibrary } from "#test/search/relevance/library.ts";
import { mean, ndcg, recall } from "#test/search/relevance/measures.ts";

const LEAST = { overall: 0.85, kind: 0.7, language: 0.7, recall: 0.85 };

type Measured = JudgedQuery & { found: string[]; ndcg: number; recall: number };

/** What people type finds what is about it, in every way of asking and every language, on both engines. */
export function relevanceContract(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`what ${name} finds is about what was asked:`, () => {
    const measured: Measured[] = [];
    beforeAll(async () => {
      const { engine, settled } = await start();
      await engine.upsert((await relevanceLibrary()).map(versioned));
      await settled();
      const engines = makeEngines(engine.name === "meilisearch" ? engine : null);
      for (const query of JUDGED) {
        const { text, lang, answers } = query;
        const request = { text, filters: {}, sort: "relevance", limit: 20, offset: 0, lang } as const;
        const { hits, degraded } = await find(request, engines);
        expect(degraded, text).toBe(false);
        const found = hits.map((hit) => hit.code);
        measured.push({ ...query, found, ndcg: ndcg(found, answers), recall: recall(found, answers) });
      }
      if (process.env["SHOW_RELEVANCE"]) process.stdout.write(`${name}\n${report(measured)}\n`);
    }, 120_000);

    test("the library is large, and its judgements name things that are in it", async () => {
      const codes = new Set((await relevanceLibrary()).map((document) => document.code));
      expect(codes.size).toBeGreaterThanOrEqual(400);
      expect(JUDGED.length).toBeGreaterThanOrEqual(120);
      expect(JUDGED.flatMap(({ answers }) => Object.keys(answers)).filter((code) => !codes.has(code))).toEqual([]);
    });

    test("nothing that can be answered stays without an answer", () => {
      expect(measured.filter(({ found }) => found.length === 0).map(({ text }) => text)).toEqual([]);
    });

    test("the best answers come first, and most of what is about it is among the first twenty", () => {
      expect(mean(measured.map((query) => query.ndcg)), report(measured)).toBeGreaterThanOrEqual(LEAST.overall);
      expect(mean(measured.map((query) => query.recall)), report(measured)).toBeGreaterThanOrEqual(LEAST.recall);
    });

    test.each(KINDS)("no way of asking is left behind: %s", (kind) => {
      const asked = measured.filter((query) => query.kind === kind);
      expect(mean(asked.map((query) => query.ndcg)), report(asked)).toBeGreaterThanOrEqual(LEAST.kind);
    });

    test.each(LANGUAGES)("no language is left behind: %s", (lang) => {
      const asked = measured.filter((query) => query.lang === lang);
      expect(mean(asked.map((query) => query.ndcg)), report(asked)).toBeGreaterThanOrEqual(LEAST.language);
    });
  });
}

/** The measures by kind and language, and the queries that are answered worst. */
function report(measured: readonly Measured[]): string {
  const line = (label: string, some: readonly Measured[]) =>
    `${label.padEnd(16)} ${some.length} queries, nDCG@10 ${mean(some.map((one) => one.ndcg)).toFixed(3)}, ` +
    `recall@20 ${mean(some.map((one) => one.recall)).toFixed(3)}, ` +
    `none found ${some.filter(({ found }) => found.length === 0).length}`;
  const worst = measured.filter((one) => one.ndcg < LEAST.kind).toSorted((a, b) => a.ndcg - b.ndcg);
  return [
    line("all", measured),
    ...KINDS.map((kind) =>
      line(
        kind,
        measured.filter((one) => one.kind === kind),
      ),
    ),
    ...LANGUAGES.map((lang) =>
      line(
        lang,
        measured.filter((one) => one.lang === lang),
      ),
    ),
    ...worst.map(
      ({ text, kind, ndcg: got, found, answers }) =>
        `${got.toFixed(2)} ${kind}: ${text} → ${found.slice(0, 6).join(" ")}, wanted ${Object.keys(answers).join(" ")}`,
    ),
  ].join("\n");
}
