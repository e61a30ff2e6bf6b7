import { HOUSES, ROLES } from "#app/domain/accounts/actor.ts";
import { AGES, BOARD_VIEWS, type BoardFilter } from "#app/domain/obligations/board.ts";
import { OBLIGATION_KINDS } from "#app/domain/obligations/obligation.ts";
import { isUuid } from "#app/platform/typed.ts";

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
