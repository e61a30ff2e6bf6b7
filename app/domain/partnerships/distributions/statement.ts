import { sumVnd } from "../calculations/parties.ts";
import { calculateRun, type RunInputs, type RunLine } from "./run.ts";

/** Whose statement: a party by its place, or an author by the place in the inputs, from 1. */
export type Whose = { kind: "PARTY" | "AUTHOR"; place: number };

/** How an amount came about; đồng, ppm. */
export type How =
  | { kind: "SHARE"; ofVnd: bigint; ppm: number }
  | { kind: "HOST"; ofVnd: bigint; ppm: number; authorsVnd: bigint; intermediaryVnd: bigint }
  | { kind: "CAPITAL"; ofVnd: bigint; capitalVnd: bigint; allVnd: bigint }
  | { kind: "LOSS"; ofVnd: bigint; ppm: number; capVnd: bigint | null; priorVnd: bigint };

/** `amountVnd` is the run's own line: `wholeVnd` of the period less what earlier runs of it gave (`beforeVnd`). */
export type StatementLine = RunLine & { wholeVnd: bigint; beforeVnd: bigint; how: How | null };

export type Statement = {
  /** every line of the run, in the order in which the money goes */
  lines: StatementLine[];
  /** those of the party or author */
  own: StatementLine[];
  ownVnd: bigint;
  /** calculating the stored inputs again gives the stored lines */
  isSame: boolean;
};

/** Reads `party-2` or `author-1`; null for anything else. */
export function readWhose(text: string | undefined): Whose | null {
  const [, kind, place] = /^(party|author)-([1-9]\d{0,2})$/.exec(text ?? "") ?? [];
  if (!kind || !place) return null;
  return { kind: kind === "party" ? "PARTY" : "AUTHOR", place: Number(place) };
}

/**
 * The statement of a locked run for a party or an author: the run is calculated again from its stored inputs, and each
 * line says how it came about. A run that compensates another shows the right amount, what was given before, and the
 * difference. Null where the party or author is not in the run. Source: docs/domain.md, "Statements".
 */
export function statementOf(
  run: { inputs: RunInputs; lines: readonly RunLine[]; compensates: number | null },
  whose: Whose,
): Statement | null {
  const { inputs } = run;
  const author = inputs.kind === "DISTRIBUTION" ? inputs.authors[whose.place - 1] : undefined;
  const isThere =
    whose.kind === "PARTY" ? inputs.parties.some(({ party }) => party === whose.place) : author !== undefined;
  const again = calculateRun(inputs);
  if (!isThere || !again.ok) return null;
  const lines = comparedLines(again.value.lines, run).map((line) => ({
    ...line,
    how: howOf(line, inputs, again.value.lines),
  }));
  const own = lines.filter((line) =>
    whose.kind === "PARTY" ? line.party === whose.place : line.tier === "AUTHORS" && line.author === author?.name,
  );
  return {
    lines: whose.kind === "PARTY" ? lines : withAuthorsAsOne(lines),
    own,
    ownVnd: own.reduce((sum, { amountVnd }) => sum + amountVnd, 0n),
    isSame: run.compensates !== null || lines.every(({ wholeVnd, amountVnd }) => wholeVnd === amountVnd),
  };
}

type Compared = Omit<StatementLine, "how">;

function comparedLines(
  whole: readonly RunLine[],
  run: { lines: readonly RunLine[]; compensates: number | null },
): Compared[] {
  const gone = run.lines.filter((line) => !whole.some((other) => isSameLine(line, other)));
  const all = [...whole, ...gone.map((line) => ({ ...line, amountVnd: 0n }))];
  return all.map((line) => {
    const amountVnd = run.lines.find((other) => isSameLine(line, other))?.amountVnd ?? 0n;
    const wholeVnd = line.amountVnd;
    return { ...line, amountVnd, wholeVnd, beforeVnd: run.compensates === null ? 0n : wholeVnd - amountVnd };
  });
}

function isSameLine(one: RunLine, other: RunLine): boolean {
  return one.tier === other.tier && one.party === other.party && one.author === other.author;
}

/** Other authors' parts are theirs to know. */
function withAuthorsAsOne(lines: readonly StatementLine[]): StatementLine[] {
  const authors = lines.filter(({ tier }) => tier === "AUTHORS");
  const sum = (key: "amountVnd" | "wholeVnd" | "beforeVnd") => authors.reduce((all, line) => all + line[key], 0n);
  return lines.flatMap((line) => {
    if (line.tier !== "AUTHORS") return [line];
    if (line !== authors[0]) return [];
    const amounts = { amountVnd: sum("amountVnd"), wholeVnd: sum("wholeVnd"), beforeVnd: sum("beforeVnd") };
    return [{ ...line, author: null, how: null, ...amounts }];
  });
}

function howOf(line: Compared, inputs: RunInputs, whole: readonly RunLine[]): How | null {
  const sumOf = (tier: RunLine["tier"]) => sumVnd(whole.filter((other) => other.tier === tier).map(asAmount));
  const party = inputs.parties.find((one) => one.party === line.party);
  if (inputs.kind === "LOSS") return line.tier === "LOSS" && party ? lossHow(inputs, party) : null;
  if (line.tier === "AUTHORS") {
    const author = inputs.authors.find(({ name }) => name === line.author);
    return author ? { kind: "SHARE", ofVnd: sumOf("AUTHORS"), ppm: author.ppm } : null;
  }
  if (!party) return null;
  if (line.tier === "PREFERRED") {
    const allVnd = inputs.parties.reduce((sum, { capitalVnd }) => sum + BigInt(capitalVnd), 0n);
    return { kind: "CAPITAL", ofVnd: sumOf("PREFERRED"), capitalVnd: BigInt(party.capitalVnd), allVnd };
  }
  if (line.tier !== "PARTY") return null;
  const { profitPpm: ppm } = party;
  const authors = inputs.terms?.authors;
  if (authors?.rewardPoint !== "R2_HOST") return { kind: "SHARE", ofVnd: sumOf("PARTY"), ppm };
  const [authorsVnd, intermediaryVnd] = [sumOf("AUTHORS"), sumOf("INTERMEDIARY")];
  const ofVnd = sumOf("PARTY") + authorsVnd + intermediaryVnd;
  if (authors.host !== party.party) return { kind: "SHARE", ofVnd, ppm };
  return { kind: "HOST", ofVnd, ppm, authorsVnd, intermediaryVnd };
}

function lossHow(inputs: Extract<RunInputs, { kind: "LOSS" }>, { party, riskPpm }: RunInputs["parties"][number]): How {
  const cap = inputs.terms?.caps.find((one) => one.party === party)?.capVnd ?? null;
  const priorVnd = BigInt(inputs.prior.find((one) => one.party === party)?.lossVnd ?? 0);
  const ofVnd = BigInt(inputs.lossVnd);
  return { kind: "LOSS", ofVnd, ppm: riskPpm, capVnd: cap === null ? null : BigInt(cap), priorVnd };
}

function asAmount({ party, amountVnd }: RunLine) {
  return { party: String(party), amountVnd };
}
