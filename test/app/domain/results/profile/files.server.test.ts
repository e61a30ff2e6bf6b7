import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { briefPdf } from "#app/demo/pdf.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { submit } from "#app/domain/results/drafts/submit.server.ts";
import { withdraw } from "#app/domain/results/drafts/withdraw.server.ts";
import { schemaOrgOf } from "#app/domain/results/exports/schema-org.ts";
import { addFile } from "#app/domain/results/profile/add-file.server.ts";
import { findPublicResults, findResult, listResults } from "#app/domain/results/queries.server.ts";
import { publish } from "#app/domain/results/verification/publish.server.ts";
import { verify } from "#app/domain/results/verification/verify.server.ts";
import { openFiles, storeUpload } from "#app/platform/files/files.server.ts";
import { storeImage } from "#app/platform/files/image-store.server.ts";
import * as item from "#app/routes/api/results/item.ts";
import { action, loader } from "#app/routes/results/files/part.tsx";
import { loader as file } from "#app/routes/results/files/sent.ts";
import { readResult } from "#app/web/api/results.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get } from "#test/support/api-call.ts";
import { pageArgs, statusOf } from "#test/support/page-args.ts";
import { readPage } from "#test/support/page-call.ts";
import { type Cast, draft, gather, revisionOf } from "../cast.ts";

withTestDatabase();

let cast: Cast;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "result-files-"));
  openFiles(folder);
  cast = await gather();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let shade = 0;

/** A photograph, unlike every other, that tells where and by whom it was taken. */
async function photograph(name = "IMG_0001.jpg"): Promise<File> {
  shade += 1;
  const bytes = await sharp({
    create: { width: 900, height: 600, channels: 3, background: { r: (shade * 37) % 256, g: shade * 5, b: 40 } },
  })
    .withExif({ IFD0: { Artist: "Nguyen Van Rieng" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 1/1 42/1" } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: "image/jpeg" });
}

/** Sends the form of the files as a browser does. */
async function send(code: string, as: Actor, files: File[], fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ revision: String(await revisionOf(code)), ...fields }))
    form.append(name, value);
  for (const one of files) form.append("file", one);
  const address = `/vi/results/${code}/edit/files`;
  const request = new Request(`https://ba-nha.example${address}`, { method: "POST", body: form });
  const answer = await action({ ...pageArgs(address, as, { code }), request }).catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) throw answer;
  const text = await answer.text();
  const refused = text === "" ? {} : JSON.parse(text).form.errors;
  return { status: answer.status, location: answer.headers.get("Location"), errors: refused };
}

async function filesOf(code: string) {
  return (await findResult(code))?.content.files ?? [];
}

async function titled(code: string, titles: string[], extra: Record<string, string> = {}) {
  const files = await filesOf(code);
  const rows = files.flatMap(({ id }, index) => [
    [`files[${index}].id`, id],
    [`files[${index}].title`, titles[index] ?? ""],
  ]);
  return send(code, cast.author, [], { ...Object.fromEntries(rows), ...extra });
}

function read(id: string, as: Actor | null, size?: string) {
  return file(pageArgs(`/files/results/${id}`, as, { lang: "vi", file: id, ...(size ? { size } : {}) }));
}

async function everythingKept(): Promise<Buffer> {
  const names = await readdir(path.join(folder, "files"), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map((entry) => readFile(path.join(entry.parentPath, entry.name)))));
}

