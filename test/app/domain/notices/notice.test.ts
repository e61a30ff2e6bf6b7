import fc from "fast-check";
import { expect, test } from "vitest";
import { INITIATIVE_STATES } from "#app/domain/initiatives/initiative.ts";
import { NOTICE_EVENTS } from "#app/domain/notices/event.ts";
import { bySubject, type Notice, noticePath, noticeSentence } from "#app/domain/notices/notice.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";

const NOTICE: Notice = {
  id: "1",
  event: "initiative.step",
  params: {},
  type: "INITIATIVE",
  code: "SK-2026-0001",
  title: null,
  at: "2026-11-21T00:00:00Z",
  isRead: false,
};

test.each(LANGUAGES)("every event has a sentence in %s, whatever its command says of it", (lang) => {
  const t = translator(lang);
  for (const event of Object.keys(NOTICE_EVENTS)) {
    const sentence = noticeSentence(t, { event, params: {} });
    expect(sentence.length, event).toBeGreaterThan(5);
    expect(sentence, event).not.toBe(event);
  }
});

test.each(LANGUAGES)("every step of an initiative is told in words of its own in %s", (lang) => {
  const t = translator(lang);
  const general = noticeSentence(t, { event: "initiative.step", params: {} });
  for (const state of INITIATIVE_STATES.filter((one) => one !== "DRAFT"))
    expect(noticeSentence(t, { event: "initiative.step", params: { state } }), state).not.toBe(general);
});

test("what makes a piece of news its own stands behind its sentence", () => {
  const said = (lang: "vi" | "fr", event: string, params: Notice["params"]) =>
    noticeSentence(translator(lang), { event, params });
  expect(said("vi", "initiative.implementation", { percent: 40 })).toBe("Có tin mới về việc thực hiện: 40\u00a0%");
  expect(said("vi", "initiative.linked", { kind: "RESULT", code: "KQ-2026-0001" })).toMatch(/: KQ-2026-0001$/);
  expect(said("vi", "result.stale", { until: "2026-12-16" })).toMatch(/: chậm nhất 16\/12\/2026$/);
  expect(said("fr", "call.ending", { code: "HT-2026-0001", until: "2026-12-09" })).toMatch(
    /: clôture le 09\/12\/2026$/,
  );
  expect(said("fr", "extension.requested", { duty: "DECISION", until: "2026-12-01" })).toMatch(/réponse\u00a0: /);
});

test("news of a council leads to the desk where it is acted upon, other news to its subject", () => {
  expect(noticePath({ ...NOTICE, event: "council.named" })).toBe("/desk/evaluator/SK-2026-0001");
  expect(noticePath(NOTICE)).toBe("/initiatives/SK-2026-0001");
  expect(noticePath({ ...NOTICE, event: "question.asked" })).toBe("/initiatives/SK-2026-0001/voice");
  const answered = { ...NOTICE, event: "question.answered", params: { comment: "YK-2026-0004" } };
  expect(noticePath(answered)).toBe("/comments/YK-2026-0004");
  const edited = { ...NOTICE, event: "initiative.edited", params: { version: 3 } };
  expect(noticePath(edited)).toBe("/initiatives/SK-2026-0001/versions/3");
  const asked = { ...NOTICE, event: "extension.requested", params: { obligation: "7b1f" } };
  expect(noticePath(asked)).toBe("/obligations/7b1f");
  expect(noticePath({ ...NOTICE, type: "PERSON_ROLE", code: "x" })).toBe("/obligations");
});

test("news is gathered by subject: nothing lost, nothing moved within a subject, the newest subject first", () => {
  const someNews = fc.array(fc.constantFrom("SK-2026-0001", "SK-2026-0002", "DA-2026-0001"), { maxLength: 30 });
  fc.assert(
    fc.property(someNews, (codes) => {
      const notices = codes.map((code, place) => ({ ...NOTICE, id: String(codes.length - place), code }));
      const groups = bySubject(notices);
      expect(groups.flatMap((group) => group.notices)).toHaveLength(notices.length);
      expect(groups.map((group) => group.code)).toEqual([...new Set(codes)]);
      for (const group of groups) expect(group.notices).toEqual(notices.filter((one) => one.code === group.code));
    }),
  );
});
