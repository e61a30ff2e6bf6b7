import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import { putCall, showInterest } from "#app/demo/partnerships/calls.server.ts";
import { answerInterest } from "#app/domain/partnerships/calls/interests/answer.server.ts";
import { propose } from "#app/domain/partnerships/propose.server.ts";
import * as own from "#app/routes/me/calls.tsx";
import * as edit from "#app/routes/partnerships/calls/edit.tsx";
import * as interest from "#app/routes/partnerships/calls/interest.tsx";
import * as list from "#app/routes/partnerships/calls/list.tsx";
import * as page from "#app/routes/partnerships/calls/page.tsx";
import * as partnershipPage from "#app/routes/partnerships/detail.tsx";
import * as manage from "#app/routes/partnerships/manage.tsx";
import * as founding from "#app/routes/partnerships/new.tsx";
import { rootLoader } from "#app/web/root.server.ts";
import { db } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { pageArgs } from "#test/support/page-args.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";
import { type Body, body, must, proposal } from "../../domain/partnerships/people.ts";

withTestDatabase();

const BASE = "/vi/partnerships/calls";
const MOST_QUERIES = 6;

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

let caller: Body;
let school: Body;
let partnership: string;
let call: string;

beforeAll(async () => {
  caller = await body("ENTERPRISE", "Công ty Lam Giang");
  school = await body("SCHOOL", "Trường Lam Giang");
  partnership = must(await propose(caller.actor, proposal(caller.organisationId))).code;
  call = await putCall(caller.actor, caller.organisationId, { partnership, productCodes: "21-S17" });
  for (let made = 0; made < 4; made += 1) {
    const offer = { kind: "OFFER", productCodes: "21-S17" };
    await putCall(school.actor, school.organisationId, offer);
    const other = await body("SCHOOL", `Viện ${made}`);
    await showInterest(other.actor, other.organisationId, { code: call });
  }
});

describe("the form of a call", () => {
  const typed = {
    ...{ kind: "CALL", title_vi: "Tìm nơi chạy thử máy bơm", needs: ["SITE", "MARKET"], trlFrom: "7", trlTo: "3" },
    ...{ amount: "2 tỷ", opensOn: "01/02/2027", closesOn: "31/01/2027", words: "nền bê tông", provinceCodes: "48" },
  };

  test("says at each field what is wrong, and keeps everything that was typed", async () => {
    const sent = { ...typed, organisationId: caller.organisationId };
    const answer = await sendForm(edit.action, `${BASE}/new`, sent, { as: caller.actor });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.form.errors).toSorted()).toEqual(["amount", "closesOn", "trlTo"]);
    expect(answer.form.values).toMatchObject(sent);
    for (const hostile of ["１２", "1e3", "-4", "99"]) {
      const bad = await sendForm(edit.action, `${BASE}/new`, { ...sent, trlFrom: hostile }, { as: caller.actor });
      expect(bad.form.errors["trlFrom"], hostile).toHaveLength(1);
    }
    const offer = { ...sent, kind: "OFFER", partnership };
    const odd = await sendForm(edit.action, `${BASE}/new`, offer, { as: caller.actor });
    expect(odd.form.errors["partnership"]).toHaveLength(1);
  });

  test("leads to the draft, whose form shows it again, and to nobody else's", async () => {
    const sent = { ...typed, organisationId: caller.organisationId, trlTo: "9", amount: "", closesOn: "" };
    const made = await sendForm(edit.action, `${BASE}/new`, sent, { as: caller.actor });
    expect(made).toMatchObject({ status: 303, location: expect.stringMatching(/calls\/HT-\d{4}-\d{4}$/) });
    const code = made.location?.split("/").at(-1) ?? "";
    const again = await readPage(edit.loader, `${BASE}/${code}/edit`, { as: caller.actor, params: { code } });
    expect(again.data).toMatchObject({
      blank: { values: { words: "nền bê tông", trlFrom: "7", needs: ["SITE", "MARKET"] } },
    });
    expect((await readPage(edit.loader, `${BASE}/${code}/edit`, { as: school.actor, params: { code } })).status).toBe(
      404,
    );
    expect((await readPage(page.loader, `${BASE}/${code}`, { params: { code } })).status).toBe(404);
    const publish = { as: caller.actor, params: { code } };
    const refused = await sendForm(page.action, `${BASE}/${code}`, { intent: "publish" }, publish);
    expect([refused.status, refused.form.errors[""]?.length]).toEqual([409, 1]);
  });
});

