import type { ResultPart } from "#app/domain/results/result.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Format } from "#app/platform/languages/format.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { ResultView } from "#app/ui/results/view.ts";

type Values = FormState["values"];

/** What stands in the fields of one part before anybody typed: what was saved, written as people write it. */
export function typedOf(part: ResultPart, result: ResultView, format: Format): FormState {
  return { values: valuesOf(part, result, format), errors: {} };
}

function valuesOf(part: ResultPart, result: ResultView, format: Format): Values {
  switch (part) {
    case "summary":
      return {
        ...{ language: result.language, resultType: result.resultType },
        ...texts("title", result.title),
        ...texts("teaser", result.teaser),
        description: result.description,
        benefits: result.benefits,
      };
    case "classification":
      return {
        ...{ productCodes: result.productCodes, fordCode: result.fordCode ?? "" },
        provinceCode: result.provinceCode ?? "",
        keywords: result.keywords.join(", "),
        originInitiative: result.originInitiativeCodes.join(", "),
        originPartnership: result.originPartnershipCodes.join(", "),
      };
    case "readiness":
      return rows("readiness", result.readiness, (it) => ({
        level: String(it.level),
        onDate: day(it.onDate),
        evidence: it.evidence,
      }));
    case "authors":
      return rows("authors", result.authors, (it) => ({
        name: it.name,
        affiliation: it.affiliation,
        contribution: format.percentDigits(it.contributionPpm),
      }));
    case "rights":
      return rows("rights", result.rights, (right) => rightOf(right, format));
    case "recognition":
      return rows("recognition", result.recognition, ({ onDate, ...row }) => ({ ...row, onDate: day(onDate) }));
    case "audience":
      return audienceOf(result);
    case "exploitation":
      return rows("acts", result.acts, ({ kind, onDate, counterparty, territory, revenueVnd, evidence }) => ({
        kind,
        onDate: day(onDate),
        counterparty,
        territory,
        revenue: money(revenueVnd),
        evidence,
      }));
    case "funding":
      return rows("funding", result.funding, (it) => ({ source: it.source, amount: money(it.amountVnd) }));
    case "files":
      return rows("files", result.files, ({ title }) => ({ title, drop: "" }));
    case "publication":
      return { embargoUntil: day(result.embargoUntil), embargoReason: result.embargoReason ?? "" };
  }

  function money(vnd: string | null): string {
    return vnd === null ? "" : format.number(BigInt(vnd));
  }
}

function audienceOf(result: ResultView): Values {
  const { audiences, needs, marketAreas, competitiveAdvantage, marketSegment } = result;
  return { audiences, needs, marketAreas, competitiveAdvantage, marketSegment };
}

function rightOf(right: ResultView["rights"][number], format: Format): Record<string, string> {
  const { kind, office, applicationNo, disclosedOn, expiresOn } = right;
  return {
    ...{ kind, office, applicationNo, disclosedOn: day(disclosedOn), expiresOn: day(expiresOn) },
    ...Object.assign(
      {},
      ...right.owners.map(({ name, ppm }, index) => ({
        [`owner${index + 1}`]: name,
        [`share${index + 1}`]: format.percentDigits(ppm),
      })),
      ...right.events.map((event, index) => ({
        [`event${index + 1}`]: event.kind,
        [`eventOn${index + 1}`]: day(event.onDate),
        [`eventRef${index + 1}`]: event.reference,
      })),
    ),
  };
}

function texts(name: string, of: Texts): Values {
  return { [`${name}_vi`]: of.vi ?? "", [`${name}_en`]: of.en ?? "", [`${name}_fr`]: of.fr ?? "" };
}

function rows<Row>(name: string, list: readonly Row[], fields: (row: Row) => Record<string, string>): Values {
  return Object.fromEntries(
    list.flatMap((row, index) =>
      Object.entries(fields(row)).map(([field, value]) => [`${name}[${index}].${field}`, value]),
    ),
  );
}

/** 2026-11-21 as people type it here: 21/11/2026. */
function day(on: string | null): string {
  return on === null ? "" : on.split("-").toReversed().join("/");
}
