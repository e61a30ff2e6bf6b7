import type { Tx } from "#prisma/client.server.ts";

export type CodePrefix =
  | "SK"
  | "DA"
  | "KQ"
  | "TC"
  | "BT"
  | "YK"
  | "HT"
  | "DG"
  | "PH"
  | "KN"
  | "GY"
  | "BB"
  | "PV"
  | "DL";

/** The next code of a kind, such as SK-2026-0148. Gaps may occur where a transaction does not commit; none is reused. */
export async function nextCode(tx: Tx, prefix: CodePrefix, year = new Date().getFullYear()): Promise<string> {
  const [code = ""] = await nextCodes(tx, prefix, 1, year);
  return code;
}

/** The next so many codes of a kind, in their order. One statement. */
export async function nextCodes(tx: Tx, prefix: CodePrefix, count: number, year: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO code_sequence (prefix, year, last) VALUES (${prefix}, ${year}, ${count})
    ON CONFLICT (prefix, year) DO UPDATE SET last = code_sequence.last + ${count}
    RETURNING last`;
  const first = (rows[0]?.last ?? 0) - count + 1;
  return Array.from({ length: count }, (_, index) => `${prefix}-${year}-${String(first + index).padStart(4, "0")}`);
}

/** Whether a text has the form of a code of this kind. */
export function isCode(prefix: CodePrefix, text: string | undefined): text is string {
  return text !== undefined && new RegExp(`^${prefix}-\\d{4}-\\d{4,9}$`).test(text);
}
