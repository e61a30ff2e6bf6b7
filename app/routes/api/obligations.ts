import { listBoard } from "#app/domain/obligations/board/queries.server.ts";
import type { BoardFilter, BoardView, PublicHand } from "#app/domain/obligations/board.ts";
import { encodeCursor } from "#app/platform/cursor.ts";
import { isUuid } from "#app/platform/typed.ts";
import { vietnameseName } from "#app/web/api/fields.ts";
import { listOpenObligations } from "#app/web/api/obligations.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";

const VIEW_OF = {
  open: "open",
  overdue: "over",
  soon: "soon",
  running: "run",
  paused: "wait",
  done: "done",
} as const satisfies Record<string, BoardView>;

export const loader = apiLoader(async ({ url }): Promise<Answer<typeof listOpenObligations>> => {
  const asked = parseQuery(url, listOpenObligations.query);
  const { debtor = null, kind = null, house = null, province = null, age = null } = asked;
  const [body, role] = debtor !== null && isUuid(debtor) ? [debtor, null] : [null, debtor];
  const filter: BoardFilter = { view: VIEW_OF[asked.state], body, role, kind, house, province, age };
  const { items, next } = await listBoard(filter, { limit: asked.limit, after: asked.cursor ?? null });
  return {
    items: items.map(({ debtor: owes, creditor, clock, pauses, extensions, ...item }) => {
      const { subjectType, subjectCode, subjectIsOpen: _open, ...told } = item;
      return {
        ...told,
        subject: { type: subjectType, code: subjectCode },
        debtor: { ...handOf(owes), house: owes.house, organisation: owes.organisationId },
        creditor: { ...handOf(creditor), organisation: creditor.organisationId },
        pauses: pauses.map((pause) => ({ ...pause, by: pause.by && handOf(pause.by) })),
        extensions: extensions.map(({ id: _id, ...extension }) => ({
          ...extension,
          requestedBy: handOf(extension.requestedBy),
          answeredBy: extension.answeredBy && handOf(extension.answeredBy),
        })),
        state: clock.state,
        days: clock.days,
        daysPastOriginal: clock.daysPastOriginal,
        metOriginal: clock.metOriginal,
        provisional: clock.provisional,
      };
    }),
    next: next && encodeCursor([...next]),
  };
});

function handOf({ role, names }: PublicHand): { role: string; name: string | null } {
  return { role, name: vietnameseName(names) };
}

export const action = onlyBy("GET");
