import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { briefPdf } from "#app/demo/pdf.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { keepEvidence } from "#app/domain/partnerships/performance/keep-evidence.server.ts";
import { planMilestone } from "#app/domain/partnerships/performance/plan-milestone.server.ts";
import { findEvidence, findPerformance } from "#app/domain/partnerships/performance/queries.server.ts";
import { reportMilestone } from "#app/domain/partnerships/performance/settle-milestone.server.ts";
import { openFiles, storeUpload } from "#app/platform/files/files.server.ts";
import { download } from "#app/web/files/download.server.ts";
import { performancePage } from "#app/web/partnerships/performance/performance-page.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, type Body, body, must, signBy } from "../people.ts";

withTestDatabase();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "evidence-"));
  openFiles(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A signed partnership whose second party owes a milestone and holds a document that shows it. */
async function owing(isPublic: boolean) {
  const facts = await agreed();
  await signBy(facts);
  const [lead, other] = facts.bodies;
  if (!lead || !other) throw new Error("nobody there");
  const words = { title: "Bộ pin chạy thử", measure: "Biên bản chạy thử 72 giờ có chữ ký của đơn vị đo" };
  const planned = { ...words, memberId: facts.memberIds[1] ?? "", weight: 40, dueOn: "2027-06-30" };
  must(await planMilestone(lead.actor, facts.code, planned));
  const file = must(await storeUpload(new File([briefPdf(facts.code)], "Biên bản.pdf")));
  expect(await keepEvidence(other.actor, facts.code, { file, isPublic })).toMatchObject({ value: { kept: true } });
  const note = "Đã thử nghiệm đủ 72 giờ và lập biên bản.";
  must(await reportMilestone(other.actor, facts.code, { milestone: 1, note, evidenceSha256: file.sha256 }));
  const { milestones } = await findPerformance(facts.code);
  const evidence = milestones[0]?.steps[0]?.evidence;
  if (!evidence) throw new Error("not shown");
  return { ...facts, lead, other, file, evidence };
}

async function verifier(): Promise<Actor> {
  const { organisationId, name, actor } = await body("STATE", "Viện Kiểm chứng");
  return { ...actor, roles: [{ role: "VERIFIER", organisationId, organisationName: name }] };
}

describe("a document that shows a milestone", () => {
  test("stands at the report with its name, and everybody downloads the very bytes where it is public", async () => {
    const { code, evidence, file } = await owing(true);
    expect(evidence).toMatchObject({ name: "Biên bản.pdf", mediaType: "application/pdf", isPublic: true });
    expect(await findEvidence(null, evidence.id)).toMatchObject({ sha256: file.sha256 });
    const answer = await download(await findEvidence(null, evidence.id));
    expect(answer.headers.get("Content-Disposition")).toContain("attachment");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(await answer.text()).toBe(briefPdf(code));
  });

  test("is kept from the public where it is for those inside, by its name too", async () => {
    const { code, evidence, lead } = await owing(false);
    expect(await findEvidence(null, evidence.id)).toBeNull();
    expect(await findEvidence((await body("SCHOOL")).actor, evidence.id)).toBeNull();
    for (const reader of [lead.actor, await verifier()])
      expect(await findEvidence(reader, evidence.id)).toMatchObject({ name: "Biên bản.pdf" });
    const nameFor = async (actor: Actor | null) =>
      (await performancePage(actor, code, "vi")).milestones[0]?.steps[0]?.evidence?.name;
    expect(await nameFor(null)).toBeNull();
    expect(await nameFor(lead.actor)).toBe("Biên bản.pdf");
  });

  test("is handed in by who speaks for a member, whoever writes, and never changes", async () => {
    const { code, file, evidence } = await owing(true);
    const stranger: Body = await body("SCHOOL");
    expect(await keepEvidence(stranger.actor, code, { file, isPublic: true })).toMatchObject({
      code: "NOT_A_REPRESENTATIVE",
    });
    const { id } = await db().partnership.findUniqueOrThrow({ where: { code } });
    const smuggled = pool().query(
      "INSERT INTO partnership_evidence (partnership_id, sha256, name, is_public, added_by_id) VALUES ($1, $2, 'x', false, $3)",
      [id, file.sha256, stranger.actor.personId],
    );
    await expect(smuggled).rejects.toThrow("NOT_A_SPEAKER");
    const changed = pool().query("UPDATE partnership_evidence SET is_public = false WHERE id = $1", [evidence.id]);
    await expect(changed).rejects.toThrow("permission denied");
  });

  test("named by its fingerprint alone gives nobody a file that another handed in", async () => {
    const { code, file, lead } = await owing(false);
    const named = { file: { sha256: file.sha256 }, isPublic: true };
    expect(await keepEvidence(lead.actor, code, named)).toMatchObject({ value: { kept: false } });
    expect(await db().partnershipEvidence.count({ where: { sha256: file.sha256 } })).toBe(1);
  });
});
