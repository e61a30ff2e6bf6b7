import { type CallBody, type CallKind, type CallNeed, isOfMarket } from "#app/domain/partnerships/calls/call.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

/** The name of an organisation in the page's language, else in Vietnamese. */
export function bodyName(body: Pick<CallBody, "name">, lang: Language): string {
  return pickText(body.name, lang)?.text ?? "";
}

/** The way from the front page to the list in which a call of that kind stands. */
export function callCrumbs(kind: CallKind, lang: Language, t: Translate): { label: string; href: string }[] {
  return isOfMarket(kind)
    ? [
        { label: t("results:title"), href: `/${lang}/results` },
        { label: t("calls:market.title"), href: `/${lang}/results/market` },
      ]
    : [
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: t("calls:title"), href: `/${lang}/partnerships/calls` },
      ];
}

/** What is sought or offered, in words. */
export function needWords(t: Translate, needs: readonly CallNeed[]): string {
  return needs.map((need) => t(`calls:need.${need}`)).join(", ");
}

/** Readiness from–to in words; null where neither end is said. */
export function levelWords(t: Translate, from: number | null, to: number | null): string | null {
  if (from === null && to === null) return null;
  if (from === to) return t("calls:levelOnly", { level: String(from) });
  return t("calls:levels", { from: String(from ?? 1), to: String(to ?? 9) });
}

/** The houses that a partnership lacks, in words. */
export function houseWords(t: Translate, houses: readonly CallBody["house"][]): string {
  return houses.map((house) => t(`house:${house}`)).join(", ");
}
