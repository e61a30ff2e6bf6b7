import type { PublicPartnership } from "../queries.server.ts";
import { ocdsAward, ocdsContract } from "./ocds-contract.ts";
import { notCarried, withheldIn } from "./ocds-extension.ts";
import { ocdsParties } from "./ocds-parties.ts";
import { instant, type OcdsContext, some, value, worded } from "./ocds-words.ts";

/** Not a registered prefix: it says so itself until the portal has one from the Open Contracting Partnership. */
const OCID_PREFIX = "local-banha";

/**
 * A public partnership as one OCDS 1.1 release with the PPP profile and the portal's own extension: all that is public
 * of it now, in one release that names every stage it has reached. Amounts are bigint; `ocdsText` writes them.
 * Source: docs/domain.md, "Exports".
 */
export function ocdsRelease(partnership: PublicPartnership, context: OcdsContext) {
  const { agreements } = partnership;
  const date = changedAt(partnership);
  const ocid = `${OCID_PREFIX}-${partnership.code}`;
  return {
    ocid,
    id: `${ocid}-${date.replaceAll(/\D/g, "")}`,
    date,
    tag: tagsOf(partnership),
    initiationType: "tender",
    language: context.lang,
    parties: some(ocdsParties(partnership, context)),
    planning: { project: project(partnership, context) },
    awards: some(agreements.map((agreement) => ocdsAward(agreement, partnership, context))),
    contracts: some(agreements.map((agreement) => ocdsContract(agreement, partnership, context))),
    x_withheld: some(withheldIn(partnership, context)),
    x_notCarried: notCarried(partnership, context),
  };
}
export type OcdsRelease = ReturnType<typeof ocdsRelease>;

function project(partnership: PublicPartnership, context: OcdsContext) {
  const { code, totalValueVnd, trlStart, trlTarget } = partnership;
  const { origin, lang, products, provinces } = context;
  const classifications = partnership.agreements.map(({ productCode }) => ({
    scheme: "VN-STRATEGIC-PRODUCT",
    id: productCode,
    description: products.get(productCode)?.[lang] ?? undefined,
  }));
  const locations = partnership.provinceCodes.map((province) => ({
    description: provinces.get(province)?.[lang] ?? province,
    gazetteer: { scheme: "VN-PROVINCE", identifiers: [province] },
  }));
  return {
    id: code,
    ...worded("title", partnership.title, lang),
    ...worded("description", partnership.description, lang),
    totalValue: totalValueVnd === null ? undefined : value(totalValueVnd),
    uri: `${origin}/${lang}/partnerships/${code}`,
    additionalClassifications: some(classifications),
    locations: some(locations),
    x_readiness: trlStart === null && trlTarget === null ? undefined : { start: trlStart, target: trlTarget },
  };
}

function tagsOf({ agreements }: PublicPartnership): string[] {
  return [
    "planning",
    "award",
    "contract",
    ...(agreements.some(({ amendments }) => amendments.length > 0) ? ["contractAmendment"] : []),
    ...(agreements.some(({ runs }) => runs.length > 0) ? ["implementation"] : []),
  ];
}

/** When the public content last changed: a signature, an amendment in force, a locked run. */
export function changedAt({ publishedAt, agreements }: PublicPartnership): string {
  const instants = agreements.flatMap(({ signedAt, amendments, runs }) => [
    signedAt,
    ...[...amendments, ...runs].flatMap(({ endedAt }) => (endedAt ? [endedAt] : [])),
  ]);
  return [publishedAt ?? "1970-01-01T00:00:00Z", ...instants].map(instant).sort().at(-1) ?? "";
}
