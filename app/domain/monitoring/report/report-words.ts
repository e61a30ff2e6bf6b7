import type { Format } from "#app/platform/languages/format.ts";
import { LANGUAGE_NAMES, type Language } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import type { PaperBlock } from "#app/platform/paper/paper.ts";
import type { ReportFacts } from "./report.ts";

/** A report being written in a language. */
export type Told = { facts: ReportFacts; lang: Language; t: Translate; format: Format };

/** What somebody wrote, named with its language where that is not the report's. */
export function written({ lang }: Pick<Told, "lang">, text: string, language: Language): string {
  return text === "" || language === lang ? text : `${text} [${LANGUAGE_NAMES[language]}]`;
}

/** The best version of a text in up to three languages. */
export function textOf(told: Pick<Told, "lang">, texts: Texts): string {
  const picked = pickText(texts, told.lang);
  return picked ? written(told, picked.text, picked.lang) : "";
}

/** Who signed, by their post, and when. */
export function signed({ t, format }: Told, { post, at }: { post: string; at: string }): string {
  const key = `record:post.${post}`;
  const name = /^[A-Z_]+$/.test(post) && t.has(key) ? t(key) : post;
  return t("monitoring:answerBy", {
    post: name.charAt(0).toUpperCase() + name.slice(1),
    date: format.date(format.dayOf(at)),
  });
}

/** Facts under a caption, without those that have no value. */
export function facts(caption: string, pairs: readonly (readonly [term: string, value: string | null])[]): PaperBlock {
  return {
    kind: "facts",
    caption,
    facts: pairs.flatMap(([term, value]) => (value ? [{ term, value }] : [])),
  };
}
