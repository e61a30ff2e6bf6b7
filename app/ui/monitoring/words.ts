import type { Translate } from "#app/platform/languages/translate.ts";

/** Why a try was refused. */
export function reasonWord(t: Translate, reason: string): string {
  const key = `monitoring:reason.${reason}`;
  return t.has(key) ? t(key) : reason;
}
