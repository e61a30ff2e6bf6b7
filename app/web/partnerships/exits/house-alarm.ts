import type { House } from "#app/domain/accounts/actor.ts";
import { isRunning, missingHouses, type PartnershipState } from "#app/domain/partnerships/partnership.ts";

type Current = { state: PartnershipState; members: readonly { house: House; to: string | null }[] };
type Clock = { kind: string; dueOn: string | null; endedOn: string | null };

/** The houses that a running partnership is without today, and the day by which they have to be back. */
export function houseAlarm({ state, members }: Current, obligations: readonly Clock[], today: string) {
  const cure = obligations.find(({ kind, endedOn }) => kind === "HOUSE_CURE" && endedOn === null);
  const current = members.filter(({ to }) => to === null || to > today);
  return { missing: isRunning(state) ? missingHouses(current) : [], cureBy: cure?.dueOn ?? null };
}
