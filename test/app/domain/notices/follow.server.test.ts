import { beforeAll, expect, test } from "vitest";
import { decideAs, evaluateAs, screenAs, submitInitiative, writeDraft } from "#app/demo/initiatives.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { support } from "#app/domain/initiatives/voice/support.server.ts";
import { follow, unfollow } from "#app/domain/notices/follows/follow.server.ts";
import { listFollowed } from "#app/domain/notices/follows/queries.server.ts";
import { readFrame } from "#app/domain/notices/frame.server.ts";
import { subjectAt } from "#app/domain/notices/subject.ts";
import { inviteMember } from "#app/domain/partnerships/members/invite.server.ts";
import { action, loader } from "#app/routes/me/follows.tsx";
import { loader as feed } from "#app/routes/subject-feed.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";
import { pageArgs, statusOf } from "#test/support/page-args.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";
import { must, negotiated, body as partyBody } from "../partnerships/people.ts";
import { gather, published } from "../results/cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
let code: string;

beforeAll(async () => {
  cast = await aCast();
  code = await submitInitiative(cast.proposer);
});

function initiative(of = code) {
  return { type: "INITIATIVE", code: of } as const;
}

test("a hundred presses at once are one follow, and a hundred more end it", async () => {
  const reader = await anActor("Người đọc");
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => follow(reader, initiative())));
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
  expect(await db().follow.count({ where: { personId: reader.personId } })).toBe(1);
  await Promise.all(Array.from({ length: 100 }, () => unfollow(reader, initiative())));
  expect(await db().follow.count({ where: { personId: reader.personId } })).toBe(0);
});

test("follow and unfollow at random leave one row or none", async () => {
  const reader = await anActor("Người đọc");
  await Promise.all(Array.from({ length: 100 }, (_, press) => (press % 2 ? unfollow : follow)(reader, initiative())));
  expect(await db().follow.count({ where: { personId: reader.personId } })).toBeLessThanOrEqual(1);
});

test("what nobody else may read cannot be followed, and looks as if it were not there", async () => {
  const reader = await anActor("Người đọc");
  const draft = await writeDraft(cast.proposer);
  expect(await follow(reader, initiative(draft))).toMatchObject({ ok: false, code: "NOT_FOUND" });
  expect(await follow(reader, initiative("SK-2026-999999"))).toMatchObject({ ok: false, code: "NOT_FOUND" });
  const press = (fields: Record<string, string>) => sendForm(action, "/vi/me/follows", fields, { as: reader });
  expect((await press({ intent: "follow", type: "INITIATIVE", code: draft })).status).toBe(404);
  expect((await press({ intent: "follow", type: "RESULT", code: "SK-2026-0001" })).status).toBe(404);
  expect((await press({ intent: "follow", type: "PERSON", code })).status).toBe(422);
});

test("the button leads back to the page, the list to itself, and a visitor to sign in", async () => {
  const reader = await anActor("Người đọc");
  const send = (fields: Record<string, string>, as: typeof reader | null = reader) =>
    sendForm(action, "/vi/me/follows", { type: "INITIATIVE", code, ...fields }, { as });
  expect((await send({ intent: "follow" })).location).toBe(`/vi/initiatives/${code}#follow`);
  expect((await send({ intent: "unfollow", from: "list" })).location).toBe("/vi/me/follows");
  expect((await send({ intent: "follow" }, null)).location).toBe("/vi/sign-in?next=%2Fvi%2Fme%2Ffollows");
});

test("the list is the reader's own, pages by place, and holds a title back until everybody may read it", async () => {
  const reader = await anActor("Người đọc");
  const codes = [code];
  for (let made = 0; made < 3; made += 1) codes.push(await submitInitiative(cast.proposer));
  for (const one of codes) await follow(reader, initiative(one));
  const first = await listFollowed(reader.personId, { limit: 3, after: null });
  expect(first.items).toHaveLength(3);
  expect(first.items.every((item) => item.title === null)).toBe(true);
  const second = await listFollowed(reader.personId, { limit: 3, after: first.next });
  expect([...first.items, ...second.items].map((item) => item.code)).toEqual(codes.reverse());
  expect(second.next).toBeNull();
  const page = await readPage(loader, "/vi/me/follows?after=garbage", { as: reader });
  expect(page.data).toMatchObject({ items: [{}, {}, {}, {}] });
  const own = await listFollowed(cast.proposer.personId, { limit: 30, after: null });
  expect(own.items.find((item) => item.code === code)?.title).not.toBeNull();
});

