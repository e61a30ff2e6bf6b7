import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FileUpload } from "@remix-run/form-data-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { briefPdf } from "#app/demo/pdf.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { recordFailure } from "#app/domain/partnerships/performance/failures.server.ts";
import { holdEvidence } from "#app/domain/partnerships/performance/hold-evidence.server.ts";
import type { EvidenceInput } from "#app/domain/partnerships/performance/performance.ts";
import { planMilestone } from "#app/domain/partnerships/performance/plan-milestone.server.ts";
import { findEvidence, findPerformance } from "#app/domain/partnerships/performance/queries.server.ts";
import { reportMilestone } from "#app/domain/partnerships/performance/settle-milestone.server.ts";
import { openFiles, storeUpload } from "#app/platform/files/files.server.ts";
import { download } from "#app/web/files/download.server.ts";
import { readEvidence } from "#app/web/partnerships/performance/evidence-form.server.ts";
import { perform } from "#app/web/partnerships/performance/performance-act.server.ts";
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

const NOTE = "Đã thử nghiệm đủ 72 giờ và lập biên bản.";

function reportWith(evidence: EvidenceInput) {
  return { milestone: 1, note: NOTE, evidenceSha256: evidence.file.sha256, evidence };
}

/** A signed partnership whose second party owes a milestone. */
async function planned() {
  const facts = await agreed();
  await signBy(facts);
  const [lead, other] = facts.bodies;
  if (!lead || !other) throw new Error("nobody there");
  const words = { title: "Bộ pin chạy thử", measure: "Biên bản chạy thử 72 giờ có chữ ký của đơn vị đo" };
  const owed = { ...words, memberId: facts.memberIds[1] ?? "", weight: 40, dueOn: "2027-06-30" };
  must(await planMilestone(lead.actor, facts.code, owed));
  return { ...facts, lead, other };
}

/** The same, once it has reported with a document that shows it. */
async function owing(isPublic: boolean) {
  const facts = await planned();
  const { other } = facts;
  const file = must(await storeUpload(new File([briefPdf(facts.code)], "Biên bản.pdf")));
  must(await reportMilestone(other.actor, facts.code, reportWith({ file, isPublic })));
  const { milestones } = await findPerformance(facts.code);
  const evidence = milestones[0]?.steps[0]?.evidence;
  if (!evidence) throw new Error("not shown");
  return { ...facts, file, evidence };
}

async function verifier(): Promise<Actor> {
  const { organisationId, name, actor } = await body("STATE", "Viện Kiểm chứng");
  return { ...actor, roles: [{ role: "VERIFIER", organisationId, organisationNames: { vi: name } }] };
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

  test("is handed in by who speaks for a member, with a row of its own, whoever writes, and never changes", async () => {
    const { code, file, evidence, lead } = await owing(true);
    const stranger: Body = await body("SCHOOL");
    expect(await holdEvidence(stranger.actor, code, file)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    const { id } = await db().partnership.findUniqueOrThrow({ where: { code } });
    const milestone = await db().milestone.findFirstOrThrow({ where: { partnershipId: id } });
    const smuggled = pool().query(
      "INSERT INTO partnership_evidence (partnership_id, sha256, name, is_public, added_by_id) VALUES ($1, $2, 'x', false, $3)",
      [id, file.sha256, stranger.actor.personId],
    );
    await expect(smuggled).rejects.toThrow("NOT_A_SPEAKER");
    const held = pool().query(
      "INSERT INTO evidence_hold (partnership_id, person_id, sha256, name, size_bytes, media_type) VALUES ($1, $2, $3, 'x', 1, 'application/pdf')",
      [id, stranger.actor.personId, file.sha256],
    );
    await expect(held).rejects.toThrow("NOT_A_SPEAKER");
    const borrowed = (person: Body) =>
      pool().query(
        `INSERT INTO milestone_step (milestone_id, place, kind, organisation_id, person_id, post, note, evidence_sha256, evidence_id)
         VALUES ($1, 2, 'WAIVED', $2, $3, 'Giám đốc', 'Bỏ', $4, $5)`,
        [milestone.id, person.organisationId, person.actor.personId, file.sha256, evidence.id],
      );
    await expect(borrowed(lead)).rejects.toThrow("EVIDENCE_OF_ANOTHER");
    const changed = pool().query("UPDATE partnership_evidence SET is_public = false WHERE id = $1", [evidence.id]);
    await expect(changed).rejects.toThrow("permission denied");
  });

  test("named by its fingerprint alone gives nobody a file that another handed in", async () => {
    const { code, file, lead, memberIds } = await owing(false);
    const failure = {
      ...{ memberId: memberIds[1] ?? "", onDay: "2026-03-01", cureOn: "2027-01-04" },
      ...{ description: "Giao mẫu chậm ba tuần", consequence: "Phạt 0,05 % mỗi ngày" },
    };
    const named = { evidenceSha256: file.sha256, evidence: { file: { sha256: file.sha256 }, isPublic: true } };
    must(await recordFailure(lead.actor, code, { ...failure, ...named }));
    expect((await findPerformance(code)).failures[0]).toMatchObject({ evidenceSha256: file.sha256, evidence: null });
    expect(await db().partnershipEvidence.count({ where: { sha256: file.sha256 } })).toBe(1);
  });

  test("stays with the readers of its own row where the same content is handed in for others elsewhere", async () => {
    const { code, file, other, memberIds } = await owing(false);
    const failure = {
      ...{ memberId: memberIds[1] ?? "", onDay: "2026-03-01", cureOn: "2027-01-04" },
      ...{ description: "Giao mẫu chậm ba tuần", consequence: "Phạt 0,05 % mỗi ngày" },
    };
    const shown = { evidenceSha256: file.sha256, evidence: { file, isPublic: true } };
    must(await recordFailure(other.actor, code, { ...failure, ...shown }));
    const { milestones, failures } = await findPerformance(code);
    expect(milestones[0]?.steps[0]?.evidence).toMatchObject({ isPublic: false });
    expect(failures[0]?.evidence).toMatchObject({ isPublic: true });
    expect(await findEvidence(null, milestones[0]?.steps[0]?.evidence?.id)).toBeNull();
  });
});

