import { newSecret } from "#app/domain/accounts/sessions/secret.server.ts";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { type Reminder, remindedDays, remindedWeek } from "#app/domain/obligations/reminder.ts";
import { listReminders } from "#app/domain/obligations/reminders.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import { enqueueAll } from "#app/platform/outbox.server.ts";
import { done } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { DigestFrequency } from "../event.ts";
import { type Edition, editionFor, editionsAt } from "./digest.ts";
import { type DigestContent, digestLetter } from "./letter.server.ts";
import { listReaders, type Reader, readNews } from "./queries.server.ts";

/** People looked at in one step: few enough that its transaction is short. */
const BATCH = 200;
/** News told in full; the rest is counted, and stands on the page. */
const MOST_TOLD = 50;
const REMINDER_PARAMETER = "notice.reminder.working-days";

type Editions = NonNullable<ReturnType<typeof editionsAt>>;
type Parcel = { reader: Reader; edition: Edition; content: DigestContent };

/**
 * The background work of the digest: looks once a minute, and once it has been through all people of a day rests until
 * the next. For `startRounds`.
 */
export function digestRounds(clock = () => new Date()): () => Promise<boolean> {
  let doneOn: string | null = null;
  return async () => {
    const at = clock();
    const editions = editionsAt(at);
    if (!editions || editions.today === doneOn) return false;
    await sendDigests(at);
    doneOn = editions.today;
    return false;
  };
}

/**
 * Sends the digests that are due at an instant: to whoever has something to be told, at most one a person and edition,
 * never an empty one, in batches over all people. Any number of workers may do this at once, and any of them may die:
 * the mail, the mark on its news and the row that keeps a second one away come about in one transaction, or not at all.
 * Returns how many this call sent. Source: docs/domain.md, "Notices".
 */
export async function sendDigests(at: Date): Promise<number> {
  const editions = editionsAt(at);
  if (!editions) return 0;
  const reminders = await remindersOf(editions);
  let sent = 0;
  let after: string | null = null;
  do {
    const { readers, next }: { readers: Reader[]; next: string | null } = await listReaders(editions, {
      limit: BATCH,
      after,
    });
    const parcels = await pack(readers, editions, reminders);
    if (parcels.length > 0) sent += await post(parcels, at);
    after = next;
  } while (after !== null);
  return sent;
}

type RemindersBy = (frequency: DigestFrequency, personId: string) => readonly Reminder[];

async function remindersOf({ today, weekly }: Editions): Promise<RemindersBy> {
  const ahead = Number(await parameterOn(REMINDER_PARAMETER, today));
  const days = { DAILY: remindedDays(today, ahead, await loadCalendar()), WEEKLY: remindedWeek(weekly.on), NEVER: [] };
  const byPerson = new Map<string, Reminder[]>();
  for (const reminder of await listReminders([...new Set([...days.DAILY, ...days.WEEKLY])])) {
    const known = byPerson.get(reminder.personId);
    if (known) known.push(reminder);
    else byPerson.set(reminder.personId, [reminder]);
  }
  return (frequency, personId) =>
    (byPerson.get(personId) ?? []).filter(({ dueOn }) => days[frequency].some((day) => day === dueOn));
}

/** Who has something to be told, and what. */
async function pack(readers: readonly Reader[], editions: Editions, reminders: RemindersBy): Promise<Parcel[]> {
  const told = await readNews(readers.flatMap((reader) => reader.news.slice(0, MOST_TOLD)));
  return readers.flatMap((reader) => {
    const edition = editionFor(editions, reader.frequency);
    const content = {
      on: editions.today,
      reminders: reminders(reader.frequency, reader.id),
      news: told.get(reader.id) ?? [],
      untold: Math.max(0, reader.news.length - MOST_TOLD),
    };
    const isEmpty = content.reminders.length === 0 && content.news.length === 0;
    return edition && !isEmpty ? [{ reader, edition, content }] : [];
  });
}

/** One batch in one transaction; what another worker has claimed meanwhile is left to it. */
async function post(parcels: readonly Parcel[], at: Date): Promise<number> {
  const outcome = await inTransaction(async (tx) => {
    const mine = await claim(tx, parcels, at);
    const { baseUrl } = environment();
    const stamped = mine.map((parcel) => ({ ...parcel, ...newSecret() }));
    await tx.unsubscribeToken.createMany({
      data: stamped.map(({ reader, tokenHash }) => ({ personId: reader.id, tokenHash, createdAt: at })),
    });
    await enqueueAll(
      tx,
      stamped.map(({ reader, content, secret }) => ({
        topic: "mail",
        payload: {
          to: reader.email,
          ...digestLetter(reader.language, content, secret),
          unsubscribe: `${baseUrl}/unsubscribe/${secret}`,
        },
      })),
    );
    const ids = mine.flatMap(({ reader }) => reader.news);
    await tx.$executeRaw`UPDATE notice SET mailed_at = ${at} WHERE id = ANY(${ids}::bigint[]) AND mailed_at IS NULL`;
    return done(mine.length);
  });
  return outcome.ok ? outcome.value : 0;
}

/** The parcels that nobody else sends: a row of the digest is made once. In the order of ids, so that no two workers wait in a ring. */
async function claim(tx: Tx, parcels: readonly Parcel[], at: Date): Promise<Parcel[]> {
  const people = parcels.map(({ reader }) => reader.id);
  const days = parcels.map(({ edition }) => edition.on);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO digest (person_id, on_date, sent_at)
    SELECT d.person_id, d.on_date, ${at} FROM unnest(${people}::uuid[], ${days}::date[]) AS d(person_id, on_date)
    ORDER BY d.person_id ON CONFLICT DO NOTHING RETURNING person_id::text AS id`;
  const claimed = new Set(rows.map(({ id }) => id));
  return parcels.filter(({ reader }) => claimed.has(reader.id));
}
