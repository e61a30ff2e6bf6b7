import { beforeAll, expect, test } from "vitest";
import { AN_INITIATIVE, answerAs, must, submitInitiative, writeDraft } from "#app/demo/initiatives.server.ts";
import { attach, detach } from "#app/domain/initiatives/drafts/attach.server.ts";
import { lapseOverdue } from "#app/domain/initiatives/drafts/lapse.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { startDraft } from "#app/domain/initiatives/drafts/start-draft.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { withdraw } from "#app/domain/initiatives/drafts/withdraw.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  cast = await aCast();
});

const PDF = { sha256: sha256("một tệp"), sizeBytes: 12, mediaType: "application/pdf", name: "bản vẽ.pdf" } as const;
const MISSING = [{ field: "solution" as const, message: "Thêm bản vẽ mặt cắt của bộ đo." }];

async function found(code: string) {
  return db().initiative.findUniqueOrThrow({
    where: { code },
    include: { versions: true, steps: { orderBy: { id: "asc" } }, missingItems: true, authors: true },
  });
}

async function clocks(code: string) {
  return db().obligation.findMany({
    where: { subjectCode: code },
    orderBy: { openedAt: "asc" },
    include: { pauses: true },
  });
}

test("a draft starts with what the profile knows, and nobody else learns of it", async () => {
  const actor = await anActor("Lê Thử Nghiệm");
  const { code } = must(await startDraft(actor, { track: "BREAKTHROUGH" }));
  const draft = await found(code);
  expect(draft).toMatchObject({
    state: "DRAFT",
    track: "BREAKTHROUGH",
    authors: [{ name: "Lê Thử Nghiệm", position: 1, contributionPpm: 1_000_000 }],
  });
  expect(draft.steps.map((step) => step.toState)).toEqual(["DRAFT"]);
  expect(await db().recordEntry.count({ where: { subjectCode: code } })).toBe(0);
});

test("a submission freezes a version, opens the clock of intake and stands on the record", async () => {
  const { proposer, intakeBody } = cast;
  const code = await writeDraft(proposer);
  must(await attach(proposer, code, { upload: PDF, rule: { level: "PUBLIC", untilOn: null } }));
  const receipt = must(await submit(proposer, code, { revision: 2 }));
  const initiative = await found(code);
  expect(initiative.state).toBe("SUBMITTED");
  const [version] = initiative.versions;
  expect(version).toMatchObject({ number: 1, sha256: receipt.sha256 });
  expect(JSON.parse(version?.content ?? "")).toMatchObject({
    title: AN_INITIATIVE.title,
    requestedFundingVnd: "1420000000",
    attachments: [{ name: "bản vẽ.pdf", sha256: PDF.sha256, level: "PUBLIC", untilOn: null }],
  });
  const [clock, ...others] = await clocks(code);
  expect(others).toEqual([]);
  expect(clock).toMatchObject({
    kind: "INTAKE_CHECK",
    debtorRole: "INTAKE",
    debtorOrganisationId: intakeBody,
    doneAt: null,
  });
  const entries = await db().recordEntry.findMany({ where: { subjectCode: code } });
  expect(entries.map((entry) => [entry.kind, entry.actorPost])).toEqual([["initiative.submitted", "PROPOSER"]]);
  expect(entries[0]?.payload).not.toContain("mặn");
  expect(await db().outbox.count({ where: { payload: { path: ["id"], equals: initiative.id } } })).toBe(1);
});

test("50 concurrent submissions of one draft make one submission", async () => {
  const { proposer } = cast;
  const code = await writeDraft(proposer);
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => submit(proposer, code, { revision: 1 })));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.code])))).toEqual(
    new Set(["ALREADY_SUBMITTED"]),
  );
  const initiative = await found(code);
  expect(initiative.versions).toHaveLength(1);
  expect(initiative.steps).toHaveLength(2);
  expect(await clocks(code)).toHaveLength(1);
  expect(await db().recordEntry.count({ where: { subjectCode: code } })).toBe(1);
});

