/**
 * Reads an ORCID iD as people paste it (with or without https://orcid.org/, dashes or spaces) and gives it back as
 * 0000-0002-1825-0097; null when its form or its check character is wrong (ISO 7064, MOD 11-2).
 * Source: https://support.orcid.org, structure of the ORCID identifier.
 */
export function readOrcid(typed: string): string | null {
  const plain = typed
    .trim()
    .replace(/^(https?:\/\/)?(www\.)?orcid\.org\//i, "")
    .replaceAll(/[\s‐-―-]/gu, "")
    .toUpperCase();
  if (!/^\d{15}[\dX]$/.test(plain) || checkCharacter(plain.slice(0, 15)) !== plain[15]) return null;
  return plain.replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** The last character that goes with fifteen digits. */
export function checkCharacter(digits: string): string {
  const total = [...digits].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const rest = (12 - (total % 11)) % 11;
  return rest === 10 ? "X" : String(rest);
}
