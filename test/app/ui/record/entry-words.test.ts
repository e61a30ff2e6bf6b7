import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROLES } from "#app/domain/accounts/actor.ts";
import { INITIATIVE_STEPS } from "#app/domain/initiatives/initiative.ts";
import { CAMPAIGN_STEPS } from "#app/domain/monitoring/campaigns/campaign.ts";
import { NOTICE_EVENTS } from "#app/domain/notices/event.ts";
import { SUBJECT_TYPES } from "#app/domain/obligations/board.ts";
import { OBLIGATION_KINDS } from "#app/domain/obligations/obligation.ts";
import type { Step } from "#app/domain/obligations/step.ts";
import { AGREEMENT_STEPS, PARTNERSHIP_STEPS } from "#app/domain/partnerships/partnership.ts";
import { RESULT_STEPS } from "#app/domain/results/result.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { entryKind, entrySubject, entryWho } from "#app/ui/record/entry-words.ts";

const DRAFT = "DRAFT";

describe("every entry of the public record says in words", () => {
  test("what happened: each kind that a command writes has its sentence", () => {
    // what people are told of has sentences of its own, and may be called like an entry
    const kinds = [...writtenKinds().filter((kind) => !Object.hasOwn(NOTICE_EVENTS, kind)), ...stepKinds()];
    expect(kinds.length).toBeGreaterThan(30);
    expect(withoutSentence("record:kind", kinds)).toEqual([]);
  });

  test("no sentence speaks of a kind that no command writes", () => {
    const written = new Set([...writtenKinds(), ...stepKinds()]);
    expect(kindsOfSentences().filter((kind) => !written.has(kind))).toEqual([]);
  });

  test("who acted: each role and each hand of a transition table", () => {
    const hands = [...INITIATIVE_STEPS, ...RESULT_STEPS].flatMap((step) => step.by);
    expect(withoutSentence("record:post", [...ROLES, ...hands, ...writtenPosts()])).toEqual([]);
  });

  test("what it is about", () => {
    expect(withoutSentence("obligations:subject", SUBJECT_TYPES)).toEqual([]);
  });

  test("a body by its name, a post of somebody's own as they call it, a role by its word", () => {
    const t = translator("vi");
    const entry = { kind: "", subjectType: "ORGANISATION", subjectCode: "VN-TIN-0100109106" };
    expect(entryWho(t, { ...entry, organisation: "Viện Sông Máy", post: "Phó Viện trưởng: kỹ thuật" })).toBe(
      "Viện Sông Máy · Phó Viện trưởng: kỹ thuật",
    );
    expect(entryWho(t, { ...entry, organisation: null, post: "CLOCK" })).toBe("Đồng hồ của cổng");
    expect(entrySubject(t, { ...entry, organisation: null, post: "" })).toEqual({
      name: "Tổ chức",
      code: "VN-TIN-0100109106",
    });
    expect(entryKind(t, "initiative.under-evaluation")).toBe("Mở vòng thẩm định");
    expect(entryKind(t, "unheard.of")).toBe("unheard.of");
  });
});

describe("every clock says in words", () => {
  test("what is owed", () => {
    expect(withoutSentence("obligations:kind", OBLIGATION_KINDS)).toEqual([]);
  });

  test("who owes it", () => {
    const steps: readonly Step<string, string>[] = [
      ...INITIATIVE_STEPS,
      ...PARTNERSHIP_STEPS,
      ...AGREEMENT_STEPS,
      ...RESULT_STEPS,
    ];
    const debtors = steps.flatMap((step) => step.opens?.debtor ?? []);
    expect(withoutSentence("obligations:debtor", [...debtors, ...writtenDebtors()])).toEqual([]);
  });
});

function withoutSentence(branch: string, names: readonly string[]): string[] {
  return LANGUAGES.flatMap((lang) =>
    [...new Set(names)].filter((name) => !translator(lang).has(`${branch}.${name}`)).map((name) => `${lang} ${name}`),
  );
}

/** Kinds that are put together from the state that a step leads to. A draft is nobody's business yet. */
function stepKinds(): string[] {
  const of = (name: string, states: readonly string[]) =>
    states.filter((state) => state !== DRAFT).map((state) => `${name}.${state.toLowerCase().replaceAll("_", "-")}`);
  const byDefault = INITIATIVE_STEPS.filter((step) => step.closesAs === "DEFAULT").map((step) => step.to);
  return [
    ...of("initiative", byDefault).map((kind) => `${kind}-by-default`),
    ...of(
      "initiative",
      INITIATIVE_STEPS.map((step) => step.to),
    ),
    ...of(
      "campaign",
      CAMPAIGN_STEPS.map((step) => step.to),
    ),
    ...of(
      "result",
      RESULT_STEPS.map((step) => step.to),
    ),
  ];
}

/** Kinds as they stand in the code of the commands. */
function writtenKinds(): string[] {
  const dotted = domainFiles().flatMap((code) => matches(code, DOTTED));
  const capitals = domainFiles()
    .filter((code) => code.includes("appendEntry("))
    .flatMap((code) => matches(code, /kind: "([A-Z_]+)",\s+subject: \{ type/g));
  return [...new Set([...dotted, ...capitals])];
}

const DOTTED =
  /(?<!act: )"((?:initiative|partnership|agreement|amendment|distribution|capital|funding|result|obligation|calendar|comment|challenge|call|milestone|metric|failure|record|campaign|assessment|finding|recommendation|risk|risk-file|exit|public-comment|interview|opinion|organisation)\.[a-z-]+)"/g;

function writtenPosts(): string[] {
  return domainFiles().flatMap((code) => matches(code, /post: "([A-Z_]+)"/g));
}

function writtenDebtors(): string[] {
  return domainFiles().flatMap((code) => matches(code, /debtor: \{[^}]*role: "([A-Z_]+)"/g));
}

function matches(code: string, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map((match) => match[1] ?? "");
}

function domainFiles(): string[] {
  return readdirSync("app/domain", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join("app/domain", file), "utf8"));
}

function kindsOfSentences(): string[] {
  const { kind } = JSON.parse(readFileSync("app/platform/languages/vi/record.json", "utf8"));
  return Object.entries<string | object>(kind).flatMap(([name, value]) =>
    typeof value === "string" ? [name] : Object.keys(value).map((key) => `${name}.${key}`),
  );
}
