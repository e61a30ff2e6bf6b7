import { LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import { type PickedText, pickText, type Texts } from "#app/platform/languages/texts.ts";
import type { SearchDocument } from "#search/document.ts";
import { type PlacedWord, placedWordsOf, type Word } from "#search/fold.ts";
import { type ParsedQuery, slipsAllowed, slipsBetween } from "#search/query.ts";
import { tokensIn } from "#search/synonyms/said.ts";

/** What stands before and after a match in plain text. Indexed text never contains them. */
export const MATCH_START = "\u0002";
export const MATCH_END = "\u0003";

/** The text without its marks. */
export function unmarked(text: string): string {
  return text.replaceAll(MATCH_START, "").replaceAll(MATCH_END, "");
}

/** A text with its matches between the marks, and the language that it is in. */
export type Marked = PickedText;

export type Excerpt = { title: Marked; snippet: Marked | null };

const WINDOW = 220;
/** Teaser and long text come first. */
const OWN = 2;

/**
 * Title and snippet of a hit for a page in `lang`: the teaser, or the part of the long text that has the words, or
 * teaser or title of another language where only that one has them. Where the title of the page's language already shows
 * why it was found, nothing in another language takes the place of a teaser in this one. Both engines mark matches by this
 * one function.
 */
export function excerptOf(document: SearchDocument, query: ParsedQuery, lang: Language): Excerpt {
  const wanted = wantedWords(query);
  const title = pickText(document.title, lang) ?? { lang, text: document.code };
  const teaser = pickText(document.teaser, lang);
  const candidates: (PickedText | null)[] = [
    teaser,
    document.body === "" ? null : { lang: document.bodyLang, text: document.body },
    ...LANGUAGES.filter((other) => other !== teaser?.lang).map((other) => textIn(document.teaser, other)),
    ...LANGUAGES.filter((other) => other !== title.lang).map((other) => textIn(document.title, other)),
  ];
  const inTitle = matchesIn(title.text, wanted);
  const own = candidates.slice(0, OWN).filter((text) => teaser?.lang !== lang || text?.lang === lang);
  const found = firstWithMatches(inTitle.length === 0 ? candidates : own, wanted);
  const shown = found?.text ?? teaser ?? candidates.find((text) => text !== null) ?? null;
  return {
    title: { lang: title.lang, text: mark(title.text, inTitle) },
    snippet: shown && { lang: shown.lang, text: excerpt(shown.text, found?.matches ?? []) },
  };
}

function firstWithMatches(candidates: readonly (PickedText | null)[], wanted: readonly Wanted[]) {
  for (const text of candidates) {
    const matches = text === null ? [] : matchesIn(text.text, wanted);
    if (text !== null && matches.length > 0) return { text, matches };
  }
}

function textIn(texts: Texts, lang: Language): PickedText | null {
  const text = texts[lang];
  return text ? { lang, text } : null;
}

type Wanted = {
  folded: string;
  toned: string;
  prefix: boolean;
  near: ReadonlySet<string>;
  known: boolean;
  /** whatever says the same is marked */
  typed?: readonly Word[];
};

function wantedWords(query: ParsedQuery): Wanted[] {
  const phrased = query.phrases
    .flat()
    .map((word) => ({ ...word, prefix: false, near: new Set<string>(), known: true }));
  return [...query.terms.map((term) => ({ ...term, near: new Set(term.near) })), ...phrased];
}

/** The words that match, exact tones before others: where a word occurs as typed, other tones of it are not marked. */
function matchesIn(text: string, wanted: readonly Wanted[]): PlacedWord[] {
  const words = placedWordsOf(text);
  const marked = new Set<PlacedWord>();
  const said = wanted.some(({ typed }) => typed) ? tokensIn(words) : [];
  for (const want of wanted) {
    if (want.typed) {
      for (const { from, to, tokens } of said)
        if (tokens.includes(want.folded)) for (const word of words.slice(from, to)) marked.add(word);
      continue;
    }
    const alike = words.filter((word) => word.folded === want.folded);
    const asTyped = alike.filter((word) => word.toned === want.toned);
    const exact = asTyped.length > 0 ? asTyped : alike;
    const found = exact.length > 0 && !want.prefix ? exact : words.filter((word) => fits(word.folded, want));
    for (const word of found) marked.add(word);
  }
  return words.filter((word) => marked.has(word));
}

function fits(word: string, want: Wanted): boolean {
  if (word === want.folded || want.near.has(word)) return true;
  if (want.prefix) return word.startsWith(want.folded);
  return !want.known && slipsBetween(word, want.folded) <= slipsAllowed(want.folded);
}

function mark(text: string, matches: readonly { from: number; to: number }[]): string {
  let marked = "";
  let at = 0;
  for (const [index, { from, to }] of matches.entries()) {
    const before = text.slice(at, from);
    // Words that follow one another are marked as one.
    if (index > 0 && /^ $/.test(before)) marked = marked.slice(0, -MATCH_END.length) + before;
    else marked += before + MATCH_START;
    marked += text.slice(from, to) + MATCH_END;
    at = to;
  }
  return marked + text.slice(at);
}

/** The stretch with the most matches, cut at words, with dots where something is left out. */
function excerpt(text: string, matches: readonly PlacedWord[]): string {
  if (text.length <= WINDOW * 1.4) return mark(text, matches);
  const starts = matches.map(({ from }) => Math.max(0, from - WINDOW / 4));
  const best = starts.reduce(
    (most, start) => {
      const inside = new Set(matches.filter((m) => m.from >= start && m.to <= start + WINDOW).map((m) => m.folded))
        .size;
      return inside > most.inside ? { start, inside } : most;
    },
    { start: 0, inside: 0 },
  );
  const from = best.start === 0 ? 0 : wordStart(text, Math.round(best.start));
  const to = from + WINDOW >= text.length ? text.length : wordEnd(text, from + WINDOW);
  const inside = matches.filter((match) => match.from >= from && match.to <= to);
  const shifted = inside.map((match) => ({ from: match.from - from, to: match.to - from }));
  const cut = mark(text.slice(from, to), shifted);
  return `${from > 0 ? "… " : ""}${cut}${to < text.length ? " …" : ""}`;
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space < 0 || space > at + 40 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(" ", at);
  return space < at - 40 ? at : space;
}
