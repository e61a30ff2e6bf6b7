import type { PlannedRight, ResultPlan } from "#app/demo/results/plan.ts";
import { PROFILES, type Profile } from "#app/demo/results/profiles.ts";
import type { OfficeEvent } from "#app/domain/results/profile/right.ts";
import type { PartInput } from "#app/domain/results/result.schema.ts";

/** The codes of what a result comes from. */
export type Origins = { originInitiative: string[]; originPartnership: string[] };

/** What the host would type for a planned result, part by part. */
export function partsOf(plan: ResultPlan, provinceCode: string, origins: Origins): PartInput[] {
  return [
    ...textParts(plan, provinceCode, origins),
    {
      part: "readiness",
      values: { readiness: plan.levels.map(([level, onDate, evidence]) => ({ level, onDate, evidence })) },
    },
    {
      part: "authors",
      values: { authors: plan.team.map(([name, contribution]) => ({ name, affiliation: "", contribution })) },
    },
    {
      part: "rights",
      values: {
        rights: (plan.rights ?? []).map((right, index) => ({
          kind: right.kind,
          office: right.no === "" ? "" : "Cơ quan sở hữu trí tuệ (minh họa)",
          applicationNo: right.no,
          disclosedOn: right.shown ?? null,
          expiresOn: right.kind === "PATENT" && right.granted && right.filed ? twentyYearsAfter(right.filed) : null,
          owners: index === 0 ? ownersOf(plan) : [],
          events: eventsOf(right),
        })),
      },
    },
    { part: "recognition", values: { recognition: profileOf(plan).recognition ?? [] } },
    {
      part: "audience",
      values: { ...NOTHING_SAID, ...profileOf(plan).audience },
    },
    {
      part: "exploitation",
      values: {
        acts: (plan.acts ?? []).map((act) => ({
          kind: act.kind,
          onDate: act.on,
          counterparty: act.with,
          territory: act.where,
          revenue: act.vnd ?? null,
          evidence: act.shown,
        })),
      },
    },
    { part: "funding", values: { funding: plan.funding.map(([source, amount]) => ({ source, amount })) } },
    {
      part: "publication",
      values: { embargoUntil: plan.embargo?.until ?? null, embargoReason: plan.embargo?.why ?? "" },
    },
  ];
}

function textParts(plan: ResultPlan, provinceCode: string, origins: Origins): PartInput[] {
  return [
    {
      part: "summary",
      values: {
        language: "vi",
        resultType: plan.type,
        title_vi: plan.title.vi,
        title_en: plan.title.en ?? "",
        title_fr: plan.title.fr ?? "",
        teaser_vi: plan.teaser.vi,
        teaser_en: plan.teaser.en ?? "",
        teaser_fr: plan.teaser.fr ?? "",
        description: plan.about,
        benefits: plan.benefits ?? "",
      },
    },
    {
      part: "classification",
      values: {
        productCodes: plan.products,
        fordCode: plan.ford,
        provinceCode,
        keywords: plan.words,
        ...origins,
      },
    },
  ];
}

const NOTHING_SAID = { audiences: [], needs: [], marketAreas: [], competitiveAdvantage: "", marketSegment: "" };

function profileOf(plan: ResultPlan): Profile {
  return PROFILES[plan.title.vi] ?? {};
}

function ownersOf(plan: ResultPlan): { name: string; ppm: number }[] {
  return (profileOf(plan).owners ?? []).map(([name, ppm]) => ({ name, ppm }));
}

/** What offices did, from what the plan knows of a right. */
function eventsOf({ status, no, filed, granted }: PlannedRight): OfficeEvent[] {
  const later = (days: number) => new Date(Date.parse(filed ?? "") + days * 86_400_000).toISOString().slice(0, 10);
  const events: OfficeEvent[] = [];
  if (filed) events.push({ kind: "FILED", onDate: filed, reference: no });
  if (filed && (status === "PUBLISHED" || status === "UNDER_EXAMINATION"))
    events.push({ kind: "PUBLISHED", onDate: later(60), reference: "" });
  if (filed && status === "UNDER_EXAMINATION") events.push({ kind: "EXAMINATION", onDate: later(120), reference: "" });
  if (granted) events.push({ kind: "GRANTED", onDate: granted, reference: "" });
  return events;
}

function twentyYearsAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 20}${day.slice(4)}`;
}
