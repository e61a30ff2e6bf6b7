import { canonicalJson } from "#app/platform/canonical.ts";
import type { Schedule, ShareDimension } from "../share-schedule.ts";
import type { AgreementTerms } from "../terms/terms.ts";

export const TEXT_FORMAT = "ba-nha/agreement/1";

/** Everything that the parties sign. Days are 'YYYY-MM-DD' and half-open; shares are ppm, 1 000 000 is the whole. */
export type AgreementContent = {
  partnership: { code: string; form: string; title: Record<string, string>; from: string; to: string | null };
  productCode: string;
  version: number;
  validity: { from: string; to: string | null };
  hasStateMoney: boolean;
  profitConfidential: boolean;
  terms?: AgreementTerms;
  /** in the order of parties, which decides ties of rounding */
  parties: readonly {
    position: number;
    role: string;
    house: string;
    name: string;
    identifier: string;
    from: string;
    to: string | null;
  }[];
  schedules: readonly (Schedule & { dimension: ShareDimension })[];
};

const DIMENSION_ORDER: readonly ShareDimension[] = ["CAPITAL", "RISK", "PROFIT"];

/**
 * The one text of an agreement, whose SHA-256 every party signs: canonical JSON, so that the same content always gives
 * the same text. A line names its party by its place in the order of parties. The database compares `schedules`,
 * `version` and `validity` with what is recorded and refuses a text that says something else. `more` is what an amendment
 * says besides: its number, its day, its reason, and the hash of the text that it amends.
 * Source: docs/domain.md, "Partnerships and agreements" (every member signs the same hash).
 */
export function agreementText(
  content: AgreementContent,
  placeOf: (party: string) => number,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const schedules = [...content.schedules]
    .sort(
      (a, b) => DIMENSION_ORDER.indexOf(a.dimension) - DIMENSION_ORDER.indexOf(b.dimension) || byDay(a.from, b.from),
    )
    .map(({ dimension, from, to, lines }) => ({
      dimension,
      from,
      to: to ?? null,
      lines: lines.map(({ party, ppm }) => ({ party: placeOf(party), ppm })).sort((a, b) => a.party - b.party),
    }));
  const parties = [...content.parties].sort((a, b) => a.position - b.position);
  return canonicalJson({ ...content, format: TEXT_FORMAT, wholePpm: 1_000_000, parties, schedules, ...more });
}

function byDay(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
