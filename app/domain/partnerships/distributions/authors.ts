import { parseSharePercent } from "#app/domain/catalogue/share-text.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { remainingPpm } from "../share-schedule.ts";

export const MOST_AUTHORS = 50;

type AuthorsFault = "UNREADABLE" | "SUM" | "TWICE" | "TOO_MANY";

/** An author with the contribution in ppm; who signs in with `email` reads the own statement. */
export type Author = { name: string; ppm: number; email?: string };

const EMAIL = /^[^\s@;]{1,64}@[^\s@;]{1,190}$/;

/**
 * Reads authors with their contributions, a line for each: `name; 45` (per cent) or `name; 45; address@of-mail`.
 * Nothing typed is nobody. Refuses UNREADABLE with the line, SUM with the total in per cent, TWICE with the name,
 * TOO_MANY.
 */
export function readAuthors(text: string): Outcome<Author[], AuthorsFault> {
  const lines = text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (lines.length === 0) return done([]);
  if (lines.length > MOST_AUTHORS) return refuse("TOO_MANY");
  const authors: Author[] = [];
  for (const one of lines) {
    const author = readAuthor(one);
    if (!author) return refuse("UNREADABLE", { params: { line: one.slice(0, 80) } });
    const { name, email } = author;
    const isTwice = authors.some((other) => other.name === name || (email !== undefined && other.email === email));
    if (isTwice) return refuse("TWICE", { params: { name } });
    authors.push(author);
  }
  const left = remainingPpm(authors.map(({ name, ppm }) => ({ party: name, ppm })));
  return left === 0 ? done(authors) : refuse("SUM", { params: { total: (1_000_000 - left) / 10_000 } });
}

function readAuthor(line: string): Author | null {
  const parts = line.split(";").map((part) => part.trim());
  const email = parts.at(-1)?.includes("@") ? parts.pop()?.toLowerCase() : undefined;
  if (email !== undefined && !EMAIL.test(email)) return null;
  const share = parseSharePercent(parts.pop()?.replace("%", "").trim() ?? "");
  const name = parts.join("; ");
  if (name === "" || name.length > 120 || !share.ok) return null;
  return { name, ppm: share.value, ...(email === undefined ? {} : { email }) };
}
