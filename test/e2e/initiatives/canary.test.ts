import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decideAs, evaluateAs, must, screenAs, writeDraft } from "#app/demo/initiatives.server.ts";
import { chooseSessionCookie, openSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import type { ProposalContent } from "#app/domain/initiatives/completeness.ts";
import { attach } from "#app/domain/initiatives/drafts/attach.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { takeReceipt } from "#app/domain/initiatives/receipts/take-receipt.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { closeDatabase, db, openDatabase, pool } from "#prisma/client.server.ts";
import { drainSearch } from "#search/sync.server.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";
import { plantAppeal, plantChallenge, plantEmbargo, plantRound, plantVoices } from "#test/support/plants.ts";

// A string is planted in every private field of initiatives in every state; then every address of the portal that anybody
// may read is asked, and none may answer with one of them.
const CANARY = "HOANGYEN";
const OPEN = "CONGKHAI7741";
const canaries = new Set<string>();
let portal: TestPortal;
let subjects: Record<string, string[]>;

/** A private text with a canary of its own, long enough for every field. */
function secret(what: string): string {
  const name = `${CANARY}${what}`;
  canaries.add(name);
  return `${name} mùa khô vừa qua người vận hành phải mở cống theo kinh nghiệm, vì không có số liệu mặn nào đo được tại chỗ.`;
}

beforeAll(async () => {
  portal = await startTestPortal({ LIMITS: "api=100000/60,search=100000/60" });
  openDatabase(portal.database.appUrl);
  setEnvironment(readEnvironment({ NODE_ENV: "test", DATABASE_URL: portal.database.appUrl }));
  chooseSessionCookie(portal.url);
  const cast = { ...(await aCast()), evaluators: await council() };
  const decided = await closed(cast.proposer, "DECIDED", true);
  await screenAs(cast, decided);
  await evaluateAs(cast, decided, { comment: secret("COMMENT") });
  await decideAs(cast, decided);
  const early = await closed(cast.proposer, "EARLY", true, true);
  await screenAs(cast, early);
  await evaluateAs(cast, early, { comment: secret("EARLYCOMMENT"), reply: secret("REPLY") });
  const undecided = await closed(cast.proposer, "UNDECIDED", false);
  const returned = await closed(cast.proposer, "RETURNED", false);
  must(await returnForCompletion(cast.intake, returned, { items: [{ field: "solution", message: secret("ITEM") }] }));
  const draft = await writeDraft(cast.proposer, await words("DRAFT", false));
  must(await takeReceipt(cast.proposer, draft));
  const plants = { ...cast, secret };
  const embargoed = await closed(cast.proposer, "EMBARGOED", false);
  await plantEmbargo(plants, embargoed);
  const running = await closed(cast.proposer, "RUNNING", false);
  await plantRound(plants, running);
  const comments = await plantVoices(plants, early);
  const appealed = await closed(cast.proposer, "OBJECTED", true);
  await plantAppeal(plants, appealed);
  const challenge = await plantChallenge(plants);
  await plantTie(cast.evaluators[0]?.personId ?? "");
  await drainSearch(null);
  const [{ rows: entries }, { rows: files }, { rows: hashes }] = await Promise.all([
    pool().query<{ id: string }>("SELECT id::text FROM record_entry ORDER BY id"),
    pool().query<{ id: string }>("SELECT id::text FROM attachment"),
    pool().query<{ sha256: string }>(
      "SELECT sha256 FROM initiative_version UNION ALL SELECT sha256 FROM priority_receipt",
    ),
  ]);
  subjects = {
    code: [decided, early, undecided, returned, draft, embargoed, running, appealed, challenge],
    comment: comments,
    entry: entries.map(({ id }) => id),
    attachment: files.map(({ id }) => id),
    sha256: hashes.map((one) => one.sha256),
    number: ["1", "2"],
  };
});

async function council() {
  const named = ["FIRST", "SECOND", "THIRD"].map((place) => anActor(secret(`${place}EVALUATOR`), ["EVALUATOR"]));
  return Promise.all(named);
}

afterAll(async () => {
  await closeDatabase();
  await portal?.stop();
});

/** The words of a proposal: public ones where it becomes public, canaries in all that stays closed. */
async function words(name: string, isPublic: boolean): Promise<Partial<ProposalContent>> {
  const open = (what: string) =>
    isPublic ? `${OPEN} ${what} ${"của bộ đo độ mặn đặt ở cống, ".repeat(4)}` : secret(`${name}${what}`);
  return {
    title: { vi: open("TITLE").slice(0, 150) },
    abstract: { vi: open("ABSTRACT") },
    problem: open("PROBLEM"),
    publicBenefit: open("BENEFIT"),
    solution: secret(`${name}SOLUTION`),
    novelty: secret(`${name}NOVELTY`),
    priorRights: secret(`${name}RIGHTS`),
    coFunding: [{ source: secret(`${name}FUNDER`), vnd: 5_000_000n }],
    requestedFundingVnd: 987_654_321_123n,
  };
}

async function closed(proposer: Parameters<typeof writeDraft>[0], name: string, isPublic: boolean, early = false) {
  const content = await words(name, isPublic);
  const code = await writeDraft(proposer, content);
  const { solution = "", novelty = "", coFunding = [], requestedFundingVnd = null } = content;
  const untilOn = "2033-01-01";
  must(
    await saveDraft(proposer, code, {
      revision: 1,
      steps: [
        {
          step: "solution",
          values: {
            solution,
            novelty,
            parts: [
              { part: "solution", level: "SEALED", untilOn },
              { part: "novelty", level: "REVIEWERS", untilOn: null },
            ],
          },
        },
        {
          step: "funding",
          values: {
            requestedFunding: requestedFundingVnd,
            durationMonths: 18,
            coFunding: [...coFunding],
            parts: [{ part: "funding", level: "REVIEWERS", untilOn: null }],
          },
        },
      ],
    }),
  );
  await pool().query(
    "INSERT INTO part_visibility SELECT id, 'priorRights', 'SEALED', '2033-01-01' FROM initiative WHERE code = $1",
    [code],
  );
  if (early) await pool().query("UPDATE initiative SET opens_early = true WHERE code = $1", [code]);
  for (const rule of [
    { level: "SEALED", untilOn },
    { level: "REVIEWERS", untilOn: null },
  ] as const) {
    const fileName = `${CANARY}${name}FILE${rule.level}.pdf`;
    canaries.add(fileName.slice(0, -4));
    const upload = { sizeBytes: 9, mediaType: "application/pdf", name: fileName, sha256: sha256(fileName) } as const;
    must(await attach(proposer, code, { upload, rule }));
  }
  must(await submit(proposer, code, { revision: 4 }));
  return code;
}

/** What commands of other journeys leave behind. */
async function plantTie(personId: string): Promise<void> {
  await db().interestTie.create({
    data: {
      personId,
      relation: "FINANCIAL",
      otherPersonId: (await anActor(secret("TIE"))).personId,
      note: secret("NOTE"),
    },
  });
}

/** Asks every address and answers what came, and each private word in it. */
async function asked(addresses: readonly string[], headers: Record<string, string> = {}) {
  const leaks: string[] = [];
  const seen = new Map<string, string>();
  for (const address of addresses) {
    const answer = await fetch(portal.url + address, { headers, redirect: "manual" });
    const text = await answer.text();
    seen.set(address, text);
    if (answer.status >= 500) leaks.push(`${answer.status} ${address}`);
    for (const canary of canaries) if (text.includes(canary)) leaks.push(`${canary} at ${address}`);
    if (text.replace(/\D/g, "").includes("987654321123")) leaks.push(`the funding at ${address}`);
  }
  return { leaks, seen };
}

test("no address that anybody may read answers with a private word", { timeout: 300_000 }, async () => {
  const { leaks, seen } = await asked(await readableAddresses(["vi", "en", "fr"]));
  expect(leaks).toEqual([]);
  expect(seen.size).toBeGreaterThan(250);
  // The net catches what is public: the same words are found where they belong.
  const code = subjects["code"]?.[0];
  for (const address of [
    "/vi/initiatives",
    `/vi/initiatives/${code}`,
    "/vi/initiatives.atom",
    "/api/v1/initiatives",
    `/api/v1/initiatives/${code}`,
    `/vi/search?q=${OPEN}`,
    `/api/v1/search?q=${OPEN}`,
  ])
    expect([address, seen.get(address)?.includes(OPEN)]).toEqual([address, true]);
});

test("nor to another proposer, nor to somebody who holds every post in a body that does not work on it", {
  timeout: 300_000,
}, async () => {
  const elsewhere = await anOrganisation("STATE", "Một cơ quan không liên quan");
  const posts = ["INTAKE", "INTAKE_HEAD", "CHAIR", "EVALUATOR", "STEERING", "PARTY_REP", "TASK_OWNER"] as const;
  const addresses = await readableAddresses(["vi"]);
  for (const actor of [await anActor("Người nộp khác"), await anActor("Cán bộ nơi khác", posts, elsewhere)]) {
    const cookie = (await openSession(actor.personId)).split(";")[0] ?? "";
    const { leaks, seen } = await asked(addresses, { Cookie: cookie });
    expect(leaks).toEqual([]);
    // The session holds: the page that is theirs alone is read.
    expect(seen.get("/vi/me")).toContain(actor.name);
  }
});

/** Every address of the route table that answers a reader, in these languages, with every subject in its place. */
async function readableAddresses(languages: readonly string[]): Promise<string[]> {
  const build: ServerBuild = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
  const patterns = Object.values(build.routes)
    .filter((route) => route?.path !== undefined && "loader" in route.module)
    .map((route) => `/${route?.path ?? ""}`)
    .filter((pattern) => !pattern.includes("*"));
  const addresses = patterns.flatMap((pattern) =>
    languages
      .slice(0, pattern.includes(":lang") ? languages.length : 1)
      .flatMap((lang) => filled(pattern.replace(":lang", lang))),
  );
  // A page says again what was asked for, so canaries are asked for in small letters: only a hit shows them in capitals.
  const words = [...[...canaries].map((canary) => canary.toLowerCase()), OPEN, "độ mặn"].map(encodeURIComponent);
  const searches = words.flatMap((word) => [`/vi/search?q=${word}`, `/api/v1/search?q=${word}`]);
  return [...new Set([...addresses, ...searches, "/sitemap.xml", "/robots.txt", "/vi/obligations?q=x"])];
}

function filled(pattern: string): string[] {
  const [, name] = /:([a-z0-9]+)\??/i.exec(pattern) ?? [];
  if (!name) return [pattern];
  const values = subjects[name] ?? [...(subjects["code"] ?? []).slice(0, 1), "x"];
  return values.flatMap((value) => filled(pattern.replace(/:[a-z0-9]+\??/i, value)));
}
