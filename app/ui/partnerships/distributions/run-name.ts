import type { Translate } from "#app/platform/languages/translate.ts";

export type NamedRun = { number: number; kind: "DISTRIBUTION" | "LOSS"; compensates: number | null };

/** The name of a run: its number, and which one it compensates. */
export function runName(t: Translate, { number, kind, compensates }: NamedRun): string {
  if (compensates !== null) return t("distributions:compensating", { number: String(number), of: String(compensates) });
  return t(kind === "LOSS" ? "distributions:loss" : "distributions:one", { number: String(number) });
}
