import { canonicalJson } from "#app/platform/canonical.ts";
import type { ResultContent } from "../completeness.ts";
import { currentReadiness } from "../exploitation.ts";

/** The content of a result as one canonical text: the same content always hashes alike, whoever verified what since. */
export function contentText(content: ResultContent): string {
  const acts = content.acts.map(({ id: _id, verified: _verified, ...act }) => act);
  return canonicalJson({ ...content, acts });
}

/** What the public record says of a result that is published. No personal data: authors stand on the page alone. */
export function publishedPayload(content: ResultContent): Record<string, unknown> {
  const { title, teaser, resultType, productCodes, provinceCode, readiness, acts } = content;
  return {
    title,
    teaser,
    resultType,
    productCodes,
    provinceCode,
    readinessLevel: currentReadiness(readiness)?.level ?? null,
    verifiedActs: acts.filter((act) => act.verified).length,
  };
}
