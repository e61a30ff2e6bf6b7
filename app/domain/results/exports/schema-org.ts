import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { ResultType } from "../exploitation.ts";
import { filePath } from "../profile/file.ts";
import type { ResultRecord } from "../queries.server.ts";
import { FUNDERS } from "./funders.ts";

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
    ...audienceOf(content),
    ...(type === "Service" ? {} : fundingOf(content)),
    ...partsOf(content, origin),
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

/** Its pictures and documents; nothing where there are none. */
function partsOf({ files, language }: ResultRecord["content"], origin: string): Record<string, unknown> {
  const images = files.flatMap((file) =>
    file.kind === "IMAGE"
      ? {
          "@type": "ImageObject",
          contentUrl: `${origin}${filePath(file)}`,
          thumbnailUrl: `${origin}${filePath(file, "small")}`,
          caption: file.title,
          inLanguage: language,
          encodingFormat: file.mediaType,
          width: { "@type": "QuantitativeValue", value: file.width, unitText: "px" },
          height: { "@type": "QuantitativeValue", value: file.height, unitText: "px" },
        }
      : [],
  );
  const documents = files.flatMap((file) =>
    file.kind === "DOCUMENT"
      ? {
          "@type": "DigitalDocument",
          name: file.title,
          url: `${origin}${filePath(file)}`,
          encodingFormat: file.mediaType,
        }
      : [],
  );
  return {
    ...(images.length > 0 ? { image: images } : {}),
    ...(documents.length > 0 ? { subjectOf: documents } : {}),
  };
}

/** Whom it is for and what it was given. */
function audienceOf({ audiences, recognition }: ResultRecord["content"]): Record<string, unknown> {
  const given = recognition.map(({ award, body, onDate }) => `${award}, ${body}, ${onDate}`);
  return {
    ...(audiences.length > 0
      ? { audience: audiences.map((audienceType) => ({ "@type": "Audience", audienceType })) }
      : {}),
    ...(given.length > 0 ? { award: given } : {}),
  };
}

/** Who paid for it, each source once; schema.org knows no funding of a service. */
function fundingOf({ funding }: ResultRecord["content"]): Record<string, unknown> {
  const names = [...new Set(funding.map(({ source }) => FUNDERS[source]))];
  if (names.length === 0) return {};
  return { funding: names.map((name) => ({ "@type": "Grant", funder: { "@type": "Organization", name } })) };
}