describe("an interest", () => {
  test("that says too little is sent back with its words; sent, it is read by its two sides alone", async () => {
    const at = { as: school.actor, params: { code: call } };
    const fields = { intent: "interest", organisationId: school.organisationId, message: "Có.", language: "vi" };
    const short = await sendForm(page.action, `${BASE}/${call}`, fields, at);
    expect([short.status, short.form.values["message"]]).toEqual([422, "Có."]);
    const message = "Trường có hai phòng hiệu chuẩn và một xe đo lưu động, nhận được từ tháng sau.";
    expect((await sendForm(page.action, `${BASE}/${call}`, { ...fields, message }, at)).status).toBe(303);
    expect((await sendForm(page.action, `${BASE}/${call}`, { ...fields, message }, at)).status).toBe(409);
    const row = await db().callInterest.findFirstOrThrow({ where: { organisationId: school.organisationId } });
    const path = `${BASE}/${call}/interests/${row.id}`;
    const params = { code: call, interest: row.id };
    for (const [as, status] of [
      [caller.actor, 200],
      [school.actor, 200],
      [(await body("STATE")).actor, 404],
    ] as const)
      expect((await readPage(interest.loader, path, { as, params })).status).toBe(status);
    const unread = await sendForm(interest.action, path, { outcome: "", answer: "Được" }, { as: caller.actor, params });
    expect([unread.status, Object.keys(unread.form.errors).toSorted()]).toEqual([
      422,
      ["answer", "language", "outcome"],
    ]);
    const answer = { intent: "answer", outcome: "ACCEPTED", answer: "Mời Trường vào dự án.", language: "vi" };
    expect((await sendForm(interest.action, path, answer, { as: caller.actor, params })).status).toBe(303);
  });

  test("that was accepted fills in the form of a partnership, which leads to inviting the other side", async () => {
    const code = await putCall(caller.actor, caller.organisationId, { trlFrom: "4", provinceCodes: "48" });
    const id = await showInterest(school.actor, school.organisationId, { code });
    const path = `/vi/partnerships/new?interest=${id}`;
    expect((await readPage(founding.loader, path, { as: caller.actor })).data).toMatchObject({ known: null });
    const accepted = { outcome: "ACCEPTED", answer: "Cùng lập dự án nhé.", language: "vi" } as const;
    must(await answerInterest(caller.actor, { code, id }, accepted));
    const filled = { leadId: caller.organisationId, trlStart: "4", provinceCodes: ["48"] };
    const shown = await readPage(founding.loader, path, { as: caller.actor });
    expect(shown.data).toMatchObject({ known: { values: filled } });
    const sent = {
      ...{ ...filled, title_vi: "Cảm biến độ mặn cho cống lấy nước", form: "CONTRACT_CONSORTIUM" },
      ...{ description_vi: "Hai bên cùng hiệu chuẩn ba mươi cảm biến và đặt ở mười cống.", validFrom: "01/02/2027" },
    };
    const made = await sendForm(founding.action, path, sent, { as: caller.actor });
    expect(made.location).toMatch(new RegExp(`manage\\?organisation=${school.organisationId}#invite$`));
    const founded = /DA-\d{4}-\d{4,}/.exec(made.location ?? "")?.[0] ?? "";
    const at = `/vi/partnerships/${founded}/manage?organisation=${school.organisationId}`;
    const opened = await readPage(manage.loader, at, { as: caller.actor, params: { code: founded } });
    expect(opened.data).toMatchObject({ invited: school.organisationId, isLead: true });
    expect((await readPage(founding.loader, path, { as: (await body("STATE")).actor })).data).toMatchObject({
      known: null,
    });
  });
});

describe("pages of calls and offers", () => {
  const PAGES: [string, Loader, () => string, () => Record<string, string>][] = [
    ["the list", list.loader, () => `${BASE}?kind=CALL&level=1-3&q=tim`, () => ({})],
    ["one of them", page.loader, () => `${BASE}/${call}`, () => ({ code: call })],
    [
      "the partnership that looks for a house",
      partnershipPage.loader,
      () => `/vi/partnerships/${partnership}`,
      () => ({ code: partnership }),
    ],
    ["one's own", own.loader, () => "/vi/me/calls", () => ({})],
  ];

  test.each(PAGES)("%s asks the database at most six times, its frame included", async (_name, loader, at, params) => {
    const args = () => pageArgs(at(), caller.actor, params());
    const read = () => Promise.all([loader(args()), rootLoader(args())]);
    await read();
    const { queries } = await countQueries(read);
    expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(MOST_QUERIES);
  });

  test("a partnership shows what it looks for while a house is missing", async () => {
    const shown = await readPage(partnershipPage.loader, `/vi/partnerships/${partnership}`, {
      params: { code: partnership },
    });
    expect(shown.data).toMatchObject({ seeks: true, calls: [{ code: call, missing: ["STATE", "SCHOOL"] }] });
  });
});
