import { draftFinding } from "#app/domain/monitoring/findings/draft.server.ts";
import { listOpenFindings } from "#app/domain/monitoring/open-data/queries.server.ts";
import { isOutsider } from "#app/domain/monitoring/refusals/outsider.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import { listFindings, writeFinding } from "#app/web/api/monitoring/findings.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { tokenAction } from "#app/web/api/writes/token.server.ts";
import { apiLoader, parseQuery } from "#app/web/api.server.ts";
import { statusOf } from "#app/web/monitoring/acted.server.ts";
import { findingSummary } from "#app/web/monitoring/open-answers.ts";
import { Problem, refusedInput } from "#app/web/problem.server.ts";

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof listFindings>> => {
  const { campaign, severity, subject, addressee, owner, limit, cursor = null } = parseQuery(url, listFindings.query);
  const filter = { campaigns: campaign, severities: severity, subjects: subject, addressees: addressee, owners: owner };
  const { items, next } = await listOpenFindings(filter, { limit, after: cursor });
  return { items: items.map(findingSummary), next };
});

/** The draft of a finding, with the schema, the policy and the refusals of its form. */
export const action = tokenAction({
  ...{ scope: writeFinding.scope, body: writeFinding.body },
  first: async (actor, sent) => {
    if (await isOutsider(actor, { act: "finding.draft", code: campaignIn(sent) }))
      throw new Problem(403, { code: "NOT_A_MONITOR" });
  },
  write: async ({ campaign, ...input }, { actor, once }): Promise<Answer<typeof writeFinding>> => {
    const outcome = await draftFinding(actor, campaign, input, { once });
    if (!outcome.ok) throw refusedInput(outcome, statusOf(outcome));
    const { code } = outcome.value;
    return { code, page: `${environment().baseUrl}/${actor.language}/monitoring/findings/${code}` };
  },
});

/** The campaign that something sent names, for the security event; empty where it names none. */
function campaignIn(sent: unknown): string {
  const named = typeof sent === "object" && sent !== null && "campaign" in sent ? sent.campaign : "";
  return typeof named === "string" && isCode("DG", named) ? named : "";
}
