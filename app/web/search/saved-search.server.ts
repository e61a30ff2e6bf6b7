import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import type { SearchToSave } from "#app/domain/notices/searches/keep.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { FACET_KEYS, filtersOf, readAddress, savedAddress } from "#app/web/search/search-address.ts";
import { dayLabel, labeller } from "#app/web/search/search-page.server.ts";

const LONGEST_NAME = 300;

/** The search that an address asks for, with its words and filters for a name in this language. */
export async function searchToSave(address: string, lang: Language): Promise<SearchToSave> {
  const catalogue = await loadCatalogue();
  const t = translator(lang);
  const asked = readAddress(new URL(`https://ba-nha.invalid/?${address}`), catalogue, dayInVietnam(new Date()));
  const label = labeller(catalogue, lang, t);
  const words = FACET_KEYS.flatMap((key) => asked.chosen[key].map((value) => label(key, value)));
  const { from, to } = asked.published;
  const days = [...(from === null ? [] : [dayLabel("from", from, t)]), ...(to === null ? [] : [dayLabel("to", to, t)])];
  const name =
    [...(asked.text === "" ? [] : [asked.text]), ...words, ...days].join(" · ") || t("notices:searches.everything");
  return {
    name: [...name].slice(0, LONGEST_NAME).join(""),
    address: savedAddress(asked) || "q=",
    asked: {
      ...{ text: asked.text, literal: asked.literal, filters: filtersOf(asked) },
      ...(days.length > 0 ? { published: asked.published } : {}),
    },
  };
}