test("a draft that lacks something is not submitted, and nothing is stored", async () => {
  const { proposer } = cast;
  const code = await writeDraft(proposer, { novelty: "Không cần lau đầu dò", consentPublish: false });
  expect(await submit(proposer, code, { revision: 1 })).toEqual({
    ok: false,
    code: "INCOMPLETE",
    params: { count: 2 },
  });
  const initiative = await found(code);
  expect(initiative).toMatchObject({ state: "DRAFT", revision: 1, versions: [] });
  expect(await clocks(code)).toEqual([]);
});

test("a stale form overwrites nothing, whether it saves or submits", async () => {
  const { proposer } = cast;
  const code = await writeDraft(proposer);
  const values = { problem: "Một cửa sổ khác đã viết lại phần này.", publicBenefit: "" };
  const steps = [{ step: "problem" as const, values }];
  must(await saveDraft(proposer, code, { revision: 1, steps }));
  const late = [{ step: "problem" as const, values: { problem: "cũ", publicBenefit: "" } }];
  expect(await saveDraft(proposer, code, { revision: 1, steps: late })).toMatchObject({ ok: false, code: "STALE" });
  expect(await submit(proposer, code, { revision: 1 })).toMatchObject({ ok: false, code: "STALE" });
  expect((await found(code)).problem).toBe(values.problem);
});

test("a draft exists for nobody but its proposer", async () => {
  const code = await writeDraft(cast.proposer);
  const steps = [{ step: "problem" as const, values: { problem: "x", publicBenefit: "" } }];
  for (const other of [cast.intake, cast.chair, await anActor("Người khác")]) {
    expect(await saveDraft(other, code, { revision: 1, steps })).toMatchObject({ code: "NOT_FOUND" });
    expect(await submit(other, code, { revision: 1 })).toMatchObject({ code: "NOT_FOUND" });
    expect(await withdraw(other, code)).toMatchObject({ code: "NOT_FOUND" });
    expect(await attach(other, code, { upload: PDF, rule: { level: "REVIEWERS", untilOn: null } })).toMatchObject({
      code: "NOT_FOUND",
    });
  }
});

test("codes that stand in no list, and somebody else's organisation, are refused at their fields", async () => {
  const { proposer, council } = cast;
  const code = await writeDraft(proposer);
  const field = { maturityTrl: null, fordCode: null, provinceCode: null, productCodes: [] };
  const cases = [
    [{ step: "field", values: { ...field, fordCode: "99.9" } }, "UNKNOWN_FIELD_OF_SCIENCE"],
    [{ step: "field", values: { ...field, provinceCode: "99" } }, "UNKNOWN_PROVINCE"],
    [{ step: "field", values: { ...field, productCodes: ["KHONG-CO"] } }, "UNKNOWN_PRODUCT"],
    [
      { step: "applicant", values: { language: "vi", applicantType: "ORG", organisationId: council } },
      "NOT_YOUR_ORGANISATION",
    ],
  ] as const;
  for (const [step, refusal] of cases)
    expect(await saveDraft(proposer, code, { revision: 1, steps: [{ ...step } as never] })).toMatchObject({
      code: refusal,
    });
});

test("what was submitted cannot be edited, and its files stand still, even past the commands", async () => {
  const { proposer } = cast;
  const code = await submitInitiative(proposer);
  const steps = [{ step: "problem" as const, values: { problem: "x", publicBenefit: "" } }];
  expect(await saveDraft(proposer, code, { revision: 2, steps })).toMatchObject({ code: "NOT_EDITABLE" });
  expect(await attach(proposer, code, { upload: PDF, rule: { level: "REVIEWERS", untilOn: null } })).toMatchObject({
    code: "NOT_EDITABLE",
  });
  await expect(db().initiative.update({ where: { code }, data: { problem: "khác" } })).rejects.toThrow(/FROZEN/);
  const { id, versions } = await found(code);
  await expect(db().attachment.create({ data: { initiativeId: id, sha256: PDF.sha256, name: "x" } })).rejects.toThrow();
  await expect(
    db().initiativeVersion.update({ where: { id: versions[0]?.id ?? "" }, data: { content: "{}" } }),
  ).rejects.toThrow(/permission denied/);
});

