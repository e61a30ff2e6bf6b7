import { addDays } from "#app/domain/obligations/calendar.ts";
import { LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import type { PublicMember } from "../queries.server.ts";

/** What the export says about things that a partnership names by their code. */
export type OcdsContext = {
  /** the portal's public address, without a slash at its end */
  origin: string;
  lang: Language;
  t: Translate;
  /** 'YYYY-MM-DD' in Vietnam: what is in force on it */
  today: string;
  products: ReadonlyMap<string, Texts>;
  provinces: ReadonlyMap<string, Texts>;
};

/** A list that has something in it: OCDS wants no empty ones. */
export function some<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** `title` in the language of the export (else the one there is), `title_en` and so on for the others. */
export function worded(field: string, texts: Texts, lang: Language): Record<string, string> {
  const picked = pickText(texts, lang);
  if (!picked) return {};
  const others = LANGUAGES.filter((other) => other !== picked.lang && texts[other]?.trim());
  return {
    [field]: picked.text,
    ...Object.fromEntries(others.map((other) => [`${field}_${other}`, texts[other] ?? ""])),
  };
}

/** The first moment of a day in Vietnam. */
export function dayBegins(on: string): string {
  return `${on}T00:00:00+07:00`;
}

/** A half-open period of days as OCDS has it: with the last moment that belongs to it. */
export function ocdsPeriod({ from, to }: { from: string; to: string | null }) {
  return { startDate: dayBegins(from), endDate: to === null ? undefined : `${addDays(to, -1)}T23:59:59+07:00` };
}

/** An instant as the database's JSON gives it, in UTC. */
export function instant(at: string): string {
  return new Date(at).toISOString();
}

/** Exact đồng: written as a JSON number by `ocdsText`, however large. */
export function value(vnd: string | bigint) {
  return { amount: BigInt(vnd), currency: "VND" } as const;
}

/** A party of the release, as everything else in it refers to it. */
export function reference(member: PublicMember, lang: Language) {
  return { id: member.identifier, name: pickText(member.names, lang)?.text };
}
