import { HOUSES, type House } from "#app/domain/accounts/actor.ts";
import { addDays, dayInVietnam, endOfDayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { SharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import type { MemberRole } from "#app/domain/partnerships/partnership.schema.ts";
import { partyKeys } from "#app/domain/partnerships/partnership.ts";
import type { ShareDimension } from "#app/domain/partnerships/share-schedule.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import { readDate, typedDay } from "#app/platform/typed.ts";

// What several pages of partnerships show in the same way: parties with their short names, periods with their last day,
// a question "as of" and "as known on".

type Member = { id: string; house: House; names: Texts; role: MemberRole; from: string; to?: string | null };

/**
 * Parties with their short names, State before School before Enterprise as in every picture; `from` only where one came in later than
 * the partnership began, `lastOn` only where one leaves it.
 */
export function partiesView(members: readonly Member[], begunOn: string) {
  const keys = partyKeys(members);
  const inOrder = [...members].sort((a, b) => HOUSES.indexOf(a.house) - HOUSES.indexOf(b.house));
  return inOrder.map(({ id, house, names, role, from, to = null }) => ({
    id,
    key: keys.get(id) ?? "",
    house,
    names,
    role,
    from: from > begunOn ? from : null,
    lastOn: lastDay(to),
  }));
}
export type PartyView = ReturnType<typeof partiesView>[number];

/**
 * Members of a public page, as they decide what a reader may read and do: the public reads those that joined, and no others;
 * who has left is inside no more.
 */
export function memberFacts<One extends { to: string | null }>(members: readonly One[]) {
  const today = dayInVietnam(new Date());
  return members.map((member) => ({ ...member, joined: true, left: member.to !== null && member.to <= today }));
}

type Signature = { memberId: string; post: string; signedAt: string };

/** A row for each party of an agreement, signed or not. */
export function signatureRows(parties: readonly PartyView[], signatures: readonly Signature[]) {
  return parties.map((party) => {
    const found = signatures.find(({ memberId }) => memberId === party.id);
    return { party, post: found?.post ?? null, signedAt: found?.signedAt ?? null };
  });
}

type Schedule = {
  dimension: ShareDimension;
  from: string;
  to: string | null;
  lines: readonly { memberId: string; ppm: number }[];
};

/** Schedules as people read them: with the last day instead of the first day outside. */
export function stretchesView(schedules: readonly Schedule[]) {
  return schedules.map(({ dimension, from, to, lines }) => ({
    dimension,
    from,
    lastOn: lastDay(to),
    ppm: Object.fromEntries(lines.map(({ memberId, ppm }) => [memberId, ppm])),
  }));
}

/** The parties that stand in the schedules of an agreement; the others came later or left. */
export function partiesIn(parties: readonly PartyView[], schedules: readonly Schedule[]): PartyView[] {
  const named = new Set(schedules.flatMap(({ lines }) => lines.map(({ memberId }) => memberId)));
  return parties.filter(({ id }) => named.has(id));
}

/** The last day that belongs to a half-open period; null without end. */
export function lastDay(to: string | null): string | null {
  return to === null ? null : addDays(to, -1);
}

/** The shares of a day, as the picture of them wants them. */
export function ribbonView(shares: SharesAsOf, parties: readonly PartyView[], lang: Language) {
  const ppmOf = (lines: readonly { memberId: string; ppm: number }[], id: string) =>
    lines.find(({ memberId }) => memberId === id)?.ppm ?? 0;
  return shares.capital.contractual.map(({ memberId, house, names, ppm }) => ({
    party: {
      key: parties.find(({ id }) => id === memberId)?.key ?? "",
      house,
      name: pickText(names, lang)?.text ?? "",
    },
    shares: {
      capital: ppm,
      risk: ppmOf(shares.risk, memberId),
      profit: shares.profit && ppmOf(shares.profit, memberId),
    },
  }));
}

export type SharesQuestion = {
  asOf: string;
  knownAt: Date | null;
  /** as they stand in the fields */
  typed: { asOf: string; knownOn: string };
  bad: boolean;
};

/**
 * What the address asks: shares in force on a day (else today, or the agreement's nearest day), as known at the end of a
 * day (else now). Days that cannot be read are said to be bad and count as not given.
 */
export function sharesQuestion(url: URL, agreement: { from: string; to: string | null } | undefined): SharesQuestion {
  const today = dayInVietnam(new Date());
  const asked = {
    asOf: url.searchParams.get("asOf")?.trim() ?? "",
    knownOn: url.searchParams.get("knownOn")?.trim() ?? "",
  };
  const [asOf, knownOn] = [readDate(asked.asOf), readDate(asked.knownOn)];
  const nearest = nearestDay(today, agreement);
  return {
    asOf: asOf ?? nearest,
    knownAt: knownOn === null || knownOn >= today ? null : new Date(endOfDayInVietnam(knownOn).getTime() - 1),
    typed: {
      asOf: asked.asOf.slice(0, 20) || typedDay(nearest),
      knownOn: asked.knownOn.slice(0, 20) || typedDay(today),
    },
    bad: (asked.asOf !== "" && asOf === null) || (asked.knownOn !== "" && knownOn === null),
  };
}

function nearestDay(today: string, agreement: { from: string; to: string | null } | undefined): string {
  if (!agreement) return today;
  if (today < agreement.from) return agreement.from;
  const last = lastDay(agreement.to);
  return last !== null && last < today ? last : today;
}
