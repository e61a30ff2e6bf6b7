import type { Texts } from "#app/platform/languages/texts.ts";

/** What an organisation takes part in, as far as everybody may know it: how many, and the newest of them. */
export type Works = { count: number; newest: { code: string; title: Texts }[] };
export type PublicWorks = Record<"initiatives" | "partnerships" | "results", Works>;
