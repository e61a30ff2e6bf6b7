import { LANGUAGES } from "#app/platform/languages/languages.ts";
import type { ResultColumns } from "../internal/columns.server.ts";
import type { RawTable } from "./table.ts";

const TITLES = LANGUAGES.map((language) => `title_${language}`);
const TEASERS = LANGUAGES.map((language) => `teaser_${language}`);

// What a column of a table, or a member of an object, fills; a title in three languages is three things.
const BY_COLUMN: Record<string, readonly string[]> = {
  ...Object.fromEntries([...TITLES, ...TEASERS].map((name) => [name, [name]])),
  ...{ language: ["language"], type: ["resultType"], description: ["description"], benefits: ["benefits"] },
  ...{
    keywords: ["keywords"],
    product_codes: ["productCodes"],
    ford_code: ["fordCode"],
    province_code: ["provinceCode"],
  },
  ...{ origin_initiative: ["originInitiativeIds"], origin_partnership: ["originPartnershipIds"] },
  ...{ audiences: ["audiences"], needs: ["needs"], market_areas: ["marketAreas"] },
  ...{ competitive_advantage: ["competitiveAdvantage"], market_segment: ["marketSegment"] },
};
const BY_MEMBER: Record<string, readonly string[]> = {
  ...{ title: TITLES, teaser: TEASERS, language: ["language"], resultType: ["resultType"] },
  ...{ description: ["description"], benefits: ["benefits"], keywords: ["keywords"], productCodes: ["productCodes"] },
  ...{ fordCode: ["fordCode"], provinceCode: ["provinceCode"] },
  ...{ originInitiativeCodes: ["originInitiativeIds"], originPartnershipCodes: ["originPartnershipIds"] },
  ...{ audiences: ["audiences"], needs: ["needs"], marketAreas: ["marketAreas"] },
  ...{ competitiveAdvantage: ["competitiveAdvantage"], marketSegment: ["marketSegment"] },
};

/** What a row says something of, be it that there is nothing: a cell that is empty clears, a column that is absent leaves. */
export function givenBy(values: Record<string, unknown>, kind: RawTable["kind"], language: string): Set<string> {
  const known = kind === "CSV" ? BY_COLUMN : BY_MEMBER;
  const given = new Set(Object.keys(values).flatMap((name) => known[name] ?? []));
  // the one sentence without a language is that of the row
  if (kind === "CSV" && "teaser" in values) given.add(`teaser_${language}`);
  return given;
}

/** What a row changes of a draft that is there: of titles and teasers each language by itself, null where it goes. */
export function changesOf(columns: ResultColumns, given: ReadonlySet<string>): Record<string, unknown> {
  const { title, teaser, ...rest } = columns;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([name]) => given.has(name))),
    title: textsOf("title", title, given),
    teaser: textsOf("teaser", teaser, given),
  };
}

function textsOf(name: string, texts: unknown, given: ReadonlySet<string>): Record<string, string | null> {
  const said = new Map(typeof texts === "object" && texts !== null ? Object.entries(texts) : []);
  return Object.fromEntries(
    LANGUAGES.filter((language) => given.has(`${name}_${language}`)).map((language) => [
      language,
      said.get(language) ?? null,
    ]),
  );
}
