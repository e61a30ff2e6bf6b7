import type { Actor } from "#app/domain/accounts/actor.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import {
  type InsideAgreement,
  type InsidePartnership,
  listVerifiedOrganisations,
} from "#app/domain/partnerships/members/queries.server.ts";
import { amender, mayJoin, mayLead, mayLeave, maySign } from "#app/domain/partnerships/partnership.policy.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { typedDay } from "#app/platform/typed.ts";
import { openAmendmentOf } from "./agreements/amendment-view.server.ts";
import { lastDay, partiesView } from "./partnership-view.server.ts";

/** Everything that the page of those inside shows, and what this reader may do there. */
export async function manageView(actor: Actor, partnership: InsidePartnership, lang: Language) {
  const { members, agreements } = partnership;
  const isLead = mayLead(actor, members);
  const [catalogue, organisations] = await Promise.all([
    loadCatalogue(),
    isLead ? listVerifiedOrganisations(members.map(({ organisationId }) => organisationId)) : [],
  ]);
  const products = productsOn(catalogue, dayInVietnam(new Date()));
  const nameOfProduct = (code: string) =>
    catalogue.products.find((product) => product.code === code)?.names[lang] ?? code;
  const taken = new Set(agreements.map(({ productCode }) => productCode));
  return {
    isLead,
    members: partiesView(members, partnership.from).map((party) => {
      const member = members.find(({ id }) => id === party.id);
      return {
        ...party,
        joined: member?.joined ?? false,
        mayJoin: member ? mayJoin(actor, member) : false,
        mayLeave: member ? mayLeave(actor, member, members) && !hasSigned(agreements, member.id) : false,
      };
    }),
    organisations: organisations.map(({ id, names, house }) => ({
      value: id,
      label: pickText(names, lang)?.text ?? id,
      house,
    })),
    agreements: agreements.map((agreement) => ({
      ...rowOf(agreement),
      product: nameOfProduct(agreement.productCode),
      next: nextFor(actor, partnership, agreement),
    })),
    products: catalogue.groups
      .map((group) => ({
        label: group.names[lang],
        options: products
          .filter(({ groupCode, code }) => groupCode === group.code && !taken.has(code))
          .map(({ code, names }) => ({ value: code, label: names[lang] })),
      }))
      .filter(({ options }) => options.length > 0),
    days: {
      from: typedDay(partnership.from),
      lastOn: partnership.to && typedDay(lastDay(partnership.to) ?? partnership.to),
    },
  };
}

function rowOf({ productCode, state, from, to, schedules, signatures }: InsideAgreement) {
  const parties = new Set(schedules.flatMap(({ lines }) => lines.map(({ memberId }) => memberId)));
  return {
    productCode,
    state,
    from,
    lastOn: lastDay(to),
    hasShares: schedules.length > 0,
    signed: signatures.length,
    parties: parties.size,
  };
}

function nextFor(
  actor: Actor,
  { members }: InsidePartnership,
  agreement: InsideAgreement,
): "shares" | "check" | "sign" | "read" | "amend" | "amendment" {
  if (agreement.state === "NEGOTIATION")
    return mayLead(actor, members) && agreement.schedules.length === 0 ? "shares" : "check";
  if (agreement.state === "ACTIVE") return amender(actor, members) ? "amend" : "read";
  if (agreement.state === "AMENDING" && mayStillSign(actor, members, agreement).length === 0) return "amendment";
  if (["UNDER_APPRAISAL", "RETURNED", "REFUSED"].includes(agreement.state)) return "check";
  if (!["AGREED_DRAFT", "APPROVED", "AMENDING"].includes(agreement.state)) return "read";
  return mayStillSign(actor, members, agreement).length > 0 ? "sign" : "check";
}

/** The parties for which the reader may sign and that have not signed what is to be signed: a draft, or an amendment. */
export function mayStillSign(actor: Actor, members: InsidePartnership["members"], agreement: InsideAgreement) {
  const open = openAmendmentOf(agreement);
  const signers = new Set((open ?? agreement).signatures.map(({ memberId }) => memberId));
  const parties = new Set(
    open ? open.parties : agreement.schedules.flatMap(({ lines }) => lines.map(({ memberId }) => memberId)),
  );
  return members.filter((member) => parties.has(member.id) && !signers.has(member.id) && maySign(actor, member));
}

function hasSigned(agreements: readonly InsideAgreement[], memberId: string): boolean {
  return agreements.some(({ signatures }) => signatures.some((signature) => signature.memberId === memberId));
}
