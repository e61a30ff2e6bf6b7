import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { briefPdf } from "#app/demo/pdf.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { withdraw } from "#app/domain/results/drafts/withdraw.server.ts";
import { findResult } from "#app/domain/results/queries.server.ts";
import { openFiles } from "#app/platform/files/files.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import * as desk from "#app/routes/desk/result-report.tsx";
import * as page from "#app/routes/results/page.tsx";
import { action, loader as form } from "#app/routes/results/report/fact.tsx";
import { loader as file } from "#app/routes/results/report/file.ts";
import { readResult } from "#app/web/api/results.ts";
import { published as answerOf } from "#app/web/results/public-answer.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { pageArgs, statusOf } from "#test/support/page-args.ts";
import { readPage } from "#test/support/page-call.ts";
import { type Cast, gather, person, published } from "../cast.ts";

withTestDatabase();

let cast: Cast;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "report-files-"));
  openFiles(folder);
  cast = await gather();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const LEVEL = { level: "8", onDate: "20/10/2026", evidence: "Báo cáo vận hành số 12/2026" };

function pdf(name: string): File {
  return new File([briefPdf(name)], `${name}.pdf`, { type: "application/pdf" });
}

/** Sends the form of a readiness level as a browser does. */
async function send(code: string, fields: Record<string, string | string[]>, files: File[], as = cast.representative) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  for (const one of files) body.append("files", one);
  const address = `/vi/results/${code}/report/readiness`;
  const request = new Request(`https://ba-nha.example${address}`, { method: "POST", body });
  const answer = await action({ ...pageArgs(address, as, { code, kind: "readiness" }), request }).catch(
    (thrown: unknown) => thrown,
  );
  if (!(answer instanceof Response)) throw answer;
  const text = await answer.text();
  return { status: answer.status, form: text === "" ? null : JSON.parse(text).form };
}

async function filesOf(code: string) {
  return (await findResult(code))?.progress.reports.at(-1)?.files ?? [];
}

function open(id: string | undefined, as: Actor | null) {
  return statusOf(() => file(pageArgs(`/files/reports/${id}`, as, { lang: "vi", file: id ?? "" })));
}

