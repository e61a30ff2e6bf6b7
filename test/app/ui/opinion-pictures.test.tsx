import { expect, test } from "vitest";
import type { FoundSignal } from "#app/domain/monitoring/opinion/opinion.ts";
import { SignalFacts, SignalFigure } from "#app/ui/monitoring/opinion/signal-parts.tsx";
import { draw, textOfMarkup } from "./draw.tsx";

const SIGNAL: FoundSignal = {
  ...{
    code: "DL-2026-0001",
    title: "Ý kiến về trả lời",
    language: "vi",
    channel: "SURVEY",
    question: "Có đúng hạn không?",
  },
  ...{
    n: 20,
    several: false,
    fromOn: "2026-10-01",
    toOn: "2026-10-15",
    owner: { vi: "Ban Giám sát" },
    source: "Phiếu hỏi",
  },
  ...{ campaign: null, subjectCode: "KQ-2026-0001", releasedAt: null, publishedAt: null, summary: "", errata: [] },
  ...{ ownerOrganisationId: "x", method: "Phiếu hỏi gửi ngẫu nhiên." },
  figures: [
    { label: "Có", count: 12 },
    { label: "Không", count: 8 },
  ],
};

test("a signal is a picture with the whiskers of its intervals, told in words and in the same table, in each language", () => {
  for (const [lang, words] of [
    ["vi", "60,0 % (38,7 % đến 78,1 %)"],
    ["en", "60.0% (38.7% to 78.1%)"],
    ["fr", "60,0 % (38,7 % à 78,1 %)"],
  ] as const) {
    const markup = draw(<SignalFigure signal={SIGNAL} />, lang);
    expect(textOfMarkup(markup)).toContain(words);
    expect(markup).toMatch(/<rect class="p-ink3" x="0" [^>]*width="60\.00%"/);
    expect(markup).toMatch(/<line class="rng" x1="38\.66%" x2="78\.12%"/);
    expect(markup).toContain("<table");
  }
});

test("below five people nothing is drawn and no share is told", () => {
  const few = {
    ...SIGNAL,
    n: 4,
    figures: [
      { label: "Có", count: 4 },
      { label: "Không", count: 0 },
    ],
  };
  const markup = draw(<SignalFigure signal={few} />);
  expect(markup).not.toContain("<svg");
  expect(textOfMarkup(markup)).toContain("chưa tính");
});

test("what a signal is about is linked where it is read", () => {
  expect(draw(<SignalFacts signal={SIGNAL} />)).toContain('href="/vi/results/KQ-2026-0001"');
});
