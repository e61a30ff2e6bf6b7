import type { ResultPlan } from "#app/demo/results/plan.ts";
import type { PartInput } from "#app/domain/results/result.schema.ts";

/** What the host would type for a planned result, part by part. */
export function partsOf(plan: ResultPlan, provinceCode: string): PartInput[] {
  return [
    ...textParts(plan, provinceCode),
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
        rights: (plan.rights ?? []).map(({ kind, status, no, filed, granted, shown }) => ({
          kind,
          status,
          office: no === "" ? "" : "Cơ quan sở hữu trí tuệ (minh họa)",
          applicationNo: no,
          filedOn: filed ?? null,
          grantedOn: granted ?? null,
          disclosedOn: shown ?? null,
        })),
      },
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

function textParts(plan: ResultPlan, provinceCode: string): PartInput[] {
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
        originInitiative: null,
        originPartnership: null,
      },
    },
  ];
}
