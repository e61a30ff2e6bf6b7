import { findVoice } from "#app/domain/initiatives/voice/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { vietnameseName } from "#app/web/api/fields.ts";
import { listComments as operation } from "#app/web/api/initiatives/comments.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

/** What members say of one initiative: nobody is signed in here. */
export const loader = apiLoader(async ({ params, url }): Promise<Answer<typeof operation>> => {
  const { code } = params;
  const { stance, limit, cursor } = parseQuery(url, operation.query);
  const asked = { stance: stance ?? null, after: cursor ?? null, limit };
  const voice = isCode("SK", code) ? await findVoice(null, code, asked) : null;
  if (!voice) throw new Problem(404);
  return {
    items: voice.comments.map(({ isMine: _, clock, tombstone, answer, ...comment }) => ({
      ...comment,
      tombstone: tombstone?.kind === "HIDDEN" ? { ...tombstone, body: vietnameseName(tombstone.body) } : tombstone,
      answer: answer && { ...answer, body: vietnameseName(answer.body) },
      clock: clock && {
        debtor: { role: clock.role, house: clock.house, name: vietnameseName(clock.names) },
        dueOn: clock.dueOn,
        state: clock.clock.state,
        days: clock.clock.days,
      },
    })),
    next: voice.next,
  };
});

export const action = onlyBy("GET");
