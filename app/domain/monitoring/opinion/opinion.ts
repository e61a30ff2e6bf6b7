import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

/** How people were heard. */
export const OPINION_CHANNELS = ["SURVEY", "MEETING", "HOTLINE", "LETTERS", "PRESS", "NETWORKS"] as const;
export type OpinionChannel = (typeof OPINION_CHANNELS)[number];

/** Answers that a signal can have. */
export const MOST_ANSWERS = 12;
/** Below so many people no share is told. */
export const LEAST_ASKED = 5;

/** Lengths in characters. */
export const OPINION_LENGTHS = {
  title: { min: 10, max: 200 },
  method: { min: 20, max: 2_000 },
  question: { min: 10, max: 400 },
  summary: { max: 3_000 },
  source: { min: 5, max: 300 },
  label: { max: 120 },
  erratum: { min: 20, max: 2_000 },
} as const;

/** One answer and how many gave it. */
export type Figure = { label: string; count: number };

/** A share in ppm with the ends of its 95 % interval. */
export type Share = { ppm: number; lowPpm: number; highPpm: number };

/** 95 %: the standard normal deviate of 97.5 %. */
const Z = 1.959964;

/**
 * The share of `count` of `n` people with its 95 % interval by Wilson, in ppm rounded to whole numbers; null below LEAST_ASKED
 * people. The interval is that of a simple random sample: the method tells how far that holds. Source: docs/domain.md, "Public opinion".
 */
export function shareOf(count: number, n: number): Share | null {
  if (n < LEAST_ASKED) return null;
  const share = count / n;
  const square = (Z * Z) / n;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  const ppm = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1_000_000);
  return { ppm: ppm(share), lowPpm: ppm(middle - half), highPpm: ppm(middle + half) };
}

/** A signal in a list. Days are 'YYYY-MM-DD', instants RFC 3339. */
export type SignalItem = {
  code: string;
  title: string;
  language: Language;
  channel: OpinionChannel;
  question: string;
  n: number;
  several: boolean;
  figures: Figure[];
  fromOn: string;
  toOn: string;
  owner: Texts;
  campaign: string | null;
  subjectCode: string | null;
  source: string;
  releasedAt: string | null;
  publishedAt: string | null;
};

/** A whole signal. */
export type FoundSignal = SignalItem & {
  ownerOrganisationId: string;
  method: string;
  summary: string;
  errata: { text: string; language: Language; post: string; at: string }[];
};
