import { LANGUAGES } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

/**
 * Schemes of identifiers: the tax code, the certificate of a science and technology organisation, the business
 * registration, and the portal's own number for a body that has none. Source: org-id.guide.
 */
export const SCHEMES = ["VN-TIN", "VN-MOST", "VN-CR", "VN-PORTAL"] as const;
export type Scheme = (typeof SCHEMES)[number];

const FORMS: Record<Scheme, RegExp> = {
  "VN-TIN": /^\d{10}(\d{3})?$/,
  "VN-MOST": /^[A-Z]{1,3}\d{1,6}$/,
  "VN-CR": /^\d{10}$/,
  "VN-PORTAL": /^$|^TC-\d{4}-\d{4,9}$/,
};

/** An identifier without the spaces, dots and dashes that people write into it. */
export function plainIdentifier(typed: string): string {
  return typed.replaceAll(/[\s.‐-]/gu, "").toUpperCase();
}

/** Whether an identifier has the form of its scheme: a tax code has 10 or 13 digits. */
export function fitsScheme(scheme: Scheme, identifier: string): boolean {
  return FORMS[scheme].test(identifier);
}

/** The code under which an organisation stands in the public record: `VN-TIN-0100109106`. */
export function organisationCode(organisation: { scheme: string; identifier: string }): string {
  return `${organisation.scheme}-${organisation.identifier}`;
}

/** Undoes `organisationCode`; null for text that is no such code. */
export function readCode(text: string): { scheme: Scheme; identifier: string } | null {
  const scheme = SCHEMES.find((known) => text.startsWith(`${known}-`));
  const identifier = scheme && text.slice(scheme.length + 1);
  return scheme && identifier && fitsScheme(scheme, identifier) ? { scheme, identifier } : null;
}

/** An organisation to choose among several that a text matches. */
export type OrganisationMatch = { id: string; names: Texts; code: string; verified: boolean };

/** Whether a text is the whole code of an organisation or one of its names, in small or capital letters. */
export function isCalled({ code, names }: OrganisationMatch, text: string): boolean {
  const wanted = text.toLowerCase();
  return [code, ...LANGUAGES.map((lang) => names[lang])].some((one) => one?.toLowerCase() === wanted);
}
