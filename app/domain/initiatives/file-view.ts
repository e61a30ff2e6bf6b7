import type { Actor } from "#app/domain/accounts/actor.ts";
import type { ProposalContent } from "./completeness.ts";
import { scoresThatCount, valuesByCriterion } from "./council/result.ts";
import {
  type InitiativeFacts,
  isPublic,
  mayReadContent,
  mayReadPart,
  type Reader,
  readerOf,
  type SeatFacts,
} from "./initiative.policy.ts";
import type { InitiativeState } from "./initiative.ts";
import {
  levelOn,
  OPEN_PART,
  type PartLevel,
  type PartRule,
  type PartRules,
  SEALABLE_PARTS,
  type SealablePart,
  withoutParts,
} from "./part.ts";

/** States that the public can ask a list for: everything but a draft. */
export const PUBLIC_STATES = [
  "SUBMITTED",
  "NEEDS_COMPLETION",
  "SCREENED",
  "UNDER_EVALUATION",
  "EVALUATED",
  "SUBMITTED_TO_STEERING",
  "RETURNED",
  "ACCEPTED",
  "ASSIGNED",
  "IN_IMPLEMENTATION",
  "CLOSED_APPLIED",
  "CLOSED_NOT_APPLIED",
  "CLOSED_STOPPED",
  "REJECTED",
  "REJECTED_FORM",
  "APPEALED",
  "REJECTION_UPHELD",
  "LAPSED",
  "WITHDRAWN",
] as const satisfies readonly InitiativeState[];

type AnySeat = {
  personId: string;
  conflictDeclaredAt: string | null;
  recusedAt: string | null;
  round: number;
  kind: "FULL" | "DIVERGENCE" | "APPEAL";
  roundClosedAt: string | null;
  scores: { criterion: string; value: number; comment: string }[];
};
type AnyFile = InitiativeFacts & {
  decidedAt: Date | null;
  publicAt: Date | null;
  content: ProposalContent;
  frozen: { content: ProposalContent; fileHashes: readonly string[] } | null;
  steps: readonly { reason: string | null; toState: string }[];
  missing: readonly object[];
  decisions: readonly { kind: string }[];
  seats: readonly AnySeat[];
  attachments: readonly (PartRule & { id: string; sha256: string })[];
  parts: PartRules;
};

/** A part that not everybody reads: who does, and whether this reader is among them. */
export type ClosedPart = {
  part: SealablePart;
  level: Exclude<PartLevel, "PUBLIC">;
  untilOn: string | null;
  mine: boolean;
};

/** What a reader may see of one initiative; `null` and empty lists where something is not theirs. */
export type FileView<File extends AnyFile> = {
  reader: Reader;
  /** without the parts that are closed to the reader */
  content: ProposalContent | null;
  /** the parts that not everybody reads, where the content is open */
  closed: ClosedPart[];
  attachments: File["attachments"][number][];
  decisions: File["decisions"][number][];
  missing: File["missing"][number][];
  /** the values that count on each criterion, smallest first, without who gave them; none while a round is open */
  scores: { criterion: string; values: number[] }[];
  steps: File["steps"][number][];
  /** what of this is not for everybody: `file`, a part, or `attachment:` and its id; reading it goes into the access log */
  opened: string[];
};

/**
 * Takes out of a file what is not the reader's. The public reads content and public attachments once it is public, the
 * deciding reason and scores once it is decided, and before that the way it went. The people concerned read the content, and the reasons
 * given to them; evaluators only after they declared no conflict. What is being completed is read as it was submitted, by
 * all but its proposer. Parts are closed by their own rules on the day ('YYYY-MM-DD').
 * Source: docs/domain.md, "Initiatives", "Parts and their readers".
 */
export function visibleTo<File extends AnyFile>(actor: Actor | null, file: File, today: string): FileView<File> {
  const reader = readerIn(actor, file);
  const isConcerned = reader.kind !== "PUBLIC";
  // Those who work on it see scores once the round is closed; the proposer and the public with the decision.
  const seesScores = reader.kind === "OFFICER" || reader.kind === "DECIDER";
  const isOpen = mayReadContent(reader, file);
  const decided = file.decidedAt !== null;
  const frozen = reader.kind === "AUTHOR" ? null : file.frozen;
  const at = { isPublic: isPublic(file), today };
  const closed = isOpen ? closedParts(reader, file.parts, at) : [];
  const content = withoutParts(
    frozen?.content ?? file.content,
    closed.filter((one) => !one.mine).map((one) => one.part),
  );
  const attachments = file.attachments.filter(
    (one) => mayReadPart(reader, one, at) && (!frozen || frozen.fileHashes.includes(one.sha256)),
  );
  return {
    reader,
    content: isOpen ? content : null,
    closed,
    attachments,
    decisions: file.decisions.filter((one) => isConcerned || (decided && one.kind !== "RETURNED")),
    missing: isConcerned ? [...file.missing] : [],
    scores: valuesByCriterion(scoresThatCount(seesScores ? file.seats : decidedSeats(file))),
    steps: file.steps.map((step) => (isConcerned ? step : { ...step, reason: null })),
    opened:
      isConcerned && reader.kind !== "AUTHOR"
        ? [...(at.isPublic ? [] : ["file"]), ...closed.filter((one) => one.mine).map((one) => one.part)]
        : [],
  };
}

/** How somebody stands to the file, as far as reading goes. */
export function readerIn(actor: Actor | null, file: AnyFile): Reader {
  const seats: SeatFacts[] = file.seats.map((seat) => ({
    personId: seat.personId,
    conflictDeclaredAt: asDate(seat.conflictDeclaredAt),
    recusedAt: asDate(seat.recusedAt),
  }));
  return readerOf(actor, file, seats);
}

/** Whether the reader is concerned with the file beyond what the public sees. */
export function isInside(actor: Actor | null, file: AnyFile): boolean {
  return readerIn(actor, file).kind !== "PUBLIC";
}

function closedParts(reader: Reader, rules: PartRules, at: { isPublic: boolean; today: string }): ClosedPart[] {
  return SEALABLE_PARTS.flatMap((part): ClosedPart[] => {
    const rule = rules[part] ?? OPEN_PART;
    const level = levelOn(rule, at.today);
    if (level === "PUBLIC") return [];
    return [{ part, level, untilOn: rule.untilOn, mine: mayReadPart(reader, rule, at) }];
  });
}

/** The council on whose scores a decision rests that everybody knows; after an appeal, the one before it until the next decision. */
function decidedSeats({ decidedAt, state, seats }: AnyFile): readonly AnySeat[] {
  if (decidedAt === null) return [];
  const isAgain = ["UNDER_EVALUATION", "EVALUATED", "SUBMITTED_TO_STEERING", "RETURNED"].includes(state);
  const panel = Math.max(0, ...seats.filter((seat) => seat.kind === "APPEAL").map((seat) => seat.round));
  return isAgain ? seats.filter((seat) => seat.round < panel) : seats;
}

function asDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
