import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

export type Sums = { totalPpm: number; remainderPpm: number };

/**
 * What a column makes and what is left: "Tỷ lệ cộng lại là 99,9999 %. Còn thiếu 0,0001 điểm: giao cho bên nào?", or by
 * how much it goes beyond. Null when it makes exactly 100 %.
 */
export function remainderSentence({ totalPpm, remainderPpm }: Sums, t: Translate, format: Format): string | null {
  if (remainderPpm === 0) return null;
  const params = { total: format.percent(totalPpm), points: format.percentDigits(Math.abs(remainderPpm)) };
  return t(remainderPpm > 0 ? "partnerships:shares.short" : "partnerships:shares.over", params);
}