describe("a form with a document", () => {
  /** What the form of a report sends, with its file or with the hash that came back, for these readers. */
  async function send(facts: { code: string; other: Body }, note: string, readers: string, file?: File | string) {
    const form = new FormData();
    for (const [name, text] of Object.entries({ milestone: "1", note, readers })) form.set(name, text);
    if (typeof file === "string") form.set("evidenceSha256", file);
    const sent = await readEvidence(async (sink) => {
      if (file instanceof File) await sink?.store(file as FileUpload);
      return form;
    }, "vi");
    if (!sent.ok) throw new Error("not read");
    const address = facts.code;
    return perform("report", { actor: facts.other.actor, address, form: sent.form, lang: "vi" }, sent.evidence);
  }

  function document(code: string) {
    return new File([briefPdf(`${code} mật`)], "Hợp đồng.pdf");
  }

  test("keeps nothing of it while it is refused, and then keeps it for whom it says in the end", async () => {
    const facts = await planned();
    const refused = await send(facts, "ngắn", "PUBLIC", document(facts.code));
    expect(refused).toMatchObject({ ok: false, status: 422 });
    expect(await db().partnershipEvidence.count({ where: { partnership: { code: facts.code } } })).toBe(0);
    const { sha256 } = await db().evidenceHold.findFirstOrThrow({ where: { partnership: { code: facts.code } } });
    expect(refused).toMatchObject({ form: { values: { evidenceSha256: sha256, readers: "PUBLIC" } } });
    expect(await send(facts, NOTE, "MEMBERS", sha256)).toMatchObject({ ok: true });
    const evidence = (await findPerformance(facts.code)).milestones[0]?.steps[0]?.evidence;
    expect(evidence).toMatchObject({ name: "Hợp đồng.pdf", isPublic: false });
    expect(await findEvidence(null, evidence?.id)).toBeNull();
    expect(await findEvidence(facts.lead.actor, evidence?.id)).toMatchObject({ sha256 });
    expect(await db().evidenceHold.count({ where: { sha256 } })).toBe(0);
  });

  test.each(["", "EVERYBODY", "public"])("is for those inside alone where its readers are “%s”", async (readers) => {
    const facts = await planned();
    expect(await send(facts, NOTE, readers, document(facts.code))).toMatchObject({ ok: true });
    const evidence = (await findPerformance(facts.code)).milestones[0]?.steps[0]?.evidence;
    expect(evidence).toMatchObject({ isPublic: false });
  });
});
