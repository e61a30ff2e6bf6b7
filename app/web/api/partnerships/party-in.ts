import type { PublicMember } from "#app/domain/partnerships/queries.server.ts";

/** A party as the API names it, by its member's id. */
export function partyIn(members: readonly PublicMember[], memberId: string) {
  const member = members.find(({ id }) => id === memberId);
  return { party: member?.identifier ?? "", house: member?.house ?? ("OTHER" as const) };
}