test("a return stops intake's clock and starts the proposer's; the second version lets it run on", async () => {
  const code = await submitInitiative(cast.proposer, {}, new Date("2026-03-16T03:00:00Z"));
  must(await returnForCompletion(cast.intake, code, { items: MISSING }, new Date("2026-03-20T03:00:00Z")));
  const paused = await clocks(code);
  expect(paused.map((clock) => [clock.kind, clock.doneAt === null, clock.pauses.length])).toEqual([
    ["INTAKE_CHECK", true, 1],
    ["COMPLETION", true, 0],
  ]);
  expect(paused[1]).toMatchObject({
    debtorRole: "PROPOSER",
    debtorOrganisationId: null,
    debtorPersonId: cast.proposer.personId,
  });
  const { revision } = await found(code);
  await answerAs(cast.proposer, code, {}, new Date("2026-03-26T03:00:00Z"));
  must(await submit(cast.proposer, code, { revision }, new Date("2026-03-27T03:00:00Z")));
  const resumed = await clocks(code);
  expect(resumed[1]?.doneAt).not.toBeNull();
  expect(resumed[0]?.pauses[0]?.toAt).not.toBeNull();
  expect(resumed[0]?.dueOn.getTime()).toBeGreaterThan(resumed[0]?.originalDueOn.getTime() ?? 0);
  expect((await found(code)).versions.map((version) => version.number)).toEqual([1, 2]);
});

test("what is not completed by its day lapses, and comes too late afterwards", async () => {
  const code = await submitInitiative(cast.proposer, {}, new Date("2026-03-16T03:00:00Z"));
  must(await returnForCompletion(cast.intake, code, { items: MISSING }, new Date("2026-03-20T03:00:00Z")));
  const { revision } = await found(code);
  const later = new Date("2026-07-01T03:00:00Z");
  expect(await submit(cast.proposer, code, { revision }, later)).toMatchObject({ code: "COMPLETION_OVERDUE" });
  expect(await lapseOverdue(later)).toContain(code);
  expect(await lapseOverdue(later)).not.toContain(code);
  expect((await found(code)).state).toBe("LAPSED");
  expect((await clocks(code)).every((clock) => clock.voidedAt !== null)).toBe(true);
  expect(await submit(cast.proposer, code, { revision: revision + 1 })).toMatchObject({ code: "ALREADY_SUBMITTED" });
});

test("a withdrawal ends every clock and leaves code and date only", async () => {
  const { proposer } = cast;
  const code = await submitInitiative(proposer);
  must(await withdraw(proposer, code));
  expect((await clocks(code)).every((clock) => clock.voidedAt !== null)).toBe(true);
  const entry = await db().recordEntry.findFirst({ where: { subjectCode: code }, orderBy: { id: "desc" } });
  expect(JSON.parse(entry?.payload ?? "")).toEqual({ kind: "initiative.withdrawn", state: "WITHDRAWN", subject: code });
  expect(await withdraw(proposer, code)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
});

test("files: ten at most, no content twice, and one taken off stays in the version that had it", async () => {
  const { proposer } = cast;
  const code = await writeDraft(proposer);
  const { id } = must(await attach(proposer, code, { upload: PDF, rule: { level: "REVIEWERS", untilOn: null } }));
  expect(await attach(proposer, code, { upload: PDF, rule: { level: "REVIEWERS", untilOn: null } })).toMatchObject({
    code: "ALREADY_ATTACHED",
  });
  for (let n = 1; n < 10; n += 1)
    must(
      await attach(proposer, code, {
        upload: { ...PDF, sha256: sha256(`tệp ${n}`) },
        rule: { level: "REVIEWERS", untilOn: null },
      }),
    );
  expect(
    await attach(proposer, code, {
      upload: { ...PDF, sha256: sha256("mười một") },
      rule: { level: "REVIEWERS", untilOn: null },
    }),
  ).toMatchObject({
    code: "TOO_MANY_FILES",
  });
  must(await detach(proposer, code, id));
  expect(await detach(proposer, code, id)).toMatchObject({ code: "NOT_FOUND" });
});
