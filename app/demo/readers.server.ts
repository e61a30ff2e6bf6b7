import { type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { listInitiatives } from "#app/domain/initiatives/queries.server.ts";
import { NOTICE_GROUPS } from "#app/domain/notices/event.ts";
import { follow } from "#app/domain/notices/follows/follow.server.ts";
import { markRead } from "#app/domain/notices/mark-read.server.ts";
import { savePreferences } from "#app/domain/notices/preferences.server.ts";
import { listNotices, noticeNumber } from "#app/domain/notices/queries.server.ts";
import type { Subject } from "#app/domain/notices/subject.ts";
import { listPartnerships } from "#app/domain/partnerships/queries.server.ts";
import { listResults } from "#app/domain/results/queries.server.ts";

const DAY_MS = 86_400_000;
const FIRST_LOOK = Date.parse("2026-02-10T02:00:00Z");
/** Everybody reads their notices now and then; what came since is still new to them. */
const LAST_READ_DAYS = 9;

type Story = (until: Until) => Promise<void>;
type Reader = { actor: Actor; looksEveryDays: number };

/** People of the printed accounts who look around from time to time and follow what is new to the public. */
export function readerStories(people: DemoPeople, now = new Date()): Story[] {
  const { scientist, monitor, auditor, steering } = people.actors;
  const representatives = people.organisations.slice(0, 3).map((one) => one.representative);
  const readers: Reader[] = [
    { actor: monitor, looksEveryDays: 14 },
    { actor: scientist, looksEveryDays: 31 },
    { actor: auditor, looksEveryDays: 60 },
    { actor: steering, looksEveryDays: 75 },
    ...representatives.map((actor, place) => ({ actor, looksEveryDays: 40 + 7 * place })),
  ];
  return [
    ...readers.map((reader) => (until: Until) => lookAround(reader, now, until)),
    (until) => choose(people, until),
  ];
}

async function lookAround({ actor, looksEveryDays }: Reader, now: Date, until: Until): Promise<void> {
  const lastRead = new Date(now.getTime() - LAST_READ_DAYS * DAY_MS);
  for (let at = FIRST_LOOK; at < lastRead.getTime(); at += looksEveryDays * DAY_MS) {
    await until(new Date(at));
    for (const subject of await newestSubjects(new Date(at))) legally(await follow(actor, subject, new Date(at)));
  }
  await until(lastRead);
  const { items } = await listNotices(actor.personId, { limit: 1, before: null });
  const upTo = noticeNumber(items[0]?.id);
  if (upTo !== null) await markRead(actor, { upTo, code: null }, lastRead);
}

/** What the lists of the portal show first on a day: one of each kind, where there is one. */
async function newestSubjects(at: Date): Promise<Subject[]> {
  const everything = { states: [], tracks: [], fields: [], provinces: [], products: [] };
  const initiatives = await listInitiatives(everything, { limit: 2, at });
  const partnerships = await listPartnerships({}, { limit: 1 });
  const results = await listResults(await loadCatalogue(), {}, { limit: 1 });
  return [
    ...initiatives.items.map(({ code }) => ({ type: "INITIATIVE", code }) as const),
    ...partnerships.items.map(({ code }) => ({ type: "PARTNERSHIP", code }) as const),
    ...results.items.map(({ code }) => ({ type: "RESULT", code }) as const),
  ];
}

/** The monitor reads once a week; the steering body wants no mail about what is said. */
async function choose({ actors }: DemoPeople, until: Until): Promise<void> {
  const at = new Date(FIRST_LOOK);
  await until(at);
  const onPage = [...NOTICE_GROUPS];
  legally(await savePreferences(actors.monitor, { onPage, byMail: onPage, frequency: "WEEKLY" }, at));
  const byMail = NOTICE_GROUPS.filter((group) => group !== "voice");
  legally(await savePreferences(actors.steering, { onPage, byMail, frequency: "DAILY" }, at));
}
