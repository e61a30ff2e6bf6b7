import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { ResultType } from "../exploitation.ts";
import { currentReadiness } from "../exploitation.ts";
import { filePath } from "../profile/file.ts";
import type { ResultRecord } from "../queries.server.ts";
import { FUNDERS } from "./funders.ts";

// The controlled list of DataCite has no word for a technology: what is a thing is a physical object, a way of doing a workflow.
const GENERAL: Record<ResultType, string> = {
  PRODUCT: "PhysicalObject",
  PROCESS: "Workflow",
  MATERIAL: "PhysicalObject",
  SOFTWARE: "Software",
  DATA: "Dataset",
  SERVICE: "Service",
  DESIGN: "Other",
  VARIETY: "PhysicalObject",
};

const LANGUAGES: readonly Language[] = ["vi", "en", "fr"];

/**
 * A published result as DataCite metadata (schema 4.6, JSON), without a DOI: the portal registers none, its address
 * identifies it. Null where it is not published. Source: schema.datacite.org/meta/kernel-4.6.
 */
export function dataciteOf(result: ResultRecord, origin: string): Record<string, unknown> | null {
  const { code, content, publishedAt, host, updatedAt } = result;
  if (publishedAt === null) return null;
  const url = `${origin}/vi/results/${code}`;
  const issued = dayInVietnam(new Date(publishedAt));
  return {
    identifiers: [
      { identifier: url, identifierType: "URL" },
      { identifier: code, identifierType: "Ba Nha code" },
    ],
    url,
    creators: content.authors.map(({ name, affiliation }) => ({
      name,
      affiliation: affiliation === "" ? [] : [{ name: affiliation }],
    })),
    titles: inLanguages(content.title).map(([lang, title]) => ({ title, lang })),
    publisher: { name: "Ba Nhà" },
    publicationYear: Number(issued.slice(0, 4)),
    types: { resourceTypeGeneral: GENERAL[content.resultType], resourceType: content.resultType },
    subjects: subjectsOf(result, origin),
    contributors: [
      { name: host.names.vi ?? host.code, nameType: "Organizational", contributorType: "HostingInstitution" },
    ],
    dates: [
      { date: issued, dateType: "Issued" },
      { date: dayInVietnam(new Date(updatedAt)), dateType: "Updated" },
    ],
    language: content.language,
    descriptions: [
      ...inLanguages(content.teaser).map(([lang, description]) => ({ description, lang, descriptionType: "Abstract" })),
      { description: content.description, lang: content.language, descriptionType: "TechnicalInfo" },
      ...content.recognition.map(({ award, body, onDate, reference }) => ({
        description: [award, body, onDate, reference].filter((one) => one !== "").join(", "),
        lang: content.language,
        descriptionType: "Other",
      })),
      {
        description: `TRL ${currentReadiness(content.readiness)?.level ?? "?"}`,
        lang: "en",
        descriptionType: "Other",
      },
    ],
    fundingReferences: content.funding.map(({ source }) => ({ funderName: FUNDERS[source] })),
    relatedIdentifiers: relatedOf(content, origin),
    rightsList: [
      {
        rights: "Creative Commons Attribution 4.0 International",
        rightsUri: "https://creativecommons.org/licenses/by/4.0/",
        rightsIdentifier: "cc-by-4.0",
        rightsIdentifierScheme: "SPDX",
      },
    ],
    schemaVersion: "http://datacite.org/schema/kernel-4",
  };
}

/** What it was made from, and what shows it. */
function relatedOf(content: ResultRecord["content"], origin: string): Record<string, string>[] {
  const from = [...content.originInitiativeCodes, ...content.originPartnershipCodes];
  return [
    ...from.map((code) => ({
      relatedIdentifier: `${origin}/vi/${code.startsWith("SK") ? "initiatives" : "partnerships"}/${code}`,
      relatedIdentifierType: "URL",
      relationType: "IsDerivedFrom",
    })),
    ...content.files.map((file) => ({
      relatedIdentifier: `${origin}${filePath(file)}`,
      relatedIdentifierType: "URL",
      relationType: "IsDocumentedBy",
      resourceTypeGeneral: file.kind === "IMAGE" ? "Image" : "Text",
    })),
  ];
}

function subjectsOf({ content, catalogueVersion }: ResultRecord, origin: string): Record<string, string>[] {
  return [
    ...content.keywords.map((subject) => ({ subject, lang: content.language })),
    ...content.productCodes.map((subject) => ({
      subject,
      subjectScheme: `Danh mục công nghệ chiến lược ${catalogueVersion}`,
      schemeUri: `${origin}/vi/catalogue`,
      valueUri: `${origin}/vi/catalogue/${subject}`,
    })),
    ...(content.fordCode
      ? [{ subject: content.fordCode, subjectScheme: "Fields of Research and Development (FORD)" }]
      : []),
  ];
}

function inLanguages(texts: Texts): [Language, string][] {
  return LANGUAGES.flatMap((lang): [Language, string][] => (texts[lang] ? [[lang, texts[lang]]] : []));
}
