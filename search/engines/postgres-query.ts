import type { Word } from "#search/fold.ts";
import type { Match } from "#search/port.ts";
import type { ParsedQuery, Term } from "#search/query.ts";

// Words are letters and digits alone (search/fold.ts), so that quoting them is all a tsquery needs.

/** What a query asks of the index. A leaf is one thing that documents have or have not; sets of leaves are tiers. */
export type Asked = {
  /** lexemes by leaf: a document has the leaf that has one of them */
  lexemes: { leaf: number; lexeme: string }[];
  /** leaves that are phrases, as tsquery */
  phrases: { leaf: number; query: string }[];
  /** a document is in a tier that has all leaves of one of its sets; tier 0 is what matches, the others the better, the lower */
  sets: { tier: number; set: number; leaf: number }[];
  /** the leaf that no match may have */
  unwanted: number | null;
  /** tiers up to this one have the words as written; 0 where none carries tones */
  asWritten: number;
};

/** What relevance is reckoned from, as texts of the type tsquery; null where nothing is asked. */
export type Relevance = {
  /** every word and phrase */
  all: string | null;
  /** any word */
  any: string | null;
  /** each word with its weight: the rarer, the heavier */
  words: { wanted: string; weight: number }[];
};

/** Marks a word as written in `vector`, beside the folded one. */
export const AS_WRITTEN = "=";
/** Marks a folded word that stands in the title, in `vector`. */
export const IN_TITLE = "^";
/** Marks the token of a synonym that is said in the very words of the token, in `vector`. */
export const IN_THESE_WORDS = "~";

/** Stands among the facets of the index and is shown as none: the month in which a thing became public. */
export const MONTH = "month";

export function askedOf(query: ParsedQuery, match: Match): Asked {
  const leaves = makeLeaves();
  const unwanted = query.excluded.length > 0 ? leaves.ofWords(query.excluded) : null;
  const sets = match === "all" ? setsOfAll(query, leaves) : setsOfSome(query, leaves);
  return {
    lexemes: leaves.lexemes,
    phrases: leaves.phrases,
    sets: sets.flatMap(({ tier, leaves: own }, set) => own.map((leaf) => ({ tier, set, leaf }))),
    unwanted,
    asWritten: match === "all" && typedLexemes(query).length > 0 ? 2 : 0,
  };
}

export function relevanceOf(query: ParsedQuery, match: Match): Relevance {
  const words = query.terms.map((term) => alternatives(term).map(lexeme).join(" | "));
  const phrases = query.phrases.map(phraseText);
  const parts = [...words, ...phrases].map((part) => `(${part})`);
  return {
    all: match === "all" ? orNull(parts, " & ") : null,
    any: orNull(parts, " | "),
    words: match === "all" ? [] : weighed(query.terms, tellingTerms(query.terms)),
  };
}

type Leaves = Pick<Asked, "lexemes" | "phrases"> & {
  ofWords: (words: readonly string[]) => number;
  ofPhrase: (phrase: readonly Word[]) => number;
};

/** Gives each thing that is asked its number, the same for the same. */
function makeLeaves(): Leaves {
  const numbers = new Map<string, number>();
  const lexemes: Asked["lexemes"] = [];
  const phrases: Asked["phrases"] = [];
  function numberOf(key: string, add: (leaf: number) => void): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const leaf = numbers.size;
    numbers.set(key, leaf);
    add(leaf);
    return leaf;
  }
  const ofWords = (words: readonly string[]) =>
    numberOf(words.join(" "), (leaf) => void lexemes.push(...words.map((word) => ({ leaf, lexeme: word }))));
  return {
    lexemes,
    phrases,
    ofWords,
    ofPhrase: (phrase) =>
      phrase.length === 1
        ? ofWords(phrase.map(({ folded }) => folded))
        : numberOf(phraseText(phrase), (leaf) => void phrases.push({ leaf, query: phraseText(phrase) })),
  };
}

type TierSet = { tier: number; leaves: number[] };