describe("a document that comes with a report", () => {
  test("is public where the host says so: on the page, for the officer, in the API, and sealed in the record", async () => {
    const code = await published(cast, [], false);
    expect(await send(code, { ...LEVEL, filesPublic: "on" }, [pdf("van-hanh")])).toMatchObject({ status: 303 });
    const [kept] = await filesOf(code);
    const hash = sha256(briefPdf("van-hanh"));
    expect(kept).toMatchObject({ name: "van-hanh.pdf", mediaType: "application/pdf", sha256: hash, isPublic: true });
    expect(await open(kept?.id, null)).toBe(200);
    const [entry] = await db().recordEntry.findMany({ where: { subjectCode: code, kind: "result.reported" } });
    expect(JSON.stringify(entry?.payload)).toContain(hash);
    const result = await findResult(code);
    const answer = result && answerOf(result, "https://x.example");
    expect(readResult.answer.parse(answer)).toMatchObject({
      reports: [{ files: [{ sha256: hash, shown: { url: `https://x.example/files/reports/${kept?.id}` } }] }],
    });
    const at = { as: cast.officer, params: { code, number: "1" } };
    const { data } = await readPage(desk.loader, `/vi/desk/results/${code}/reports/1`, at);
    expect(data).toMatchObject({ report: { files: [{ id: kept?.id, name: "van-hanh.pdf" }] } });
    await withdraw(cast.representative, code, { reason: "Sai số liệu gốc, sẽ ghi lại." });
    expect(await open(kept?.id, null)).toBe(404);
  });

  test("is else for host, officers of others, auditor and monitors; the public reads its hash and no name", async () => {
    const code = await published(cast, [], false);
    await send(code, LEVEL, [pdf("noi-bo")]);
    const [kept] = await filesOf(code);
    const auditor = await person("Kiểm toán", null, ["AUDITOR"]);
    const monitor = await person("Giám sát", cast.agency, ["MONITOR"]);
    for (const reader of [cast.representative, cast.author, cast.officer, auditor, monitor])
      expect(await open(kept?.id, reader)).toBe(200);
    for (const reader of [null, cast.stranger, cast.ownOfficer]) expect(await open(kept?.id, reader)).toBe(404);
    expect(await open("no-id", cast.officer)).toBe(404);
    const { data } = await readPage(page.loader, `/vi/results/${code}`, { params: { code } });
    expect(data).toMatchObject({ page: { progress: { reports: [{ files: [{ sha256: kept?.sha256 }] }] } } });
    const result = await findResult(code);
    const told = JSON.stringify([data, result && answerOf(result, "https://x.example")]);
    expect(told).not.toContain("noi-bo");
    expect(told).not.toContain(kept?.id);
  });

  test("is held when its form comes back, named there, and sent with it without being chosen again", async () => {
    const code = await published(cast, [], false);
    const back = await send(code, { ...LEVEL, level: "12" }, [pdf("mot")]);
    const hash = sha256(briefPdf("mot"));
    expect(back).toMatchObject({ status: 422, form: { values: { level: "12", held: [hash] } } });
    expect(Object.keys(back.form.errors)).toEqual(["level"]);
    const at = { as: cast.representative, params: { code, kind: "readiness" } };
    const { data } = await readPage(form, `/vi/results/${code}/report/readiness`, at);
    expect(data).toMatchObject({ held: [{ sha256: hash, name: "mot.pdf" }] });
    const wrong = await send(code, { ...LEVEL, held: hash }, [new File(["<svg/>"], "x.svg")]);
    expect([wrong.status, Object.keys(wrong.form.errors)]).toEqual([422, ["files"]]);
    expect(wrong.form.values).toMatchObject({ ...LEVEL, held: [hash] });
    expect(await send(code, { ...LEVEL, held: hash }, [pdf("hai")])).toMatchObject({ status: 303 });
    expect((await filesOf(code)).map(({ name }) => name)).toEqual(["mot.pdf", "hai.pdf"]);
    expect(await db().resultReportHold.count()).toBe(0);
    const gone = await send(code, { ...LEVEL, onDate: "21/10/2026", held: hash }, []);
    expect([gone.status, Object.keys(gone.form.errors)]).toEqual([422, ["files"]]);
  });

  test("is one of five at most, and the same content once", async () => {
    const code = await published(cast, [], false);
    const names = ["a", "b", "c", "d", "e", "f"];
    const many = await send(code, LEVEL, names.map(pdf));
    expect([many.status, Object.keys(many.form.errors), many.form.values.held.length]).toEqual([422, ["files"], 6]);
    const held = many.form.values.held.slice(0, 2);
    expect(await send(code, { ...LEVEL, held }, [pdf("a")])).toMatchObject({ status: 303 });
    expect(await filesOf(code)).toHaveLength(2);
  });
});

describe("the database refuses, whoever writes", () => {
  test("a file that its report does not name, a report without its files, and a file that is held for no host", async () => {
    const code = await published(cast, [], false);
    await send(code, LEVEL, [pdf("x")]);
    const [kept] = await filesOf(code);
    const add = pool().query(
      `INSERT INTO result_report_file (report_id, sha256, name, is_public)
       SELECT p.id, s.sha256, 'y.pdf', true FROM result_report p JOIN result r ON r.id = p.result_id, stored_file s
       WHERE r.code = $1 AND s.sha256 <> $2 LIMIT 1`,
      [code, kept?.sha256],
    );
    await expect(add).rejects.toThrow(/NOT_OF_THE_REPORT/);
    await expect(pool().query("UPDATE result_report_file SET is_public = true")).rejects.toThrow(/permission denied/);
    await expect(pool().query("UPDATE result_report SET file_hashes = '{}'")).rejects.toThrow(/permission denied/);
    const report = pool().query(
      `INSERT INTO result_report (result_id, number, evidence, reported_by_id, kind, level, on_date, file_hashes)
       SELECT id, 99, 'Báo cáo kiểm toán', $2, 'READINESS', 8, '2026-10-02', ARRAY[$3] FROM result WHERE code = $1`,
      [code, cast.representative.personId, kept?.sha256],
    );
    await expect(report).rejects.toThrow(/FILES_NOT_KEPT/);
    const hold = pool().query(
      `INSERT INTO result_report_hold (result_id, person_id, sha256, name, size_bytes, media_type)
       SELECT id, $2, $3, 'z.pdf', 1, 'application/pdf' FROM result WHERE code = $1`,
      [code, cast.stranger.personId, kept?.sha256],
    );
    await expect(hold).rejects.toThrow(/NOT_THE_HOST/);
  });
});
