import type { PublicAgreement, PublicMember, PublicPartnership } from "../queries.server.ts";
import { WHOLE_PPM } from "../share-schedule.ts";
import { dayBegins, type OcdsContext, ocdsPeriod, reference, some, worded } from "./ocds-words.ts";

/** Every member with its roles, and the company of a joint venture with its shareholders. */
export function ocdsParties(partnership: PublicPartnership, context: OcdsContext) {
  const { members, agreements } = partnership;
  const paid = new Set(
    agreements.flatMap(({ runs }) => runs.flatMap(({ lines }) => lines.map((line) => line.memberId))),
  );
  const company = partnership.form === "JV_COMPANY" ? [jointCompany(partnership, context)] : [];
  return [...members.map((member) => party(member, paid.has(member.id), context)), ...company];
}

function party(member: PublicMember, isPaid: boolean, { lang }: OcdsContext) {
  const { identifier, names, house, role, from, to } = member;
  return {
    ...{ id: identifier, ...worded("name", names, lang) },
    identifier: { ...identifierOf(identifier), legalName: names.vi ?? undefined },
    roles: [
      member.isPublicBody ? "publicAuthority" : "supplier",
      ...(role === "LEAD" ? ["procuringEntity"] : []),
      ...(role === "INVESTOR" ? ["equityInvestor"] : []),
      ...(isPaid ? ["payee"] : []),
    ],
    details: { house, memberRole: role, isPublicBody: member.isPublicBody, period: ocdsPeriod({ from, to }) },
  };
}

const SCHEMES = /^(VN-[A-Z]+)-(.+)$/;

function identifierOf(identifier: string) {
  const [, scheme, id] = SCHEMES.exec(identifier) ?? [];
  return scheme && id ? { scheme, id } : { id: identifier };
}

/** The company as its agreement names it; by the partnership where that says nothing. Its number once it is registered. */
function jointCompany(partnership: PublicPartnership, context: OcdsContext) {
  const { code, members, agreements } = partnership;
  const facts = agreements.findLast(({ formFacts }) => formFacts?.companyName)?.formFacts;
  const number = facts?.registrationNumber;
  return {
    id: `${code}-company`,
    ...(facts?.companyName ? { name: facts.companyName } : worded("name", partnership.title, context.lang)),
    identifier: number ? { scheme: "VN-TIN", id: number.replace(/\s/g, ""), legalName: facts?.companyName } : undefined,
    roles: ["supplier"],
    shareholders: some(agreements.flatMap((agreement) => shareholders(agreement, members, context))),
  };
}

function shareholders(agreement: PublicAgreement, members: readonly PublicMember[], { lang, today }: OcdsContext) {
  return agreement.schedules
    .filter(({ dimension, from, to }) => dimension === "CAPITAL" && from <= today && (to === null || today < to))
    .flatMap(({ from, lines }) =>
      lines.flatMap(({ memberId, ppm }) => {
        const member = members.find(({ id }) => id === memberId);
        if (!member || ppm === 0) return [];
        return {
          id: `${agreement.productCode}-${member.identifier}`,
          shareholder: reference(member, lang),
          shareholding: ppm / WHOLE_PPM,
          notes: `${agreement.productCode}: ${ppm} ppm, ${dayBegins(from)}`,
        };
      }),
    );
}

/** Members that are no public body, by which an award names who provides; everybody where all are public. */
export function suppliers(members: readonly PublicMember[], { lang }: OcdsContext) {
  const privates = members.filter(({ isPublicBody }) => !isPublicBody);
  return (privates.length > 0 ? privates : members).map((member) => reference(member, lang));
}
