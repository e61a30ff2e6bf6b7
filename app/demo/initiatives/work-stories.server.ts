import { type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { addLink } from "#app/domain/initiatives/links/add-link.server.ts";
import type { LinkKind } from "#app/domain/initiatives/links/link.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { db } from "#prisma/client.server.ts";
import { assignTo, beginAs, closeAs, reportAs } from "./work.server.ts";
import { CHIEF_POSTS, CLOSING_WORDS, FUNDINGS, REPORTS } from "./work-words.ts";

const DAY_MS = 86_400_000;

/** Who carries an accepted initiative out, and who looks at it. */
export type WorkCast = { steering: Actor; owner: { id: string; representative: Actor }; verifier: Actor };

type Working = WorkCast & {
  code: string;
  title: string;
  /** what it is about, whatever the catalogue of its day was called */
  products: readonly string[];
  index: number;
  /** the day of the decision, counted from the beginning */
  firstDay: number;
  when: (day: number) => Date;
  /** whether a day lies behind the reader, so that it can be told */
  isPast: (day: number) => boolean;
};

/** Each initiative goes to another body that can do the work. */
export function workers(people: DemoPeople, index: number): WorkCast {
  const able = people.organisations.filter(({ house }) => house === "ENTERPRISE" || house === "SCHOOL");
  const owner = able[(index * 5) % able.length];
  if (!owner) throw new Error("The demonstration has no body that could carry anything out.");
  return { steering: people.actors.steering, owner, verifier: people.actors.verifier };
}

/** What becomes of an accepted initiative: given to a body, reported on, tied to what it led to, closed; as far as time went. */
export async function tellWork(working: Working, until: Until): Promise<void> {
  const { steering, owner, verifier, code, title, index, firstDay, when, isPast } = working;
  if (!isPast(firstDay + 18)) return;
  const assignedAt = when(firstDay + 18);
  await until(assignedAt);
  const agreedDays = index % 7 === 3 ? 90 : 170;
  const given = {
    chiefPost: CHIEF_POSTS[index % CHIEF_POSTS.length] ?? "",
    funding: FUNDINGS[index % FUNDINGS.length] ?? "",
    expectedProduct: `Bản mẫu đã thử tại hiện trường, quy trình vận hành và báo cáo số liệu của “${title}”.`,
    dueOn: dayInVietnam(new Date(assignedAt.getTime() + agreedDays * DAY_MS)),
  };
  await assignTo(steering, code, owner.id, given, assignedAt);
  if (!isPast(firstDay + 26)) return;
  await until(when(firstDay + 26));
  await beginAs(owner.representative, code, when(firstDay + 26));
  for (const [place, { day, percent, note }] of (REPORTS[index % REPORTS.length] ?? []).entries()) {
    if (!isPast(firstDay + day)) return;
    const at = when(firstDay + day);
    await until(at);
    await reportAs(owner.representative, code, percent, { note }, at);
    if (place === 1) await tie(owner.representative, working, at);
  }
  if (!isPast(firstDay + 190)) return;
  const at = when(firstDay + 190);
  await until(at);
  // Whoever is stuck stops; of what was done most is used.
  const end = CLOSING_WORDS[index % REPORTS.length === 2 ? 0 : 1 + (Math.floor(index / 3) % 3)];
  if (end) await closeAs(verifier, code, end.closing, end.words, at);
}

/** Ties the work to what is public by then and is about the same product: it is found, never invented. */
async function tie(owner: Actor, { code, products }: Working, at: Date): Promise<void> {
  const own = await db().initiative.findUniqueOrThrow({
    where: { code },
    select: { fordCode: true },
  });
  const result = await db().result.findFirst({
    where: { state: "PUBLISHED", productCodes: { hasSome: [...products] } },
    orderBy: [{ exploitationActs: { _count: "desc" } }, { code: "asc" }],
    select: { code: true },
  });
  const partnership = await db().partnership.findFirst({
    where: { publishedAt: { not: null }, agreements: { some: { productCode: { in: [...products] } } } },
    orderBy: { code: "asc" },
    select: { code: true },
  });
  const elder = await db().initiative.findFirst({
    where: { publicAt: { lt: at }, state: { not: "REJECTED" }, fordCode: own.fordCode, code: { lt: code } },
    orderBy: { code: "desc" },
    select: { code: true },
  });
  const found: [LinkKind, string | undefined][] = [
    ["RESULT", result?.code],
    ["PARTNERSHIP", partnership?.code],
    ["BUILDS_ON", elder?.code],
  ];
  for (const [kind, to] of found) if (to) legally(await addLink(owner, code, { kind, code: to, note: "" }, at));
}
