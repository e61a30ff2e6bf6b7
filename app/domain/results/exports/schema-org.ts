import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { ResultType } from "../exploitation.ts";
import type { ResultRecord } from "../queries.server.ts";

const TYPES: Record<ResultType, string> = {
  PRODUCT: "Product",
  PROCESS: "CreativeWork",
  MATERIAL: "Product",
  SOFTWARE: "SoftwareApplication",
  DATA: "Dataset",
  SERVICE: "Service",
  DESIGN: "CreativeWork",
  VARIETY: "Product",
};

/** A published result in words of schema.org (JSON-LD), for search engines; without people. Source: schema.org. */
export function schemaOrgOf(result: ResultRecord, lang: Language, origin: string): Record<string, unknown> {
  const { code, content, host, publishedAt } = result;
  const url = `${origin}/${lang}/results/${code}`;
  const body = {
    "@type": "Organization",
    name: host.names[lang] ?? host.names.vi,
    url: `${origin}/${lang}/organisations/${host.code}`,
  };
  const type = TYPES[content.resultType];
  const isWork = type !== "Product" && type !== "Service";
  return {
    "@context": "https://schema.org",
    "@type": type,
    "@id": url,
    url,
    identifier: code,
    name: pickText(content.title, lang)?.text ?? code,
    description: pickText(content.teaser, lang)?.text ?? "",
    keywords: content.keywords.join(", "),
    category: content.productCodes.map((product) => `${origin}/${lang}/catalogue/${product}`),
    ...(isWork
      ? {
          creator: body,
          datePublished: publishedAt && dayInVietnam(new Date(publishedAt)),
          inLanguage: content.language,
        }
      : { [type === "Service" ? "provider" : "manufacturer"]: body }),
  };
}
