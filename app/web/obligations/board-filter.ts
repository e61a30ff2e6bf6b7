import { HOUSES, ROLES } from "#app/domain/accounts/actor.ts";
import { AGES, BOARD_VIEWS, type BoardFilter, type BoardPlace } from "#app/domain/obligations/board.ts";
import { OBLIGATION_KINDS } from "#app/domain/obligations/obligation.ts";
import { decodeCursor } from "#app/platform/cursor.ts";
import { isUuid, readDate } from "#app/platform/typed.ts";

/** What of the board an address asks for; values that nobody knows are left out. `body` is an id or a role. */
export function boardFilterOf(url: URL): BoardFilter {
  const asked = (name: string) => url.searchParams.get(name) ?? undefined;
  const oneOf = <Value extends string>(name: string, known: readonly Value[]): Value | null =>
    known.find((value) => value === asked(name)) ?? null;
  const body = asked("body");
  const province = asked("province");
  return {
    view: oneOf("view", BOARD_VIEWS) ?? "open",
    body: isUuid(body) ? body : null,
    role: oneOf("body", [...ROLES, "PROPOSER"]),
    kind: oneOf("kind", OBLIGATION_KINDS),
    house: oneOf("house", HOUSES),
    province: province !== undefined && /^\d{2}$/.test(province) ? province : null,
    age: oneOf("age", AGES),
  };
}

/** The query that asks for a filter; empty for the whole board. */
export function boardQuery({ view, body, role, ...others }: BoardFilter): URLSearchParams {
  const query = new URLSearchParams();
  if (view !== "open") query.set("view", view);
  for (const [name, value] of Object.entries({ body: body ?? role, ...others })) if (value) query.set(name, value);
  return query;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The place behind which an address asks for the list; null for the first page, and for what no list gave out. */
export function boardPlaceOf(url: URL, { view }: BoardFilter): BoardPlace | null {
  const text = url.searchParams.get("after");
  if (text === null) return null;
  if (view === "done") {
    const [doneAt, id] = decodeCursor(text, 2) ?? [];
    return isInstant(doneAt) && typeof id === "string" && isUuid(id) ? [doneAt, id] : null;
  }
  const [standing, dueOn, openedAt, id] = decodeCursor(text, 4) ?? [];
  const isPlace = typeof dueOn === "string" && DAY.test(dueOn) && readDate(dueOn) === dueOn && isInstant(openedAt);
  if (!isPlace || typeof id !== "string" || !isUuid(id)) return null;
  return [standing === 1 ? 1 : 0, dueOn, openedAt, id];
}

function isInstant(value: unknown): value is string {
  return typeof value === "string" && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}
