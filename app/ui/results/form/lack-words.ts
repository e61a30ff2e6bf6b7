import type { Lack } from "#app/domain/results/lack.ts";
import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

/** What a result lacks, in words. */
export function lackWords(lack: Lack, t: Translate, format: Format): string {
  const { sumPpm, ...params } = lack.params ?? {};
  if (sumPpm !== undefined) return t(`results:check.need.${lack.need}`, { sum: format.percent(sumPpm) });
  return t(`results:check.need.${lack.need}`, params);
}
