/** The profile as its standard declares it, and the portal's own fields. */
const PPP_EXTENSION = "https://standard.open-contracting.org/profiles/ppp/schema/1__0__0__beta4/extension.json";
const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

/** What stands around the releases of a package. */
export function packageHead({ uri, origin }: { uri: string; origin: string }) {
  return {
    uri,
    version: "1.1",
    extensions: [PPP_EXTENSION, `${origin}/data/ocds-shares/extension.json`],
    publisher: { name: "Ba Nhà", uri: origin },
    license: LICENCE,
  };
}

/**
 * JSON in which every bigint under `amount` is a number, exact beyond what a double holds. No text of a person can be
 * taken for one: its quotation marks are escaped.
 */
export function ocdsText(value: unknown): string {
  const text = JSON.stringify(value, (_key, member: unknown) => (typeof member === "bigint" ? String(member) : member));
  return text.replaceAll(/"amount":"(-?\d+)"/g, '"amount":$1');
}
