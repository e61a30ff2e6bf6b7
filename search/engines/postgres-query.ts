import type { Word } from "#search/fold.ts";
import type { Match } from "#search/port.ts";
import type { ParsedQuery, Term } from "#search/query.ts";

// Words are letters and digits alone (search/fold.ts), so that quoting them is all a tsquery needs.

/** What a query asks of the columns of search_document, as texts of the type tsquery; null where it asks nothing. */
export type TextConditions = {
  /** every word and phrase, or enough of them */
  wanted: string | null;
  /** what must not occur */
  unwanted: string | null;
  /** the words as written, for those that carry tones */
  exact: string | null;
  /** any word, for relevance */
  any: string | null;
  /** each word with its weight: the rarer, the heavier */
  words: { wanted: string; weight: number }[];
};

/** Marks a word as written in `vector`, beside the folded one. */
export const AS_WRITTEN = "=";

export function textConditions(query: ParsedQuery, match: Match): TextConditions {
  const words = query.terms.map(alternatives);
  const phrases = query.phrases.map((phrase) => phrase.map((word) => lexeme(word.folded)).join(" <-> "));
  const all = [...words, ...phrases].map((part) => `(${part})`);
  const asTyped = [...query.terms.flatMap(typedLexemes), ...query.phrases.flat().flatMap(tonedLexeme)];
  const telling = tellingTerms(query.terms);
  return {
    wanted: orNull(match === "all" ? all : [enough(telling)].filter((part) => part !== ""), " & "),
    unwanted: orNull(query.excluded.map(lexeme), " | "),
    exact: orNull(match === "all" ? asTyped : [], " & "),
    any: orNull(all, " | "),
    words: match === "all" ? [] : weighed(query.terms, telling),
  };
}

/** What says something of what is looked for; everything where nothing does. */
function tellingTerms(terms: readonly Term[]): readonly Term[] {
  const telling = terms.filter((term) => !term.filler);
  return telling.length > 0 ? telling : terms;
}

/** Each telling word, the same with its tones, and each two that were typed side by side: most Vietnamese words are two syllables. */
function weighed(terms: readonly Term[], telling: readonly Term[]): { wanted: string; weight: number }[] {
  const single = telling.map((term) => ({ wanted: alternatives(term), weight: weightOf(term) }));
  const toned = telling.flatMap((term) =>
    term.typed ? [] : tonedLexeme(term).map((wanted) => ({ wanted, weight: weightOf(term) })),
  );
  const pairs = terms.slice(1).flatMap((term, index) => {
    const before = terms[index];
    if (!before || before.filler || term.filler) return [];
    const weight = weightOf(before) + weightOf(term);
    return [{ wanted: `(${alternatives(before)}) <-> (${alternatives(term)})`, weight }];
  });
  return [...single, ...toned, ...pairs];
}

/** A lexeme in the text form of tsvector and tsquery. */
export function lexeme(word: string): string {
  return `'${word.replace(/['\\]/g, "")}'`;
}

/**
 * What stands in a document that says it in the very words: each with its tones, or the whole run of a synonym. Capitals
 * cannot be told from small letters.
 */
function typedLexemes({ typed, ...word }: Term): string[] {
  if (!typed || typed.some(({ capitals }) => capitals)) return tonedLexeme(word);
  return [`(${typed.map((one) => tonedLexeme(one)[0] ?? lexeme(one.folded)).join(" <-> ")})`];
}

function tonedLexeme({ folded, toned }: Word): string[] {
  return toned === folded ? [] : [lexeme(AS_WRITTEN + toned)];
}

function alternatives(term: Term): string {
  const begun = term.prefix ? [`${lexeme(term.folded)}:*`] : [];
  return [lexeme(term.folded), ...begun, ...term.near.map(lexeme)].join(" | ");
}

const RARE_ENOUGH = 8;

/** The rarest word, or any two of the rarer ones. Guesses at unknown words count only where nothing else is known. */
function enough(terms: readonly Term[]): string {
  const known = terms.filter((term) => term.known);
  const found = known.length > 0 ? known : terms.filter((term) => term.prefix || term.near.length > 0);
  const rare = found.toSorted((a, b) => a.documents - b.documents).slice(0, RARE_ENOUGH);
  const pairs = rare.flatMap((one, index) =>
    rare.slice(index + 1).map((other) => `((${alternatives(one)}) & (${alternatives(other)}))`),
  );
  return [...rare.slice(0, rare.length > 2 ? 1 : 2).map((one) => `(${alternatives(one)})`), ...pairs].join(" | ");
}

/** The rarer, the heavier; a guess is light. */
function weightOf(term: Term): number {
  return term.known ? 1 / (1 + Math.log1p(term.documents)) : 0.1;
}

function orNull(parts: readonly string[], operator: string): string | null {
  return parts.length === 0 ? null : parts.join(operator);
}
