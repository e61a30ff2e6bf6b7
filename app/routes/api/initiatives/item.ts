import { findInitiative, type InitiativePage } from "#app/domain/initiatives/queries.server.ts";
import { findVoice } from "#app/domain/initiatives/voice/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { inUtc, namedBody } from "#app/web/api/fields.ts";
import { turnOf } from "#app/web/api/initiatives/turn.ts";
import type { readInitiative } from "#app/web/api/initiatives.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

/** What the public reads: nobody is signed in here. */
export const loader = apiLoader(async ({ params }): Promise<Answer<typeof readInitiative>> => {
  const { code } = params;
  const found = isCode("SK", code) ? await findInitiative(null, code) : null;
  if (!found) throw new Problem(404);
  const { state, track, submittedOn, decidedOn, publicOn, versions } = found;
  return {
    ...{ code: found.code, state, track, submittedOn, decidedOn, publicOn },
    voice: found.publicOn === null ? null : await voiceOf(found.code),
    turn: turnOf(found.obligations),
    content: contentOf(found),
    decisions: found.decisions.map(({ versionNumber, decidedAt, kind, reason, language, legalRef, body }) => ({
      ...{ kind, reason, language, legalRef },
      body: namedBody(body),
      version: versionNumber,
      decidedAt: inUtc(decidedAt),
    })),
    steps: found.steps.map(({ fromState, toState, on, role, body, entryNo }) => ({
      ...{ fromState, toState, on, role, entryNo },
      body: body && namedBody(body),
    })),
    versions: versions.map(({ number, sha256, submittedAt }) => ({ number, sha256, submittedAt: inUtc(submittedAt) })),
  };
});

export const action = onlyBy("GET");

async function voiceOf(code: string): Promise<Answer<typeof readInitiative>["voice"]> {
  const voice = await findVoice(null, code, { stance: null, after: null, limit: 0 });
  if (!voice) return null;
  const { supports, unanswered, counts } = voice;
  return { supports, for: counts.FOR, against: counts.AGAINST, questions: counts.QUESTION, unanswered };
}

function contentOf({ content, organisation }: InitiativePage): Answer<typeof readInitiative>["content"] {
  if (!content) return null;
  const { language, title, abstract, maturityTrl, fordCode, provinceCode, productCodes, durationMonths } = content;
  return {
    ...{ language, title, abstract, fordCode, provinceCode, durationMonths },
    organisation: organisation && namedBody(organisation),
    productCodes: [...productCodes],
    trl: maturityTrl,
    requestedFundingVnd: content.requestedFundingVnd?.toString() ?? null,
  };
}
