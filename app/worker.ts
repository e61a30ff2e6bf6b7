import { forgetKeptAnswers } from "#app/domain/accounts/access-tokens/forget.server.ts";
import { closeDueChallenges } from "#app/domain/initiatives/challenges/close-due.server.ts";
import { publishDecisions } from "#app/domain/initiatives/decision/publish.server.ts";
import { lapseOverdue } from "#app/domain/initiatives/drafts/lapse.server.ts";
import { screenByDefault } from "#app/domain/initiatives/intake/screen-by-default.server.ts";
import { escalateAnswers } from "#app/domain/monitoring/recommendations/escalate.server.ts";
import { digestRounds } from "#app/domain/notices/digest/send.server.ts";
import { lookForNews } from "#app/domain/notices/searches/look.server.ts";
import { recountDueDates } from "#app/domain/obligations/calendar-year/recount-due-dates.server.ts";
import { watchCalendar } from "#app/domain/obligations/calendar-year/watch-calendar.server.ts";
import { activateDue } from "#app/domain/partnerships/agreements/activate-due.server.ts";
import { closeOrphanedOffers, tellOfEndings } from "#app/domain/partnerships/calls/by-day.server.ts";
import { watchHouses } from "#app/domain/partnerships/houses/watch-houses.server.ts";
import { resumeDue } from "#app/domain/partnerships/motions/resume-due.server.ts";
import { sealRecord } from "#app/domain/record/seal.server.ts";
import { watchStaleResults } from "#app/domain/results/currency/watch.server.ts";
import { publishAfterEmbargo } from "#app/domain/results/verification/publish.server.ts";
import { type Environment, readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { drainMail, openPostOffice } from "#app/platform/mail/mail.server.ts";
import { type Rounds, startRounds } from "#app/platform/process/rounds.server.ts";
import { runProcess } from "#app/platform/process/run.server.ts";
import { bringUpDatabase } from "#prisma/bring-up.server.ts";
import { startSearchWork } from "#search/work.server.ts";

const EVERY_MS = 500;
/** A sealed decision becomes public within this time of its moment. */
const DECISIONS_EVERY_MS = 20_000;
/** Days change once a day; a process that starts late catches up at once. */
const CLOCKS_EVERY_MS = 600_000;
/** The digest goes out at seven in the morning in Vietnam; a process that was down then sends it when it is back. */
const DIGEST_EVERY_MS = 60_000;
const SEARCHES_EVERY_MS = 60_000;

/** What is new on the record has its place under a signed head within this time. */
const SEAL_EVERY_MS = 5_000;

/** The background work: what the outbox holds, and what a day brings about by itself. Runs inside the server's process unless WORKER=apart. */
export function startWork(environment: Environment): Rounds {
  const office = openPostOffice(environment);
  const rounds = [
    startRounds("decisions", DECISIONS_EVERY_MS, async () => (await publishDecisions()) > 100),
    startRounds("mail", EVERY_MS, async () => isBusy(await drainMail(office))),
    ...ACTS.map((act) =>
      startRounds(`clocks: ${act.name}`, CLOCKS_EVERY_MS, async () => {
        await act();
        return false;
      }),
    ),
    startRounds("digest", DIGEST_EVERY_MS, digestRounds()),
    startRounds("the seal of the record", SEAL_EVERY_MS, async () => (await sealRecord()).more),
    startRounds("saved searches", SEARCHES_EVERY_MS, () => lookForNews()),
    ...startSearchWork(),
  ];
  return {
    stop: async () => {
      await Promise.all(rounds.map((round) => round.stop()));
      office.close();
    },
  };
}

/** What the passing of days brings about by itself; one act that fails holds up none of the others. */
const ACTS = [
  lapseOverdue,
  screenByDefault,
  recountDueDates,
  watchCalendar,
  publishAfterEmbargo,
  watchStaleResults,
  closeDueChallenges,
  activateDue,
  resumeDue,
  escalateAnswers,
  watchHouses,
  closeOrphanedOffers,
  tellOfEndings,
  forgetKeptAnswers,
];

function isBusy(drained: { taken: number; away: boolean }): boolean {
  return drained.taken > 0 && !drained.away;
}

/** The worker as a process of its own, beside servers that run with WORKER=apart. */
export function run(options: { source: Record<string, string | undefined> }): Promise<void> {
  return runProcess(async () => {
    const environment = setEnvironment(readEnvironment(options.source));
    const database = await bringUpDatabase(environment);
    const work = startWork(environment);
    return {
      lines: [...database.notes, "Ba Nhà: the worker is at work"],
      stop: async () => {
        await work.stop();
        await database.close();
      },
    };
  });
}