describe("the files of a result", () => {
  test("a photograph is redrawn before it is kept: nothing of where and by whom lies anywhere in the store", async () => {
    const code = await draft(cast);
    const pdf = new File([briefPdf(code)], "Phiếu đo.pdf");
    expect(await send(code, cast.author, [await photograph(), pdf])).toMatchObject({ status: 302 });
    expect(await filesOf(code)).toMatchObject([
      {
        kind: "IMAGE",
        name: "IMG_0001.webp",
        title: "",
        mediaType: "image/webp",
        width: 900,
        height: 600,
        smallWidth: 640,
      },
      { kind: "DOCUMENT", name: "Phiếu đo.pdf", mediaType: "application/pdf", width: null },
    ]);
    const kept = await everythingKept();
    expect(kept.includes("Nguyen Van Rieng")).toBe(false);
    expect(kept.includes("EXIF")).toBe(false);
  });

  test("is its writers' and its officers' until the result is public, then everybody's, and goes with the result", async () => {
    const code = await draft(cast);
    await send(code, cast.author, [await photograph(), new File([briefPdf(code)], "a.pdf")]);
    const [image, document] = await filesOf(code);
    if (!image || !document) throw new Error("not kept");
    for (const { id } of [image, document]) {
      expect(await statusOf(() => read(id, cast.author))).toBe(200);
      for (const stranger of [null, cast.stranger, cast.officer])
        expect(await statusOf(() => read(id, stranger))).toBe(404);
    }
    expect((await read(image.id, cast.author)).headers.get("Cache-Control")).toBe("private, no-store");
    expect(await titled(code, ["Ba cụm màng lọc trên giếng", "Phiếu đo của phòng thử nghiệm"])).toMatchObject({
      status: 302,
    });
    expect(await submit(cast.author, code, { revision: await revisionOf(code) })).toMatchObject({ ok: true });
    expect(await statusOf(() => read(image.id, cast.officer))).toBe(200);
    expect(await statusOf(() => read(image.id, null))).toBe(404);
    const note = "Đã xem hình, phiếu đo và mẫu thử tại chỗ.";
    await verify(cast.officer, code, { revision: await revisionOf(code), note, actIds: [] });
    await publish(cast.officer, code);
    const whole = await read(image.id, null);
    expect([whole.status, whole.headers.get("Content-Type"), whole.headers.get("Cache-Control")]).toEqual([
      ...[200, "image/webp", "public, max-age=300"],
    ]);
    expect(await sharp(await whole.arrayBuffer()).metadata()).toMatchObject({ width: 900, height: 600 });
    const small = await read(image.id, null, "small");
    expect(await sharp(await small.arrayBuffer()).metadata()).toMatchObject({ width: 640, height: 427 });
    const thumb = await read(image.id, null, "thumb");
    expect([thumb.headers.get("Content-Type"), thumb.headers.get("Cache-Control")]).toEqual([
      ...["image/webp", "public, max-age=300"],
    ]);
    const drawn = await thumb.arrayBuffer();
    expect(thumb.headers.get("Content-Length")).toBe(String(drawn.byteLength));
    expect(await sharp(drawn).metadata()).toMatchObject({ width: 224, height: 168 });
    expect(drawn.byteLength).toBeLessThan(12_000);
    const { items } = await listResults(await loadCatalogue(), {}, { limit: 100 });
    expect(items.find((one) => one.code === code)?.picture).toEqual({
      ...{ id: image.id, title: "Ba cụm màng lọc trên giếng", lang: "vi" },
    });
    expect((await read(document.id, null)).headers.get("Content-Disposition")).toMatch(/^attachment/);
    for (const [id, size] of [
      [image.id, "large"],
      [document.id, "small"],
      [document.id, "thumb"],
      ["no-id", undefined],
    ] as const)
      expect(await statusOf(() => read(id, null, size))).toBe(404);
    await withdraw(cast.representative, code, { reason: "Kết quả này được thay bằng kết quả khác." });
    expect(await statusOf(() => read(image.id, null))).toBe(404);
    expect(await statusOf(() => read(image.id, null, "thumb"))).toBe(404);
  });

  test("a picture that a reader has already is not sent again", async () => {
    const code = await publicWithPicture();
    const [image] = await filesOf(code);
    const first = await read(image?.id ?? "", null);
    await first.body?.cancel();
    const args = pageArgs("/files/results/x", null, { lang: "vi", file: image?.id ?? "" });
    const headers = { "If-None-Match": first.headers.get("ETag") ?? "" };
    const again = await file({ ...args, request: new Request(args.request, { headers }) });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("stands in the API and in schema.org with its address and its edges", async () => {
    const code = await publicWithPicture();
    const { response, body } = await get(item, `/results/${code}`, { params: { code } });
    expect(response.status).toBe(200);
    expectDeclared(readResult, body);
    const [image] = await filesOf(code);
    const url = `https://ba-nha.example/files/results/${image?.id}`;
    expect(body).toMatchObject({ files: [{ kind: "IMAGE", title: TITLE, url, width: 900, height: 600 }] });
    const [result] = await findPublicResults([code]);
    expect(result && schemaOrgOf(result, "vi", "https://ba-nha.example")).toMatchObject({
      image: [{ "@type": "ImageObject", contentUrl: url, caption: TITLE, width: { value: 900 } }],
    });
  });

  test("a submission waits for what every picture shows, in words", async () => {
    const code = await draft(cast);
    await send(code, cast.author, [await photograph()]);
    const sent = () => revisionOf(code).then((revision) => submit(cast.author, code, { revision }));
    expect(await sent()).toMatchObject({ ok: false, code: "INCOMPLETE" });
    await titled(code, ["Hình"]);
    expect(await sent()).toMatchObject({ ok: false, code: "INCOMPLETE", params: { count: 1 } });
    await titled(code, [TITLE]);
    expect(await sent()).toMatchObject({ ok: true });
  });

  test("what is too large, broken, a page or a drawing is refused at the field by name; what is fit and the titles stay", async () => {
    const code = await draft(cast);
    await send(code, cast.author, [await photograph()]);
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'], "a.svg");
    const broken = new File([new Uint8Array(await (await photograph()).arrayBuffer()).subarray(0, 900)], "b.jpg");
    const page = new File(["<!doctype html><script>1</script>"], "c.png");
    const [one] = await filesOf(code);
    const answer = await send(code, cast.author, [svg, broken, page, await photograph("d.jpg")], {
      ...{ "files[0].id": one?.id ?? "", "files[0].title": TITLE },
    });
    expect(answer.status).toBe(422);
    expect(answer.errors.file.map((sentence: string) => /“(.+?)”/.exec(sentence)?.[1])).toEqual([
      "a.svg",
      "b.jpg",
      "c.png",
    ]);
    expect((await filesOf(code)).map(({ name, title }) => [name, title])).toEqual([
      ["IMG_0001.webp", TITLE],
      ["d.webp", ""],
    ]);
    const large = new File([Buffer.alloc(26_300_000)], "e.jpg");
    expect(await send(code, cast.author, [large])).toMatchObject({
      status: 413,
      errors: { file: [expect.any(String)] },
    });
  });

  test("only so many, each once, by nobody but its writers, and none once it was sent", async () => {
    const code = await draft(cast);
    const image = async () => {
      const stored = await storeImage(await photograph());
      if (!stored.ok) throw new Error(stored.code);
      return { kind: "IMAGE" as const, file: stored.value };
    };
    const first = await image();
    expect(await addFile(cast.author, code, first)).toMatchObject({ ok: true });
    expect(await addFile(cast.author, code, first)).toMatchObject({ code: "ALREADY_ATTACHED" });
    expect(await addFile(cast.stranger, code, await image())).toMatchObject({ code: "NOT_FOUND" });
    expect(await addFile(cast.officer, code, await image())).toMatchObject({ code: "NOT_FOUND" });
    const rest = await Promise.all(Array.from({ length: 9 }, image));
    const added = await Promise.all(rest.map((one) => addFile(cast.author, code, one)));
    expect(added.filter((one) => one.ok)).toHaveLength(7);
    expect(added.filter((one) => !one.ok && one.code === "TOO_MANY_IMAGES")).toHaveLength(2);
    await titled(
      code,
      Array.from({ length: 8 }, () => TITLE),
    );
    await submit(cast.author, code, { revision: await revisionOf(code) });
    expect(await addFile(cast.author, code, await image())).toMatchObject({ code: "NOT_EDITABLE" });
    const where = { result: { code } };
    await expect(db().resultFile.updateMany({ where, data: { title: "Khác hẳn" } })).rejects.toThrow("FROZEN");
    await expect(db().resultFile.deleteMany({ where })).rejects.toThrow("FROZEN");
  });

  test("the database takes no picture that was not redrawn", async () => {
    const code = await draft(cast);
    const { id: resultId } = await db().result.findUniqueOrThrow({ where: { code } });
    const pdf = await storeUpload(new File([briefPdf(code)], "a.pdf"));
    if (!pdf.ok) throw new Error(pdf.code);
    const { sha256, sizeBytes, mediaType } = pdf.value;
    await db().storedFile.create({ data: { sha256, sizeBytes, mediaType } });
    const insert = (values: string) =>
      pool().query(
        `INSERT INTO result_file (result_id, kind, name, sha256, width, height, small_sha256, small_width, small_height) VALUES ($1, ${values})`,
        [resultId, sha256],
      );
    await expect(insert("'IMAGE', 'a', $2, 9, 9, $2, 9, 9")).rejects.toThrow("NOT_REDRAWN");
    await expect(insert("'IMAGE', 'a', $2, NULL, NULL, NULL, NULL, NULL")).rejects.toThrow();
    await expect(insert("'DOCUMENT', 'a', $2, 9, 9, NULL, NULL, NULL")).rejects.toThrow();
    await insert("'DOCUMENT', 'a', $2, NULL, NULL, NULL, NULL, NULL");
  });

  test("a file that was ticked goes when the form is saved; an older form takes nothing away", async () => {
    const code = await draft(cast);
    await send(code, cast.author, [await photograph("a.jpg"), await photograph("b.jpg")]);
    const page = await readPage(loader, `/vi/results/${code}/edit/files`, { as: cast.author, params: { code } });
    expect(page.data).toMatchObject({ files: [{ name: "a.webp" }, { name: "b.webp" }] });
    expect(await titled(code, ["", TITLE], { "files[0].drop": "on", revision: "0" })).toMatchObject({ status: 409 });
    expect(await filesOf(code)).toHaveLength(2);
    await titled(code, ["", TITLE], { "files[0].drop": "on" });
    expect(await filesOf(code)).toMatchObject([{ name: "b.webp", title: TITLE }]);
  });
});

const TITLE = "Ba cụm màng lọc lắp trên giếng của hợp tác xã";

async function publicWithPicture(): Promise<string> {
  const code = await draft(cast);
  await send(code, cast.author, [await photograph()]);
  await titled(code, [TITLE]);
  await submit(cast.author, code, { revision: await revisionOf(code) });
  const note = "Đã xem hình, phiếu đo và mẫu thử tại chỗ.";
  await verify(cast.officer, code, { revision: await revisionOf(code), note, actIds: [] });
  await publish(cast.officer, code);
  return code;
}
