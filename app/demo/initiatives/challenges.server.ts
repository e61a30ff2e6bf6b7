import { type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeDueChallenges } from "#app/domain/initiatives/challenges/close-due.server.ts";
import { answerChallenge } from "#app/domain/initiatives/challenges/finish.server.ts";
import { publishChallenge } from "#app/domain/initiatives/challenges/publish.server.ts";
import { saveChallenge } from "#app/domain/initiatives/challenges/save.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { db } from "#prisma/client.server.ts";
import { CHALLENGES } from "./challenge-words.ts";

const DAY_MS = 86_400_000;

type Words = Partial<Omit<Parameters<typeof saveChallenge>[2], "ownerId">>;

/** Writes and, unless told otherwise, publishes a challenge in the name of a body; gives its code. */
export async function poseChallenge(
  owner: Actor,
  ownerId: string,
  { publish = true, ...words }: Words & { publish?: boolean } = {},
  at = new Date(),
): Promise<string> {
  const usual = {
    ...{ ...CHALLENGES.open, language: "vi" as const, productCodes: [], budgetCeiling: 2_000_000_000n },
    ...{ opensOn: dayInVietnam(at), closesOn: dayInVietnam(new Date(at.getTime() + 60 * DAY_MS)) },
  };
  const { code } = legally(await saveChallenge(owner, null, { ...usual, ...words, ownerId }, at));
  if (publish) legally(await publishChallenge(owner, code, at));
  return code;
}

/** Three challenges: one that is open, one that an initiative answered, one that closed without an answer. */
export function challengeStories(people: DemoPeople, now = new Date()): ((until: Until) => Promise<void>)[] {
  const bodyOf = (key: string) => {
    const found = people.organisations.find((one) => one.key === key);
    if (!found) throw new Error(`The demonstration has no body ${key}.`);
    return found;
  };
  const [bay, park, net] = [bodyOf("ben-say"), bodyOf("khu-doi-che"), bodyOf("luy-tre")];
  return [
    async (until) => {
      const at = daysBefore(now, 20);
      await until(at);
      await poseChallenge(bay.representative, bay.id, CHALLENGES.open, at);
    },
    async (until) => {
      const at = daysBefore(now, 100);
      await until(at);
      const closesOn = dayInVietnam(daysBefore(now, 12));
      await poseChallenge(net.representative, net.id, { ...CHALLENGES.unanswered, closesOn }, at);
      const closed = daysBefore(now, 11);
      await until(closed);
      await closeDueChallenges(closed);
    },
    async (until) => {
      const at = POSED_AT;
      await until(at);
      const closesOn = dayInVietnam(new Date(at.getTime() + 365 * DAY_MS));
      const code = await poseChallenge(park.representative, park.id, { ...CHALLENGES.answered, closesOn }, at);
      const answered = daysBefore(now, 30);
      await until(answered);
      const initiative = await db().initiative.findFirst({
        where: { challenge: { code }, state: { in: ["ASSIGNED", "IN_IMPLEMENTATION", "CLOSED_APPLIED"] } },
        select: { code: true },
      });
      if (!initiative) return;
      const input = { initiative: initiative.code, statement: CHALLENGES.statement, language: "vi" as const };
      legally(await answerChallenge(park.representative, code, input, answered));
    },
  ];
}

/** Before any initiative of the demonstration is begun. */
const POSED_AT = new Date("2026-01-07T02:30:00Z");

/** How the title of the initiative begins that is written for the challenge which it answers. */
export const ANSWERING_TITLE = "Kính nhìn nhiệt";

function daysBefore(now: Date, days: number): Date {
  const date = new Date(now.getTime() - days * DAY_MS);
  date.setUTCHours(3, 10, 0, 0);
  return date;
}
