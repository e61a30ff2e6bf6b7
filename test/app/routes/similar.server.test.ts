import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  decideAs,
  evaluateAs,
  type InitiativeCast,
  must,
  screenAs,
  submitInitiative,
  writeDraft,
} from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { findDraft } from "#app/domain/initiatives/drafts/queries.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { loader as intakeCase } from "#app/routes/desk/intake/case.tsx";
import { loader as screenPage } from "#app/routes/desk/intake/screen.tsx";
import { loader as check } from "#app/routes/submit/check.tsx";
import { action as save } from "#app/routes/submit/save.ts";
import { loader as step } from "#app/routes/submit/step.tsx";
import { rootLoader } from "#app/web/root.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { engines, makeEngines, setEngines } from "#search/engine.server.ts";
import { syncAll } from "#search/sync.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";
import { formArgs, pageArgs } from "#test/support/page-args.ts";

withTestDatabase();

const view = z.object({
  said: z.string(),
  rows: z.array(z.object({ code: z.string(), href: z.string(), title: z.string(), why: z.string() })),
});
const forProposer = z.object({ revision: z.number().optional(), similar: view });
const forDesk = z.object({ similar: z.object({ open: view, files: view.nullable() }) });

const NEAR = {
  title: { vi: "Bộ đo độ mặn tự cấp nguồn cho cống lấy nước ở Cà Mau" },
  abstract: {
    vi: "Chênh lệch mực nước qua cống phát điện cho đầu đo; số liệu về máy của người vận hành cống, ai trồng lúa cũng đọc được trước khi lấy nước vào ruộng.",
  },
};

let cast: InitiativeCast;
let other: Actor;
/** public, undecided, being completed, the officer's own, and a draft like all of them */
let codes: { open: string; waiting: string; returned: string; own: string; draft: string };

beforeAll(async () => {
  cast = await aCast();
  other = await anActor("Người đề xuất khác");
  const open = await submitInitiative(cast.proposer);
  await screenAs(cast, open);
  await evaluateAs(cast, open);
  await decideAs(cast, open);
  const waiting = await submitInitiative(cast.proposer, {
    title: { vi: "Bộ đo độ mặn tự cấp nguồn cho cống ngăn mặn" },
  });
  const returned = await submitInitiative(cast.proposer, NEAR);
  must(
    await returnForCompletion(cast.intake, returned, {
      items: [{ field: "novelty", message: "Xin nói rõ hơn điểm mới." }],
    }),
  );
  const own = await submitInitiative(cast.intake, NEAR);
  const draft = await writeDraft(other, NEAR);
  codes = { open, waiting, returned, own, draft };
  await syncAll();
}, 120_000);

describe("what is similar, for its proposer", () => {
  test("the check page and the summary show what is public with the words that both have, and nothing undecided", async () => {
    for (const read of [
      () => check(pageArgs(`/vi/submit/${codes.draft}/check`, other, { code: codes.draft })),
      summary,
    ]) {
      const { similar } = forProposer.parse(await read());
      expect(similar.rows.map(({ code }) => code)).toEqual([codes.open]);
      expect(similar.rows[0]?.href).toBe(`/vi/initiatives/${codes.open}`);
      expect(similar.rows[0]?.why).toContain("“Bộ đo độ mặn tự cấp nguồn cho cống");
    }
  });

  test("while title and abstract are typed the answer tells what is similar, and after that what is no more", async () => {
    const near = await typed("Đo mặn", "Bộ đo độ mặn tự cấp nguồn cho cống lấy nước");
    expect(near.rows.map(({ code }) => code)).toEqual([codes.open]);
    expect((await typed("Máy sấy lúa bằng trấu", "Lò trấu cho hợp tác xã nhỏ.")).said).toContain("Chưa thấy");
    expect((await typed("", "")).said).toContain("Khi có tên và tóm tắt");
    await typed(NEAR.title.vi, NEAR.abstract.vi);
  });

  test("a search that fails is told, and the page stands", async () => {
    const { base } = engines();
    const broken = { ...base, similar: () => Promise.reject(new Error("away")) };
    setEngines({ ...makeEngines(null), base: broken });
    const { similar } = forProposer.parse(await summary());
    setEngines(null);
    expect([similar.said.startsWith("Hiện chưa tìm được"), similar.rows]).toEqual([true, []]);
  });
});

