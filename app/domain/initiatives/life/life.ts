import type { House } from "#app/domain/accounts/actor.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { isClosing } from "../implementation/implementation.ts";
import type { LinkKind } from "../links/link.ts";

/** What a moment in the life of an initiative can be: its own, or one of what it led to, came from, or gave rise to. */
export const LIFE_KINDS = [
  "ancestor",
  "version",
  "step",
  "council",
  "correction",
  "assignment",
  "report",
  "closing",
  "link",
  "unlink",
  "partnership",
  "signing",
  "result",
  "act",
  "descendant",
] as const;
export type LifeKind = (typeof LIFE_KINDS)[number];

/**
 * One moment: on which day ('YYYY-MM-DD'), what, by which body and post, where it is read (behind the language), and its
 * entry of the public record. `figures` are what its sentence counts; `text` what somebody wrote, in `language`.
 */
export type LifeEntry = {
  kind: LifeKind;
  /** instant (RFC 3339) by which moments are ordered */
  at: string;
  on: string;
  body: { names: Texts; house: House } | null;
  post: string | null;
  path: string | null;
  entryNo: number | null;
  title: Texts | null;
  code: string | null;
  text: string | null;
  language: Language | null;
  state: string | null;
  from: string | null;
  link: LinkKind | null;
  figures: Record<string, number | string>;
};

/** In the order of time; what fell on one instant in the order of LIFE_KINDS. */
export function inOrder<Entry extends Pick<LifeEntry, "at" | "kind">>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => {
    const apart = Date.parse(a.at) - Date.parse(b.at);
    return apart === 0 ? LIFE_KINDS.indexOf(a.kind) - LIFE_KINDS.indexOf(b.kind) : apart;
  });
}

const KNOWN_TWICE: readonly LifeKind[] = ["assignment", "closing"];

/**
 * Puts what is known of one moment twice into one entry: a submission and the version that it froze, the assignment, or
 * the verifier's words, and their step.
 */
export function joined(steps: readonly LifeEntry[], told: readonly LifeEntry[]): LifeEntry[] {
  const versions = told.filter((entry) => entry.kind === "version" && entry.state === "SUBMISSION");
  const assignment = told.find((entry) => entry.kind === "assignment");
  const closing = told.find((entry) => entry.kind === "closing");
  const own = steps.map((step): LifeEntry => {
    if (closing && isClosing(step.state ?? "")) return { ...step, text: closing.text, language: closing.language };
    if (step.state === "ASSIGNED" && assignment) return { ...assignment, at: step.at, entryNo: step.entryNo };
    const version = step.state === "SUBMITTED" ? versions.shift() : undefined;
    return version ? { ...step, figures: version.figures } : step;
  });
  const rest = told.filter((entry) => !KNOWN_TWICE.includes(entry.kind) && entry.state !== "SUBMISSION");
  return inOrder([...own, ...rest]);
}

/** The revenue that officers verified among the acts of exploitation, in whole đồng; null where there is none. */
export function verifiedRevenueVnd(entries: readonly LifeEntry[]): bigint | null {
  const sums = entries.flatMap(({ kind, figures }) =>
    kind === "act" && figures["verified"] === 1 && figures["revenueVnd"] ? [BigInt(figures["revenueVnd"])] : [],
  );
  return sums.length === 0 ? null : sums.reduce((sum, one) => sum + one, 0n);
}
