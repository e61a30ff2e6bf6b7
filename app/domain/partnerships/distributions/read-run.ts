import type { Tier } from "./run.ts";

export type ReadRunLine = { tier: Tier; memberId: string | null; author: string | null; amountVnd: string };

/** A run as it is read; đồng are decimal text. */
export type ReadRun = {
  number: number;
  kind: "DISTRIBUTION" | "LOSS";
  state: "PROPOSED" | "LOCKED" | "WITHDRAWN";
  /** half-open */
  from: string;
  to: string;
  inputsSha256: string;
  engineVersion: string;
  totalVnd: string;
  authorsVnd: string;
  authorsMinimumVnd: string;
  lossCarriedVnd: string;
  preferredUnpaidVnd: string;
  unallocatedTo: string | null;
  /** the canonical text of what it was calculated from; '' where the reader may not see it */
  inputs: string;
  compensates: number | null;
  proposedBy: string;
  proposedAt: string;
  endedAt: string | null;
  lines: ReadRunLine[];
  approvals: { memberId: string; post: string; approvedAt: string }[];
};

/** The same for everybody: what it was calculated from and the names of authors are left out; their part is one amount. */
export function runForThePublic(run: ReadRun): ReadRun {
  const authors = run.lines.filter(({ tier }) => tier === "AUTHORS");
  const amountVnd = String(authors.reduce((sum, line) => sum + BigInt(line.amountVnd), 0n));
  const whole = { tier: "AUTHORS" as const, memberId: null, author: null, amountVnd };
  const lines = run.lines.flatMap((line) => {
    if (line.tier !== "AUTHORS") return [line];
    return line === authors[0] ? [whole] : [];
  });
  return { ...run, inputs: "", lines };
}
