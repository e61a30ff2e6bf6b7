import { pickText } from "#app/platform/languages/texts.ts";
import { isClosed } from "../recommendations/recommendation.ts";
import type { OpenFinding, OpenRecommendation } from "./open-data.ts";

type Cell = string | number | boolean | null;
type Column<Row> = {
  name: string;
  /** of Table Schema */
  type: "string" | "integer" | "boolean" | "date" | "datetime";
  description: string;
  constraints?: { required?: boolean; unique?: boolean; enum?: readonly string[] };
  cell: (row: Row, asOf: string) => Cell;
};

const KEY = { required: true, unique: true } as const;

/** The columns of the published findings as CSV. */
export const FINDING_COLUMNS: readonly Column<OpenFinding>[] = [
  { name: "code", type: "string", description: "code", constraints: KEY, cell: ({ code }) => code },
  { name: "campaign", type: "string", description: "campaign that found it", cell: ({ campaign }) => campaign },
  {
    name: "front_body",
    type: "string",
    description: "body of the Front, by scheme and identifier",
    cell: ({ owner }) => owner.code,
  },
  { name: "title", type: "string", description: "title", cell: ({ title }) => title },
  { name: "language", type: "string", description: "language of its texts", cell: ({ language }) => language },
  {
    name: "severity",
    type: "string",
    description: "MINOR, MODERATE, MAJOR or CRITICAL",
    cell: ({ severity }) => severity,
  },
  {
    name: "subject_type",
    type: "string",
    description: "what is monitored; empty: the whole campaign",
    cell: ({ subject }) => subject?.type ?? null,
  },
  { name: "subject_code", type: "string", description: "its code", cell: ({ subject }) => subject?.code ?? null },
  { name: "criteria", type: "string", description: "what ought to be", cell: ({ criteria }) => criteria },
  { name: "condition", type: "string", description: "what was found", cell: ({ condition }) => condition },
  { name: "cause", type: "string", description: "why", cell: ({ cause }) => cause },
  { name: "effect", type: "string", description: "what follows", cell: ({ effect }) => effect },
  {
    name: "addressees",
    type: "string",
    description: "codes of the bodies that something is recommended to, separated by spaces",
    cell: ({ addressees }) => addressees.map(({ code }) => code).join(" "),
  },
  {
    name: "recommendations",
    type: "string",
    description: "codes, separated by spaces",
    cell: ({ recommendations }) => recommendations.join(" "),
  },
  { name: "errata", type: "integer", description: "how many correct it", cell: ({ errata }) => errata.length },
  {
    name: "published_at",
    type: "datetime",
    description: "when it became public",
    cell: ({ publishedAt }) => new Date(publishedAt).toISOString(),
  },
];

/** The columns of the published recommendations as CSV. */
export const RECOMMENDATION_COLUMNS: readonly Column<OpenRecommendation>[] = [
  { name: "code", type: "string", description: "code", constraints: KEY, cell: ({ code }) => code },
  { name: "finding", type: "string", description: "finding that it follows from", cell: ({ finding }) => finding.code },
  { name: "campaign", type: "string", description: "campaign", cell: ({ campaign }) => campaign },
  { name: "front_body", type: "string", description: "body of the Front", cell: ({ owner }) => owner.code },
  { name: "text", type: "string", description: "what is recommended", cell: ({ text }) => text },
  { name: "language", type: "string", description: "language of its text", cell: ({ language }) => language },
  { name: "addressee", type: "string", description: "code of the body asked", cell: ({ addressee }) => addressee.code },
  {
    name: "addressee_name",
    type: "string",
    description: "its name in Vietnamese",
    cell: ({ addressee }) => pickText(addressee.name, "vi")?.text ?? null,
  },
  {
    name: "subject_code",
    type: "string",
    description: "what is monitored",
    cell: ({ subject }) => subject?.code ?? null,
  },
  { name: "criticality", type: "string", description: "CRITICAL or IMPORTANT", cell: ({ criticality }) => criticality },
  { name: "priority", type: "boolean", description: "put first by the Front", cell: ({ priority }) => priority },
  {
    name: "issued_at",
    type: "datetime",
    description: "when it became public and was served",
    cell: ({ issuedAt }) => new Date(issuedAt).toISOString(),
  },
  { name: "due_on", type: "date", description: "last day to do it", cell: ({ dueOn }) => dueOn },
  {
    name: "overdue",
    type: "boolean",
    description: "open after that day, as of the day of the file",
    cell: ({ status, dueOn }, asOf) => !isClosed(status) && dueOn < asOf,
  },
  { name: "status", type: "string", description: "the Front's word", cell: ({ status }) => status },
  { name: "progress", type: "string", description: "the addressee's word", cell: ({ progress }) => progress },
  { name: "answer_due_on", type: "date", description: "last day to answer", cell: ({ answerDueOn }) => answerDueOn },
  { name: "answered_on", type: "date", description: "day of the first answer", cell: ({ answeredOn }) => answeredOn },
  {
    name: "acceptance",
    type: "string",
    description: "of the newest answer: ACCEPTED, PARTIALLY or NOT_ACCEPTED",
    cell: ({ responses }) => responses.at(-1)?.acceptance ?? null,
  },
  {
    name: "last_follow_up_on",
    type: "date",
    description: "when the Front last looked",
    cell: ({ followUps }) => followUps.at(-1)?.onDay ?? null,
  },
];

const LICENCE = {
  name: "CC-BY-4.0",
  path: "https://creativecommons.org/licenses/by/4.0/",
  title: "Creative Commons Attribution 4.0",
};

/**
 * A Frictionless Data Package (v1) of both files, so that a program can read their types. `base`: where they lie, without
 * their ending. Source: specs.frictionlessdata.io/data-package, /table-schema.
 */
export function monitoringPackage(base: string, { title, asOf }: { title: string; asOf: string }) {
  return {
    profile: "tabular-data-package",
    name: "ba-nha-monitoring",
    title,
    asOf,
    licenses: [LICENCE],
    resources: [
      resource("findings", `${base}/findings.csv`, FINDING_COLUMNS),
      resource("recommendations", `${base}/recommendations.csv`, RECOMMENDATION_COLUMNS),
    ],
  };
}

function resource<Row>(name: string, path: string, columns: readonly Column<Row>[]) {
  return {
    ...{ profile: "tabular-data-resource", name, path, format: "csv", mediatype: "text/csv", encoding: "utf-8" },
    schema: {
      fields: columns.map(({ cell: _, ...field }) => field),
      missingValues: [""],
      primaryKey: "code",
    },
  };
}
