import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signalSchema } from "#app/domain/monitoring/opinion/opinion.schema.ts";
import { shareOf } from "#app/domain/monitoring/opinion/opinion.ts";

describe("a share of people", () => {
  test("carries its 95 % interval by Wilson, as worked by hand", () => {
    // 8 of 10: 0.8; middle 0.716713…, half 0.226577… (z = 1.959964)
    expect(shareOf(8, 10)).toEqual({ ppm: 800_000, lowPpm: 490_162, highPpm: 943_318 });
    expect(shareOf(0, 20)).toMatchObject({ ppm: 0, lowPpm: 0 });
    expect(shareOf(20, 20)).toMatchObject({ ppm: 1_000_000, highPpm: 1_000_000 });
  });

  test("of fewer than five is not told", () => {
    expect(shareOf(4, 4)).toBeNull();
    expect(shareOf(4, 5)).not.toBeNull();
  });

  test("lies within its interval, which lies within 0 and 1, narrows with n and is mirrored by its complement", () => {
    const asked = fc
      .integer({ min: 5, max: 5_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(asked, ([count, n]) => {
        const share = shareOf(count, n);
        const other = shareOf(n - count, n);
        const finer = shareOf(count * 4, n * 4);
        if (!share || !other || !finer) return false;
        const width = share.highPpm - share.lowPpm;
        return (
          0 <= share.lowPpm &&
          share.lowPpm <= share.ppm &&
          share.ppm <= share.highPpm &&
          share.highPpm <= 1_000_000 &&
          Math.abs(share.lowPpm + other.highPpm - 1_000_000) <= 1 &&
          finer.highPpm - finer.lowPpm <= width
        );
      }),
    );
  });
});

describe("what is typed of a signal", () => {
  const typed = {
    ...{
      ownerId: "x",
      about: "",
      title: "Ý kiến về trả lời sáng kiến",
      channel: "SURVEY",
      language: "vi",
      source: "Phiếu số 1",
    },
    ...{
      method: "Hỏi ngẫu nhiên người đã nộp sáng kiến, qua phiếu.",
      question: "Có nhận được trả lời đúng hạn không?",
    },
    ...{ n: "20", fromOn: "01/10/2026", toOn: "15/10/2026" },
    figures: [
      { label: "Có", count: "12" },
      { label: "Không", count: "8" },
    ],
  };
  const paths = (more: object) =>
    signalSchema.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path.join(".")) ?? [];

  test("is counts that make n, unless several answers were possible; never more than were asked", () => {
    expect(paths({})).toEqual([]);
    expect(paths({ n: "21" })).toEqual(["n"]);
    expect(paths({ n: "21", several: "on" })).toEqual([]);
    expect(paths({ n: "10", several: "on" })).toEqual(["figures.0.count"]);
    expect(paths({ n: "" })).toEqual(["n"]);
  });

  test("has two different answers at least, whole, and a period that does not end before it begins", () => {
    const [yes] = typed.figures;
    expect(paths({ figures: [yes] })).toContain("figures.1.label");
    expect(paths({ figures: [yes, { ...yes, count: "8" }] })).toContain("figures.0.label");
    expect(paths({ figures: [yes, { label: "Không", count: "40 %" }] })).toContain("figures.1.count");
    expect(paths({ toOn: "01/09/2026" })).toEqual(["toOn"]);
  });
});
