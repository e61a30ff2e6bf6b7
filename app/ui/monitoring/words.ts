import type { Translate } from "#app/platform/languages/translate.ts";

/** What was tried, in words; null for what no form of the portal does. */
export function actWord(t: Translate, act: string): string | null {
  const key = `monitoring:acts.${act}`;
  return /^[a-z-]+\.[a-z-]+$/.test(act) && t.has(key) ? t(key) : null;
}

/** Why a try was refused. */
export function reasonWord(t: Translate, reason: string): string {
  const key = `monitoring:reason.${reason}`;
  return t.has(key) ? t(key) : reason;
}
