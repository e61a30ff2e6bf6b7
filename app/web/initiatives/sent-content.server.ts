import type { ProposalContent } from "#app/domain/initiatives/completeness.ts";

/** The content of an initiative as it travels to a page: amounts as decimal text. */
export function sentContent(content: ProposalContent) {
  return {
    ...content,
    requestedFundingVnd: content.requestedFundingVnd?.toString() ?? null,
    coFunding: content.coFunding.map(({ source, vnd }) => ({ source, vnd: vnd.toString() })),
  };
}