/** Every word and phrase; better with tones as typed, and better where all of it stands in the title. */
function setsOfAll(query: ParsedQuery, leaves: Leaves): TierSet[] {
  if (query.terms.length === 0 && query.phrases.length === 0) return [];
  const all = [
    ...query.terms.map((term) => leaves.ofWords(alternatives(term))),
    ...query.phrases.map((phrase) => leaves.ofPhrase(phrase)),
  ];
  const asTyped = typedLexemes(query).map((one) => leaves.ofWords([one]));
  const titled = [
    ...query.terms.map((term) => leaves.ofWords(alternatives(term).map((word) => IN_TITLE + word))),
    ...query.phrases.flat().map(({ folded }) => leaves.ofWords([IN_TITLE + folded])),
  ];
  const first = { tier: 0, leaves: all };
  const last = { tier: 3, leaves: [...all, ...titled] };
  if (asTyped.length === 0) return [first, last];
  return [first, { tier: 1, leaves: [...all, ...asTyped, ...titled] }, { tier: 2, leaves: [...all, ...asTyped] }, last];
}

const RARE_ENOUGH = 8;
const RANKED_BY = 4;

/** The rarest word, or any two of the rarer ones; the more of the rarest, the better. Guesses count only where nothing else is known. */
function setsOfSome({ terms }: ParsedQuery, leaves: Leaves): TierSet[] {
  const telling = tellingTerms(terms);
  const known = telling.filter((term) => term.known);
  const found = known.length > 0 ? known : telling.filter((term) => term.begun.length > 0 || term.near.length > 0);
  const rare = found
    .toSorted((a, b) => a.documents - b.documents)
    .slice(0, RARE_ENOUGH)
    .map((term) => leaves.ofWords(alternatives(term)));
  const ranking = rare.slice(0, RANKED_BY);
  return [
    ...rare.slice(0, rare.length > 2 ? 1 : 2).map((leaf) => ({ tier: 0, leaves: [leaf] })),
    ...choose(rare, 2).map((pair) => ({ tier: 0, leaves: pair })),
    ...ranking.slice(1).flatMap((_leaf, fewer) => {
      const size = ranking.length - fewer;
      return choose(ranking, size).map((some) => ({ tier: 1 + fewer, leaves: some }));
    }),
  ];
}

/** Every choice of so many. */
function choose<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => choose(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}

/** What says something of what is looked for; everything where nothing does. */
function tellingTerms(terms: readonly Term[]): readonly Term[] {
  const telling = terms.filter((term) => !term.filler);
  return telling.length > 0 ? telling : terms;
}

/** Each telling word, the same with its tones, and each two that were typed side by side: most Vietnamese words are two syllables. */
function weighed(terms: readonly Term[], telling: readonly Term[]): { wanted: string; weight: number }[] {
  const text = (term: Term) => alternatives(term).map(lexeme).join(" | ");
  const single = telling.map((term) => ({ wanted: text(term), weight: weightOf(term) }));
  const toned = telling.flatMap((term) =>
    term.typed ? [] : tonedLexeme(term).map((wanted) => ({ wanted: lexeme(wanted), weight: weightOf(term) })),
  );
  const pairs = terms.slice(1).flatMap((term, index) => {
    const before = terms[index];
    if (!before || before.filler || term.filler) return [];
    return [{ wanted: `(${text(before)}) <-> (${text(term)})`, weight: weightOf(before) + weightOf(term) }];
  });
  return [...single, ...toned, ...pairs];
}

/** A lexeme in the text form of tsvector and tsquery. */
export function lexeme(word: string): string {
  return `'${word.replace(/['\\]/g, "")}'`;
}

/** What a document has that says it in the very words. Capitals cannot be told from small letters. */
function typedLexemes({ terms, phrases }: ParsedQuery): string[] {
  return [
    ...terms.flatMap(({ typed, ...word }) => {
      if (!typed || typed.some(({ capitals }) => capitals)) return tonedLexeme(word);
      return [IN_THESE_WORDS + word.folded, ...typed.flatMap(tonedLexeme)];
    }),
    ...phrases.flat().flatMap(tonedLexeme),
  ];
}

function tonedLexeme({ folded, toned }: Word): string[] {
  return toned === folded ? [] : [AS_WRITTEN + toned];
}

/** The word and whatever stands for it. */
function alternatives(term: Term): string[] {
  return [...new Set([term.folded, ...term.begun, ...term.near])];
}

function phraseText(phrase: readonly Word[]): string {
  return phrase.map((word) => lexeme(word.folded)).join(" <-> ");
}

/** The rarer, the heavier; a guess is light. */
function weightOf(term: Term): number {
  return term.known ? 1 / (1 + Math.log1p(term.documents)) : 0.1;
}

function orNull(parts: readonly string[], operator: string): string | null {
  return parts.length === 0 ? null : parts.join(operator);
}
