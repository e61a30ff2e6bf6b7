import { ofPpm, type Ppm, ratePpm } from "#app/domain/partnerships/calculations/exact.ts";

/**
 * What the authors are owed at least when a result is contributed as capital at a value (đồng), and how many ppm of
 * the whole capital that is (null without capital). This way and that of the profit exclude each other for one act of
 * exploitation [P]. Source: docs/domain.md, "Profit waterfall"; Law 93/2025/QH15 Art. 28(3) [r].
 */
export function minimumOfContribution(
  resultValueVnd: bigint,
  statutoryMinimumRatePpm: Ppm,
  capitalVnd: bigint,
): { authorsVnd: bigint; ofCapitalPpm: bigint | null } {
  const authorsVnd = ofPpm(resultValueVnd, statutoryMinimumRatePpm);
  return { authorsVnd, ofCapitalPpm: ratePpm(authorsVnd, capitalVnd) };
}
