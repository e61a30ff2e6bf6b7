import { canonicalJson } from "#app/platform/canonical.ts";
import type { ProposalContent } from "../completeness.ts";

/** What stood in a file at one time: its content and the hashes of its files. */
export type FileAt = { content: ProposalContent; fileHashes: readonly string[] };

/** Whether a returned field (a name of RETURNABLE_FIELDS) says something else in a later file than in an earlier one. */
export function isChanged(field: string, before: FileAt, after: FileAt): boolean {
  return plain(answerAt(field, before)) !== plain(answerAt(field, after));
}

function answerAt(field: string, { content, fileHashes }: FileAt): unknown {
  switch (field) {
    case "files":
      return [...fileHashes].sort();
    case "requestedFunding":
      return content.requestedFundingVnd;
    case "ipOwnership":
      return [content.ipOwnership, content.priorRights];
    default:
      return Object.hasOwn(content, field) ? Object.entries(content).find(([name]) => name === field)?.[1] : null;
  }
}

function plain(value: unknown): string {
  return canonicalJson(value);
}