test("who submits follows it by that, hears of each step but their own, and what was mailed at once is marked", async () => {
  const own = await submitInitiative(cast.proposer);
  const reader = await anActor("Người đọc");
  await follow(reader, initiative(own));
  await screenAs(cast, own);
  await evaluateAs(cast, own);
  await decideAs(cast, own);
  const of = (personId: string) =>
    db().notice.findMany({ where: { personId, subjectCode: own, event: "initiative.step" }, orderBy: { id: "asc" } });
  const told = await of(cast.proposer.personId);
  const states = ["SCREENED", "UNDER_EVALUATION", "EVALUATED", "ACCEPTED"];
  expect(told.map((one) => one.params)).toEqual(states.map((state) => ({ state })));
  expect(told.map((one) => one.mailedAt !== null)).toEqual([true, false, false, true]);
  expect((await of(reader.personId)).every((one) => one.mailedAt === null && one.eventGroup === "progress")).toBe(true);
  expect(await readFrame(reader.personId, initiative(own))).toMatchObject({ unread: 4, follows: true });
  expect(await readFrame(null, initiative(own))).toMatchObject({ unread: 0, follows: false });
});

test("whoever supports an initiative follows it by that, and a co-author who confirmed from its submission on", async () => {
  const reader = await anActor("Người ủng hộ");
  const coAuthor = await anActor("Đồng tác giả");
  const own = await writeDraft(cast.proposer, { opensEarly: true });
  const { id } = await db().initiative.findUniqueOrThrow({ where: { code: own } });
  const shares = { contributionPpm: 500_000, confirmedPpm: 500_000, confirmedAt: new Date() };
  await db().initiativeAuthor.updateMany({ where: { initiativeId: id }, data: shares });
  const { personId } = coAuthor;
  await db().initiativeAuthor.create({
    data: { ...shares, initiativeId: id, position: 2, name: "Đồng tác giả", part: "thiết kế", personId },
  });
  const { revision } = await db().initiative.findUniqueOrThrow({ where: { id } });
  must(await submit(cast.proposer, own, { revision }));
  await screenAs(cast, own);
  must(await support(reader, own));
  const followers = await db().follow.findMany({ where: { subjectCode: own } });
  const expected = [cast.proposer, coAuthor, reader].map((one) => one.personId);
  expect(followers.map((one) => one.personId).sort()).toEqual(expected.sort());
});

test("steps of partnerships and results are told to who follows them, and not to who took them", async () => {
  const reader = await anActor("Người đọc");
  const { code: partnership, bodies } = await negotiated();
  await follow(reader, { type: "PARTNERSHIP", code: partnership });
  const [lead] = bodies;
  if (!lead) throw new Error("nobody leads");
  const invited = await partyBody("OTHER");
  must(
    await inviteMember(lead.actor, partnership, {
      organisationId: invited.organisationId,
      role: "PARTNER",
      from: null,
    }),
  );
  const told = await db().notice.findMany({ where: { subjectCode: partnership, event: "partnership.step" } });
  expect(told.at(-1)?.params).toEqual({ kind: "partnership.invited" });
  expect(told.filter((one) => one.personId === reader.personId)).toHaveLength(1);
  const results = await gather();
  const result = await published(results);
  const steps = await db().notice.findMany({ where: { subjectCode: result }, orderBy: { id: "asc" } });
  expect(new Set(steps.map((one) => one.personId))).toEqual(new Set([results.author.personId]));
  expect(steps.map((one) => one.params)).toEqual([{ state: "VERIFIED" }, { state: "PUBLISHED" }]);
  expect((await follow(reader, { type: "RESULT", code: result })).ok).toBe(true);
});

test("a feed tells what the public record says of one subject, and nothing of what is not there", async () => {
  const answer = await feed(pageArgs(`/vi/initiatives/${code}.atom`, null, { code }));
  expect(answer.headers.get("Content-Type")).toContain("application/atom+xml");
  const text = await answer.text();
  expect(text).toContain(`Sáng kiến ${code}`);
  expect(text.match(/<entry>/g)).toHaveLength(1);
  const absent = () => feed(pageArgs("/vi/initiatives/SK-2026-999999.atom", null));
  expect(await statusOf(absent)).toBe(404);
});

test("a page's address names its subject", () => {
  expect(subjectAt("/vi/results/KQ-2026-0007")).toEqual({ type: "RESULT", code: "KQ-2026-0007" });
  expect(subjectAt("/en/organisations/VN-PORTAL-TC-2026-0001.atom")).toEqual({
    type: "ORGANISATION",
    code: "VN-PORTAL-TC-2026-0001",
  });
  expect(subjectAt("/vi/results/KQ-2026-0007/edit")).toBeNull();
  expect(subjectAt("/vi/constructor/KQ-2026-0007")).toBeNull();
});
