import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { briefPdf } from "#app/demo/pdf.ts";
import { MAX_FILE_BYTES, openFiles } from "#app/platform/files/files.server.ts";
import { contentDisposition } from "#app/web/files/download.server.ts";
import { readUploads } from "#app/web/files/uploads.server.ts";
import { type FileSink, readForm, UnreadableForm } from "#app/web/form.server.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ba-nha-uploads-"));
  openFiles(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function sent(parts: readonly [name: string, value: string | File][]): (files?: FileSink) => Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  const request = new Request("https://ba-nha.example/vi/submit", { method: "POST", body: form });
  return (files) => readForm(request, files);
}

function pdf(bytes: number, name = "a.pdf"): File {
  const head = Buffer.from(briefPdf("SK-2026-0001"));
  return new File([head, Buffer.alloc(bytes - head.length)], name);
}

test("a fit file is kept, and the rest of the form comes along", async () => {
  const { form, uploads, refusals } = await readUploads(
    sent([
      ["file", pdf(2_000, "bản vẽ.pdf")],
      ["isPublic", "on"],
    ]),
  );
  expect(uploads.map((upload) => [upload.name, upload.sizeBytes])).toEqual([["bản vẽ.pdf", 2_000]]);
  expect([refusals, form.get("isPublic"), form.get("file")]).toEqual([[], "on", null]);
});

test("one byte too large is refused with the rest of the form kept; far too large without it", async () => {
  const slightly = await readUploads(
    sent([
      ["isPublic", "on"],
      ["file", pdf(MAX_FILE_BYTES + 1)],
    ]),
  );
  expect(slightly.refusals.map((one) => one.code)).toEqual(["FILE_TOO_LARGE"]);
  expect(slightly.form.get("isPublic")).toBe("on");
  const far = await readUploads(sent([["file", pdf(MAX_FILE_BYTES + 100_000)]]));
  expect(far.refusals.map((one) => one.code)).toEqual(["FILE_TOO_LARGE"]);
});

test("of several files each gets its own answer", async () => {
  const { uploads, refusals } = await readUploads(
    sent([
      ["file", pdf(1_500)],
      ["file", new File(["<svg onload=alert(1)>"], "a.png")],
      ["file", new File([], "b.pdf")],
    ]),
  );
  expect(uploads).toHaveLength(1);
  expect(refusals.map((one) => [one.code, one.params])).toEqual([
    ["FILE_TYPE", { name: "a.png" }],
    ["FILE_EMPTY", { name: "b.pdf" }],
  ]);
});

test("thousands of parts, too many files and a broken body are no form", async () => {
  const many = sent(Array.from({ length: 5_000 }, (_, n) => [`f${n}`, "x"] as const).map(([a, b]) => [a, b]));
  await expect(readUploads(many)).rejects.toBeInstanceOf(UnreadableForm);
  const files = sent(Array.from({ length: 30 }, () => ["file", pdf(1_500)]));
  await expect(readUploads(files)).rejects.toBeInstanceOf(UnreadableForm);
  const broken = new Request("https://ba-nha.example/", {
    method: "POST",
    body: "--x\r\nnonsense",
    headers: { "Content-Type": "multipart/form-data; boundary=x" },
  });
  await expect(readUploads((sink) => readForm(broken, sink))).rejects.toBeInstanceOf(UnreadableForm);
});

test.each([
  ["bản vẽ.pdf", "attachment; filename=\"ban ve.pdf\"; filename*=UTF-8''b%E1%BA%A3n%20v%E1%BA%BD.pdf"],
  ['a".pdf', "attachment; filename=\"a_.pdf\"; filename*=UTF-8''a%22.pdf"],
  [
    "a\r\nSet-Cookie: x.pdf",
    "attachment; filename=\"a_Set-Cookie_ x.pdf\"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x.pdf",
  ],
  ["Đỗ'(*).pdf", "attachment; filename=\"Do_(_).pdf\"; filename*=UTF-8''%C4%90%E1%BB%97%27%28%2A%29.pdf"],
])("the name %j ends no header", (name, header) => {
  expect(contentDisposition(name)).toBe(header);
  expect(() => new Headers({ "Content-Disposition": header })).not.toThrow();
});
