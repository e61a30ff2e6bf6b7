/** Whom a result is for. Source: docs/domain.md, "Results" (Profile). */
export const AUDIENCES = [
  "ENTERPRISE",
  "SMALL_ENTERPRISE",
  "COOPERATIVE",
  "SCHOOL",
  "STATE_BODY",
  "INVESTOR",
  "COMMUNITY",
  "INTERNATIONAL",
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What its owners look for, in the words of the market of results and of calls for partners. */
export const RESULT_NEEDS = [
  "LICENCE",
  "SALE",
  "JOINT_VENTURE",
  "CO_DEVELOPMENT",
  "PILOT",
  "CAPITAL",
  "SITE",
  "MARKET",
] as const;
export type ResultNeed = (typeof RESULT_NEEDS)[number];

/** Where its market is. */
export const MARKET_AREAS = [
  "PROVINCE",
  "VIETNAM",
  "ASEAN",
  "EAST_ASIA",
  "SOUTH_ASIA",
  "MIDDLE_EAST",
  "EUROPE",
  "NORTH_AMERICA",
  "LATIN_AMERICA",
  "AFRICA",
  "OCEANIA",
] as const;
export type MarketArea = (typeof MARKET_AREAS)[number];

/** A prize, a title, a place in a list: who gave what, on which day ('YYYY-MM-DD'), under which number. */
export type Recognition = { award: string; body: string; onDate: string; reference: string };

/** Whom a result is for and what its owners look for; the texts in the language of the description. */
export type ResultAudience = {
  audiences: Audience[];
  needs: ResultNeed[];
  marketAreas: MarketArea[];
  competitiveAdvantage: string;
  marketSegment: string;
};

/** The most characters of a text, and the most rows of recognition. */
export const AUDIENCE_LENGTHS = { competitiveAdvantage: 2_000, marketSegment: 1_000 } as const;
export const MOST_RECOGNITION = 10;

/** Whether anything is said of whom it is for. */
export function hasAudience(said: ResultAudience): boolean {
  const { audiences, needs, marketAreas, competitiveAdvantage, marketSegment } = said;
  return [...audiences, ...needs, ...marketAreas].length > 0 || competitiveAdvantage !== "" || marketSegment !== "";
}