describe("what is similar, for intake", () => {
  test("public and undecided files stand apart; the file itself, the officer's own and drafts are in neither", async () => {
    for (const read of [intakeCase, screenPage]) {
      const { open, files } = await desk(cast.intake, read);
      expect(open.rows.map(({ code }) => code)).toEqual([codes.open]);
      expect(files?.rows.map(({ code }) => code)).toEqual([codes.returned]);
      expect(files?.rows[0]?.href).toBe(`/vi/desk/intake/${codes.returned}`);
    }
  });

  test("an auditor reads all of them, and what is being rewritten counts as it was sent", async () => {
    const { revision = 0 } = (await findDraft(cast.proposer, codes.returned)) ?? {};
    const auditor = await anActor("Kiểm toán", ["AUDITOR"]);
    const title = {
      title_vi: "Máy sấy lúa",
      title_en: "",
      title_fr: "",
      abstract_vi: "Bộ đo độ mặn khác",
      abstract_en: "",
      abstract_fr: "",
    };
    must(await saveDraft(cast.proposer, codes.returned, { revision, steps: [{ step: "summary", values: title }] }));
    const { files } = await desk(auditor, intakeCase);
    expect(files?.rows.map(({ code }) => code).toSorted()).toEqual([codes.returned, codes.own].toSorted());
    expect(files?.rows.map(({ title: shown }) => shown)).not.toContain("Máy sấy lúa");
  });

  test("an officer of another body finds none of these files", async () => {
    const body = await anOrganisation("STATE", "Bộ phận tiếp nhận nơi khác");
    const elsewhere = await anActor("Cán bộ nơi khác", ["INTAKE"], body);
    await expect(desk(elsewhere, intakeCase)).rejects.toMatchObject({ status: 404 });
  });
});

test.each([
  ["the check page", () => other, () => `submit/${codes.draft}/check`, check],
  ["the summary step", () => other, () => `submit/${codes.draft}/summary`, step],
  ["a case of intake", () => cast.intake, () => `desk/intake/${codes.waiting}`, intakeCase],
  ["intake's screening", () => cast.intake, () => `desk/intake/${codes.waiting}/screen`, screenPage],
])("%s asks the database at most six times, its frame included", async (_name, reader, at, loader) => {
  const path = `/vi/${at()}`;
  const params = { code: /SK-[\d-]+/.exec(path)?.[0] ?? "", step: "summary" };
  const read = () => {
    const page = pageArgs(path, reader(), params);
    return Promise.all([loader(page), rootLoader(page)]);
  };
  await read();
  const { queries } = await countQueries(read);
  expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(6);
});

function summary(): Promise<unknown> {
  return step(pageArgs(`/vi/submit/${codes.draft}/summary`, other, { code: codes.draft, step: "summary" }));
}

async function typed(title: string, abstract: string) {
  const revision = String(forProposer.parse(await summary()).revision);
  const fields = {
    revision,
    title_vi: title,
    title_en: "",
    title_fr: "",
    abstract_vi: abstract,
    abstract_en: "",
    abstract_fr: "",
  };
  const path = `/vi/submit/${codes.draft}/summary/save`;
  const answer = await save(formArgs(path, other, fields, { code: codes.draft, step: "summary" }));
  return forProposer.parse(await answer.json()).similar;
}

async function desk(actor: Actor, read: typeof intakeCase | typeof screenPage) {
  const path = `/vi/desk/intake/${codes.waiting}`;
  return forDesk.parse(await read(pageArgs(path, actor, { code: codes.waiting }))).similar;
}
