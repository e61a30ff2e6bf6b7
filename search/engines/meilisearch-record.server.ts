import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import type { Texts } from "#app/platform/languages/texts.ts";
import { numbersOf, type SearchDocument, type VersionedDocument } from "#search/document.ts";
import { FACETS, facetValuesOf } from "#search/facets.ts";
import { codesOf, type Word, wordsOf } from "#search/fold.ts";
import { SYNONYMS_VERSION, tokensIn } from "#search/synonyms/said.ts";

/** The searched fields in the order in which they count. Each holds folded words, its twin the words as written. */
const FIELDS = ["title", "teaser", "keywords", "names", "body"] as const;
type Field = (typeof FIELDS)[number];
type Twin = `written${Capitalize<Field>}`;

function twinOf<Name extends Field>(field: Name): Twin {
  const twins = {
    title: "writtenTitle",
    teaser: "writtenTeaser",
    keywords: "writtenKeywords",
    names: "writtenNames",
    body: "writtenBody",
  } as const;
  return twins[field];
}

export const FOLDED_FIELDS: string[] = [...FIELDS];
export const WRITTEN_FIELDS: string[] = FIELDS.map(twinOf);

/** More than is counted, so that "more than counted" can be told. */
export const MOST_HITS = 10_001;

export const SETTINGS = {
  searchableAttributes: [...FOLDED_FIELDS, ...WRITTEN_FIELDS],
  displayedAttributes: ["id", "version", "document"],
  filterableAttributes: [...FACETS, "publishedAt"],
  sortableAttributes: ["publishedAt", "updatedAt", "level"],
  rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness", "publishedAt:desc"],
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnAttributes: WRITTEN_FIELDS,
    disableOnNumbers: true,
  },
  faceting: { maxValuesPerFacet: 300 },
  pagination: { maxTotalHits: MOST_HITS },
  searchCutoffMs: 900,
} satisfies Settings;

/** Changes with every change of the settings or of the shape below: an index of another name is another index. */
export function settingsName(): string {
  return createHash("sha256")
    .update(JSON.stringify([SETTINGS, RECORD_SHAPE, SYNONYMS_VERSION]))
    .digest("hex")
    .slice(0, 8);
}

const RECORD_SHAPE = 3;

export type MeilisearchRecord = { id: string; version: string; document: SearchDocument } & Record<string, unknown>;

/** A document as Meilisearch keeps it: words cut and folded by our own reading, so that its tokeniser has no say. */
export function recordOf(versioned: VersionedDocument): MeilisearchRecord {
  const { version, ...document } = versioned;
  const { code, title, teaser, keywords, names, productNames, body } = document;
  const texts: Record<Field, string[]> = {
    title: [code, ...inAll(title)],
    teaser: inAll(teaser),
    keywords: [...keywords, ...numbersOf(document), ...productNames],
    names,
    body: [body],
  };
  return {
    id: document.id,
    version,
    document,
    ...Object.fromEntries(FIELDS.map((field) => [field, texts[field].map(foldedText)])),
    ...Object.fromEntries(FIELDS.map((field) => [twinOf(field), texts[field].map(writtenText)])),
    ...facetValuesOf(document),
    level: document.trl ?? 0,
    publishedAt: Date.parse(document.publishedAt),
    updatedAt: Date.parse(document.updatedAt),
  };
}

/** A word with its tones as plain letters, told apart from every folded word; a word without tones is itself. */
export function writtenWord({ folded, toned }: Word): string {
  if (folded === toned) return folded;
  return `zq${[...toned].map((letter) => (/[a-z0-9]/.test(letter) ? letter : `z${letter.codePointAt(0)?.toString(36)}z`)).join("")}`;
}

function foldedText(text: string): string {
  const words = wordsOf(text);
  const tokens = tokensIn(words).flatMap((said) => said.tokens);
  return [...words.map((word) => word.folded), ...codesOf(text), ...tokens].join(" ");
}

function writtenText(text: string): string {
  return [...wordsOf(text).map(writtenWord), ...codesOf(text)].join(" ");
}

function inAll(texts: Texts): string[] {
  return [texts.vi, texts.en, texts.fr].flatMap((text) => (text ? [text] : []));
}
