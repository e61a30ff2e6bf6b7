import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { statusOn } from "../profile/right.ts";
import type { ResultRecord } from "../queries.server.ts";
import { localisationFacts, revenueFacts } from "../reports/public-facts.ts";
import { verifiedRevenue } from "../reports/report.ts";

type Cell = string | number | boolean | null;
type Field = { name: string; type: "string" | "integer" | "boolean" | "date" | "datetime"; description: string };

/** A table of what published results show of their way to the market; `rows` gives those of one result. */
export type FactTable = { name: string; fields: readonly Field[]; rows: (result: ResultRecord) => Cell[][] };

const CODE: Field = { name: "code", type: "string", description: "the portal's code of the result" };
const EVIDENCE: Field = { name: "evidence", type: "string", description: "what shows it, as the host names it" };
const PERIOD: readonly Field[] = [
  { name: "from", type: "date", description: "first day of the period" },
  { name: "to", type: "date", description: "first day after it" },
];

function text(name: string, description: string): Field {
  return { name, type: "string", description };
}

function whole(name: string, description: string): Field {
  return { name, type: "integer", description };
}

const READINESS: FactTable = {
  name: "readiness",
  fields: [CODE, { name: "on_date", type: "date", description: "day" }, whole("level", "readiness, 1 to 9"), EVIDENCE],
  rows: ({ code, content }) => content.readiness.map(({ onDate, level, evidence }) => [code, onDate, level, evidence]),
};

const ACTS: FactTable = {
  name: "acts",
  fields: [
    ...[CODE, text("kind", "kind of act of exploitation")],
    { name: "on_date", type: "date", description: "day" },
    ...[text("counterparty", "with whom"), text("territory", "where")],
    ...[whole("revenue_vnd", "đồng; empty where it brings none"), EVIDENCE],
    { name: "verified", type: "boolean", description: "by an officer of another body; else self-reported" },
  ],
  rows: ({ code, content }) =>
    content.acts.map((act) => [
      ...[code, act.kind, act.onDate, act.counterparty, act.territory],
      ...[act.revenueVnd?.toString() ?? null, act.evidence, act.verified],
    ]),
};

const STAGES: FactTable = {
  name: "stages",
  fields: [
    ...[CODE, text("from_stage", "empty at the beginning"), text("to_stage", "where it then stood")],
    { name: "on_date", type: "date", description: "day of the fact that moved it" },
    { name: "told_at", type: "datetime", description: "RFC 3339" },
    ...[EVIDENCE, text("reason", "of a fall or an end"), text("post", "in whose hand")],
    ...[whole("report", "number of the report that moved it"), whole("record_entry", "entry of the public record")],
  ],
  rows: ({ code, progress }) =>
    progress.stages.map((step) => [
      ...[code, step.from, step.to, step.onDate, step.at, step.evidence],
      ...[step.reason, step.role, step.report, step.entryNo],
    ]),
};

const REVENUE: FactTable = {
  name: "revenue",
  fields: [
    ...[CODE, ...PERIOD, text("band", "of gross revenue, derived")],
    ...[whole("gross_vnd", "đồng; empty where the host keeps it"), whole("cost_vnd", "the same")],
    ...[whole("profit_after_tax_vnd", "the same"), EVIDENCE],
  ],
  rows: ({ code, progress }) =>
    verifiedRevenue(progress.reports).map((one) => {
      const { from, to, band, grossVnd, costVnd, profitAfterTaxVnd } = revenueFacts(one, one.sumsPublic);
      return [code, from, to, band, grossVnd, costVnd, profitAfterTaxVnd, one.evidence];
    }),
};

const LOCALISATION: FactTable = {
  name: "localisation",
  fields: [
    ...[CODE, ...PERIOD, whole("value_added_ppm", "domestic value added in the price; empty where not defined")],
    ...[
      whole("cost_share_ppm", "domestic share of the cost"),
      whole("core_technology_ppm", "core technology mastered"),
    ],
    ...[whole("demand_ppm", "domestic demand covered"), EVIDENCE],
  ],
  rows: ({ code, progress }) =>
    progress.reports.flatMap(({ said, verdict, evidence }) => {
      if (said.kind !== "LOCALISATION" || verdict?.outcome !== "VERIFIED") return [];
      const seen = localisationFacts(said, false);
      const shares = [seen.valueAddedPpm, seen.costSharePpm, seen.coreTechPpm, seen.domesticDemandPpm];
      return [[code, seen.from, seen.to, ...shares, evidence]];
    }),
};

const RIGHTS: FactTable = {
  name: "rights",
  fields: [
    ...[
      CODE,
      text("kind", "kind of right"),
      text("status", "after the last event before its office; EXPIRED once its term is over"),
    ],
    ...[text("office", "its office"), text("application_no", "its number there")],
    { name: "filed_on", type: "date", description: "empty where it is not filed" },
    { name: "published_on", type: "date", description: "day of the publication of the application" },
    { name: "granted_on", type: "date", description: "day of the grant" },
    { name: "expires_on", type: "date", description: "day on which the protection ends" },
  ],
  rows: ({ code, content }) =>
    content.rights.map((one) => [
      ...[code, one.kind, statusOn(one, dayInVietnam(new Date())), one.office, one.applicationNo],
      ...[one.filedOn, one.publishedOn, one.grantedOn, one.expiresOn],
    ]),
};

const RIGHT_EVENTS: FactTable = {
  name: "right-events",
  fields: [
    ...[CODE, text("office", "office of the right"), text("application_no", "number of the right there")],
    ...[text("event", "what was done"), { name: "on_date", type: "date", description: "day" } as const],
    text("reference", "number or document of the office"),
  ],
  rows: ({ code, content }) =>
    content.rights.flatMap(({ office, applicationNo, events }) =>
      events.map(({ kind, onDate, reference }) => [code, office, applicationNo, kind, onDate, reference]),
    ),
};

/** Verified facts of all published results, the acts that are self-reported, and rights with their events, a table each. */
export const FACT_TABLES: readonly FactTable[] = [READINESS, ACTS, STAGES, REVENUE, LOCALISATION, RIGHTS, RIGHT_EVENTS];
