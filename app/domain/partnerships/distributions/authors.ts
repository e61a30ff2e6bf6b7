import { parseSharePercent } from "#app/domain/catalogue/share-text.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { remainingPpm } from "../share-schedule.ts";

export const MOST_AUTHORS = 50;

type AuthorsFault = "UNREADABLE" | "SUM" | "TWICE" | "TOO_MANY";

/**
 * Reads authors with their contributions, a line for each: `name; 45` (per cent). Nothing typed is nobody.
 * Refuses UNREADABLE with the line, SUM with the total in per cent, TWICE with the name, TOO_MANY.
 */
export function readAuthors(text: string): Outcome<{ name: string; ppm: number }[], AuthorsFault> {
  const lines = text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (lines.length === 0) return done([]);
  if (lines.length > MOST_AUTHORS) return refuse("TOO_MANY");
  const authors: { name: string; ppm: number }[] = [];
  for (const one of lines) {
    const cut = one.lastIndexOf(";");
    const name = one.slice(0, cut).trim();
    const share = parseSharePercent(
      one
        .slice(cut + 1)
        .replace("%", "")
        .trim(),
    );
    if (cut < 1 || name === "" || name.length > 120 || !share.ok)
      return refuse("UNREADABLE", { params: { line: one.slice(0, 80) } });
    if (authors.some((other) => other.name === name)) return refuse("TWICE", { params: { name } });
    authors.push({ name, ppm: share.value });
  }
  const left = remainingPpm(authors.map(({ name, ppm }) => ({ party: name, ppm })));
  return left === 0 ? done(authors) : refuse("SUM", { params: { total: (1_000_000 - left) / 10_000 } });
}
