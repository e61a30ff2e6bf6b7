import type { Actor } from "#app/domain/accounts/actor.ts";
import { listSimilarFiles } from "#app/domain/initiatives/desk/similar.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { log } from "#app/platform/log.server.ts";
import type { SimilarRow, SimilarView } from "#app/ui/initiatives/similar-list.tsx";
import { findSimilar, readSimilar, type SimilarQuestion } from "#search/similar/find.server.ts";
import type { Comparable } from "#search/similar/likeness.ts";
import { sharedPhrases } from "#search/similar/shared.ts";

/** The file that is asked about, by the words that stand in it. */
type Asked = { code: string; title: Texts; abstract: Texts };

type Words = { lang: Language; t: Translate };

/** What is public and similar to a file, for its proposer. Where search fails it says so. Two statements. */
export async function similarPublic(asked: Asked, words: Words): Promise<SimilarView> {
  const { t } = words;
  const found = await attempt(async () => publicRows(await readSimilar(textOf(asked)), asked.code, words));
  if (!found) return { said: t("similar:away"), rows: [] };
  if (found.rows.length > 0) return { said: t("similar:found", { count: found.rows.length }), rows: found.rows };
  return { said: t(found.isEmpty ? "similar:empty" : "similar:none"), rows: [] };
}

export type DeskSimilar = { open: SimilarView; files: SimilarView | null };

/** The same for a desk, with the undecided files that its reader may open; null where there are none. Three statements. */
export async function similarForDesk(actor: Actor, asked: Asked, words: Words): Promise<DeskSimilar> {
  const { lang, t } = words;
  const found = await attempt(async () => {
    const question = await readSimilar(textOf(asked));
    const [open, files] = await Promise.all([
      publicRows(question, asked.code, words),
      listSimilarFiles(actor, asked.code, question),
    ]);
    const tag = t("similar:file");
    return {
      open: open.rows,
      files: files.map((file) => row(question, file, { tag, href: `/${lang}/desk/intake/${file.code}` }, words)),
    };
  });
  if (!found) return { open: { said: t("similar:away"), rows: [] }, files: null };
  const { open, files } = found;
  return {
    open: { said: open.length > 0 ? t("similar:found", { count: open.length }) : t("similar:none"), rows: open },
    files: {
      said: files.length > 0 ? t("similar:files", { count: files.length }) : t("similar:filesNone"),
      rows: files,
    },
  };
}

function textOf({ title, abstract }: Asked): Comparable {
  return { title, teaser: abstract };
}

async function publicRows(question: SimilarQuestion, except: string, words: Words) {
  const { lang, t } = words;
  const found = await findSimilar(question, except);
  return {
    isEmpty: question.telling.length === 0,
    rows: found.map((one) => {
      const key = `search:kind.${one.type}`;
      return row(question, one, { tag: t.has(key) ? t(key) : one.type, href: `/${lang}${one.path}` }, words);
    }),
  };
}

function row(
  { text, weigh }: SimilarQuestion,
  found: Comparable & { code: string },
  { tag, href }: Pick<SimilarRow, "tag" | "href">,
  { lang, t }: Words,
): SimilarRow {
  const { code } = found;
  const title = pickText(found.title, lang) ?? { text: code, lang };
  const phrases =
    sharedPhrases(text, found, weigh)?.phrases.map((phrase) => t("similar:quote", { text: phrase })) ?? [];
  const why = phrases.length > 0 ? t("similar:why", { words: phrases.join(", ") }) : "";
  return { tag, code, href, title: title.text, titleLang: title.lang, why };
}

/** A page does not fail because search does. */
async function attempt<Found>(work: () => Promise<Found>): Promise<Found | null> {
  try {
    return await work();
  } catch (error) {
    log.warn({ err: error }, "What is similar cannot be looked up");
    return null;
  }
}
