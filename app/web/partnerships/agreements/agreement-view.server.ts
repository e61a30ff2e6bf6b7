import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { amendmentReasons, appraisalReasons, waitsForApproval } from "#app/domain/partnerships/appraisals/appraisal.ts";
import {
  findInsidePartnership,
  type InsideAgreement,
  type InsidePartnership,
} from "#app/domain/partnerships/members/queries.server.ts";
import { missingFormFacts } from "#app/domain/partnerships/terms/form-facts.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import {
  lastDay,
  type PartyView,
  partiesIn,
  partiesView,
  signatureRows,
  stretchesView,
} from "../partnership-view.server.ts";

import { openAmendmentOf } from "./amendment-view.server.ts";

export type Inside = { partnership: InsidePartnership; agreement: InsideAgreement };

/** The agreement that an address names, for those who negotiate it and for the auditor; null for everybody else. */
export async function findDraft(actor: Actor, params: Record<string, string | undefined>): Promise<Inside | null> {
  const { code, product } = params;
  const partnership = isCode("DA", code) ? await findInsidePartnership(actor, code) : null;
  const agreement = partnership?.agreements.find(({ productCode }) => productCode === product);
  return partnership && agreement ? { partnership, agreement } : null;
}

/** What has to be appraised, why, and whether it was submitted: the amendment that is open, else the agreement's own text. */
function appraisalOf({ partnership, agreement }: Inside) {
  const { members } = partnership;
  const open = openAmendmentOf(agreement);
  const schedules = agreement.schedules.map(({ dimension, lines }) => ({
    dimension,
    lines: lines.map(({ memberId, ppm }) => ({ party: memberId, ppm })),
  }));
  const reasons = open
    ? amendmentReasons({ ...agreement, members }, open)
    : appraisalReasons({ ...agreement, members, schedules });
  const hash = open?.textSha256 ?? agreement.textSha256 ?? "";
  const waits = waitsForApproval(reasons, agreement.appraisals, hash);
  const isSent = agreement.appraisals.some(({ textSha256 }) => textSha256 === hash);
  return {
    appraisalReasons: reasons,
    /** nobody may sign it yet */
    isUnapproved: waits && (open !== null || agreement.state === "AGREED_DRAFT"),
    isUnsubmitted: waits && (open ? !isSent : agreement.state === "AGREED_DRAFT"),
  };
}

/** An agreement as those inside read it before they sign: parties, days, every share, the text and its hash. */
export async function agreementView({ partnership, agreement }: Inside, lang: Language) {
  const catalogue = await loadCatalogue();
  const everybody = partiesView(
    partnership.members.filter(({ joined }) => joined),
    partnership.from,
  );
  const parties = partiesIn(everybody, agreement.schedules);
  return {
    code: partnership.code,
    base: `/${lang}/partnerships/${partnership.code}`,
    here: `/${lang}/partnerships/${partnership.code}/agreements/${agreement.productCode}`,
    partnershipTitle: partnership.title,
    product:
      catalogue.products.find(({ code }) => code === agreement.productCode)?.names[lang] ?? agreement.productCode,
    productCode: agreement.productCode,
    state: agreement.state,
    version: agreement.version,
    from: agreement.from,
    lastOn: lastDay(agreement.to),
    hasStateMoney: agreement.hasStateMoney,
    profitConfidential: agreement.profitConfidential,
    text: agreement.text,
    textSha256: agreement.textSha256,
    terms: agreement.terms,
    form: partnership.form,
    missingFacts: agreement.terms ? missingFormFacts(partnership.form, agreement.terms.form) : [],
    /** names of the members by their places */
    placeNames: Object.fromEntries(
      partnership.members.map(({ position, names }) => [position, pickText(names, lang)?.text ?? ""]),
    ),
    parties,
    everybody,
    /** joined, but without a line in the shares */
    left: everybody.filter(({ id }) => !parties.some((party) => party.id === id)),
    stretches: stretchesView(agreement.schedules),
    pictures: picturesOf(agreement, parties, lang),
    signatures: signatureRows(parties, agreement.signatures),
    ...appraisalOf({ partnership, agreement }),
  };
}

/** One picture of the shares for each day on which any of them changes. */
function picturesOf({ schedules }: InsideAgreement, parties: readonly PartyView[], lang: Language) {
  const starts = [...new Set(schedules.map(({ from }) => from))].sort();
  return starts.map((from) => {
    const linesOn = (dimension: string) =>
      schedules.find((it) => it.dimension === dimension && it.from <= from && (it.to === null || from < it.to))
        ?.lines ?? [];
    const ppmOf = (dimension: string, id: string) =>
      linesOn(dimension).find(({ memberId }) => memberId === id)?.ppm ?? 0;
    return {
      from,
      parties: parties.map(({ id, key, house, names }) => ({
        party: { key, house, name: pickText(names, lang)?.text ?? "" },
        shares: { capital: ppmOf("CAPITAL", id), risk: ppmOf("RISK", id), profit: ppmOf("PROFIT", id) },
      })),
    };
  });
}
