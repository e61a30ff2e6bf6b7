import { chosenFacets, type Filters } from "#search/facets.ts";
import type { Word } from "#search/fold.ts";
import { type DayRange, momentsOf } from "#search/published.ts";
import type { ParsedQuery, Term } from "#search/query.ts";

// What Meilisearch is asked, in its own text form. Words are letters and digits alone (search/fold.ts): what has a
// meaning in this text, we put there.

export function carriesTones(query: ParsedQuery): boolean {
  const words = [...query.terms.flatMap((term) => term.typed ?? [term]), ...query.phrases.flat()];
  return words.some((word) => word.toned !== word.folded);
}

/** Whether something in it stands for other words as well. */
export function saysOtherwise(query: ParsedQuery): boolean {
  return query.terms.some(({ typed }) => typed);
}

export function foldedWord(word: Word): string {
  return word.folded;
}

/** A word as it may be matched: in quotation marks it is neither the beginning of another nor a slip for it. */
export function quotedOrLoose(term: Term, spell = foldedWord): string {
  const guessed = term.near.length > 0 || term.prefix;
  return guessed || term.folded.length < 5 ? spell(term) : `"${spell(term)}"`;
}

/** The very words that were typed, where the term stands for others as well; capitals cannot be told from small letters. */
export function typedText(term: Term, spell: (word: Word) => string): string {
  const { typed } = term;
  if (!typed || typed.some(({ capitals }) => capitals)) return quotedOrLoose(term, spell);
  return `"${typed.map(spell).join(" ")}"`;
}

/** The whole query; `say` tells how a term is put. */
export function queryText(query: ParsedQuery, say: (term: Term) => string, spell = foldedWord): string {
  const words = query.terms.map((term) => say(term));
  const phrases = query.phrases.map((phrase) => `"${phrase.map(spell).join(" ")}"`);
  const excluded = query.excluded.map((word) => `-"${word}"`);
  const open = query.terms.at(-1)?.prefix;
  return open ? [...excluded, ...phrases, ...words].join(" ") : `${[...words, ...phrases, ...excluded].join(" ")} `;
}

export function filterOf(filters: Filters, published?: DayRange): string[] {
  const chosen = chosenFacets(filters).map(
    ([name, values]) => `${name} IN [${values.map((value) => JSON.stringify(wellFormed(value))).join(", ")}]`,
  );
  if (!published) return chosen;
  const { from, before } = momentsOf(published);
  return [...chosen, `publishedAt >= ${from}`, `publishedAt < ${before}`];
}

/** Half a character would be written as an escape that Meilisearch does not read. */
function wellFormed(value: string): string {
  return value.replace(/\p{Cs}/gu, "\ufffd");
}
