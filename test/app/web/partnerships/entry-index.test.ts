import { expect, test } from "vitest";
import { entryIndex } from "#app/web/partnerships/entry-index.server.ts";

function entry(entryNo: number, kind: string, payload: Record<string, unknown>) {
  const about = { at: "2026-11-01T00:00:00Z", subjectType: "PARTNERSHIP", subjectCode: "DA-2026-0001" } as const;
  return {
    ...about,
    entryNo,
    kind,
    organisation: null,
    organisationCode: null,
    leafIndex: null,
    post: "PARTY_REP",
    hash: "a",
    payload: JSON.stringify(payload),
  };
}

const ENTRIES = [
  entry(1, "capital.committed", { productCode: "21-S01", number: 1 }),
  entry(2, "capital.committed", { productCode: "21-S02", number: 1 }),
  entry(3, "funding.planned", { productCode: "21-S01", line: 1, tranche: 2 }),
  entry(4, "funding.paid", { productCode: "21-S01", line: 1, tranche: 2, number: 1 }),
  entry(5, "agreement.signed", { productCode: "21-S01", number: 1, totalValueVnd: "9000", trlStart: null }),
  entry(6, "milestone.reported", { number: 2, note: "Đã thử 72 giờ" }),
  entry(7, "milestone.reported", { number: 2, note: "Đã thử lại" }),
];

test("a figure leads to the entry that says it, of its own agreement, and nowhere where the record says nothing", () => {
  const entryOf = entryIndex(ENTRIES, "21-S01");
  expect(entryOf(["capital.committed"], { number: 1 })).toBe(1);
  expect(entryIndex(ENTRIES, "21-S02")(["capital.committed"], { number: 1 })).toBe(2);
  expect(entryOf(["funding.planned"], { line: 1, tranche: 2 })).toBe(3);
  expect(entryOf(["funding.paid", "funding.refunded"], { line: 1, number: 1 })).toBe(4);
  expect(entryOf(["capital.confirmed"], { number: 1 })).toBeNull();
  expect(entryOf(["capital.committed"], { number: 2 })).toBeNull();
});

test("what is the partnership's own leads to the newest entry that says just that", () => {
  const entryOf = entryIndex(ENTRIES);
  expect(entryOf(["agreement.signed"], { totalValueVnd: "9000" })).toBe(5);
  expect(entryOf(["agreement.signed"], { totalValueVnd: "9001" })).toBeNull();
  expect(entryOf(["agreement.signed"], { trlStart: null })).toBe(5);
  expect(entryOf(["milestone.reported"], { number: 2 })).toBe(7);
  expect(entryOf(["milestone.reported"], { number: 2, note: "Đã thử 72 giờ" })).toBe(6);
});
