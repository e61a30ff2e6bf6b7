import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";
import { takeInterview } from "#app/domain/monitoring/field-work/interview.server.ts";
import { signVisit } from "#app/domain/monitoring/field-work/sign.server.ts";
import { writeVisit } from "#app/domain/monitoring/field-work/visit.server.ts";
import { releaseSignal } from "#app/domain/monitoring/opinion/release.server.ts";
import { writeSignal } from "#app/domain/monitoring/opinion/write.server.ts";
import { answerComments } from "#app/domain/monitoring/public-comment/answer.server.ts";
import { commentOnDraft } from "#app/domain/monitoring/public-comment/comment.server.ts";
import { ruleOnComment } from "#app/domain/monitoring/public-comment/rule.server.ts";
import { loader as campaign } from "#app/routes/monitoring/campaigns/page.tsx";
import { loader as interview } from "#app/routes/monitoring/field-work/interview.tsx";
import { loader as fieldWork } from "#app/routes/monitoring/field-work/page.tsx";
import { loader as visit } from "#app/routes/monitoring/field-work/visit.tsx";
import { loader as assessment } from "#app/routes/monitoring/found/assessment.tsx";
import { loader as csv } from "#app/routes/monitoring/opinion/csv.ts";
import { loader as opinion } from "#app/routes/monitoring/opinion/list.tsx";
import { loader as signal, action as signalAction } from "#app/routes/monitoring/opinion/signal.tsx";
import { action as writeAction } from "#app/routes/monitoring/opinion/write.tsx";
import { loader as publicComment } from "#app/routes/monitoring/public-comment/page.tsx";
import { loader as report } from "#app/routes/monitoring/report/page.tsx";
import { db } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import { anInterview, aVisit } from "#test/support/monitoring/field.ts";
import {
  aFront,
  confirmed,
  type Front,
  inField,
  laidOpen,
  move,
  must,
  readAll,
} from "#test/support/monitoring/front.ts";
import { aSignal } from "#test/support/monitoring/opinion.ts";
import { pageArgs } from "#test/support/page-args.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";
import { gather, published } from "../../domain/results/cast.ts";

withTestDatabase();

const MOST_QUERIES = 6;
let front: Front;
const codes = { campaign: "", unit: "", visit: "", interview: "", signal: "" };

/** A published campaign with several of each, so that a statement for every row would show. */
beforeAll(async () => {
  front = await aFront();
  const cast = await gather();
  await published(cast);
  codes.campaign = await inField(front, 1);
  const drawn = { drawn: 1, sample: { campaign: { code: codes.campaign } } };
  codes.unit = (await db().sampleUnit.findFirstOrThrow({ where: drawn })).id;
  for (let made = 0; made < 3; made += 1) {
    codes.visit = must(await writeVisit(front.monitor, codes.campaign, aVisit(front, codes.unit))).code;
    for (const who of [front.monitor, front.second]) must(await signVisit(who, codes.visit));
    codes.interview = must(await takeInterview(front.monitor, codes.campaign, anInterview(codes.unit))).code;
    codes.signal = must(await writeSignal(front.monitor, aSignal(front.body, { about: codes.campaign }))).code;
    must(await releaseSignal(front.lead, codes.signal));
  }
  await readAll(front, codes.campaign);
  const { finding } = await confirmed(front, codes.campaign, cast.school);
  await laidOpen(front, codes.campaign, [finding], 1);
  const comments: string[] = [];
  for (const name of ["Một", "Hai", "Ba"]) {
    const said = { about: "", text: "Một lời góp ý về dự thảo.", language: "vi" } as const;
    comments.push(must(await commentOnDraft(await anActor(name), codes.campaign, said)).code);
  }
  for (const comment of comments)
    must(await ruleOnComment(front.monitor, codes.campaign, { comment, keeps: true, ground: null, reason: "" }));
  must(await answerComments(front.monitor, codes.campaign, { comments, outcome: "NOTED", text: "Đã ghi nhận." }));
  must(await move(front.lead, codes.campaign, "PUBLISHED", new Date(Date.now() + 40 * 86_400_000)));
}, 60_000);

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;
type Page = [what: string, loader: Loader, path: () => string, params?: () => Record<string, string>];

const PAGES: readonly Page[] = [
  ["a campaign", campaign, () => `campaigns/${codes.campaign}`, () => ({ code: codes.campaign })],
  ["its field work", fieldWork, () => `campaigns/${codes.campaign}/field-work`, () => ({ code: codes.campaign })],
  [
    "its public comment",
    publicComment,
    () => `campaigns/${codes.campaign}/public-comment`,
    () => ({ code: codes.campaign }),
  ],
  ["its report", report, () => `campaigns/${codes.campaign}/report`, () => ({ code: codes.campaign })],
  ["an assessment", assessment, () => `assessments/${codes.unit}`, () => ({ unit: codes.unit })],
  ["minutes", visit, () => `visits/${codes.visit}`, () => ({ code: codes.visit })],
  ["an interview", interview, () => `interviews/${codes.interview}`, () => ({ code: codes.interview })],
  ["public opinion", opinion, () => "opinion"],
  ["a signal", signal, () => `opinion/${codes.signal}`, () => ({ code: codes.signal })],
];

test.each(PAGES)("%s takes at most six statements, however much it shows", async (_what, loader, path, params) => {
  const read = () => readPage(loader, `/vi/monitoring/${path()}`, { params: params?.() ?? {} });
  // what is looked up a few times an hour (the calendar, settings) is not counted
  expect((await read()).status).toBe(200);
  const { queries } = await countQueries(read);
  expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(MOST_QUERIES);
});

test("a monitor writes a signal by its form, which keeps what was typed, and a lead publishes it and corrects it", async () => {
  const typed = {
    ...{
      ownerId: front.body,
      about: "",
      title: "Ý kiến về trả lời sáng kiến",
      channel: "SURVEY",
      language: "vi",
      n: "20",
    },
    ...{ method: "Phiếu hỏi gửi ngẫu nhiên cho người đã nộp.", question: "Có nhận được trả lời đúng hạn không?" },
    ...{ fromOn: "01/10/2026", toOn: "15/10/2026", source: "Phiếu hỏi đợt 2", summary: "" },
    ...{ "figures[0].label": "Có", "figures[0].count": "12", "figures[1].label": "Không", "figures[1].count": "7" },
  };
  const as = front.monitor;
  const short = await sendForm(writeAction, "/vi/monitoring/opinion/new", typed, { as });
  expect([short.status, short.form.values["title"], short.form.errors["n"]?.[0]]).toEqual([
    422,
    typed.title,
    expect.stringContaining("19"),
  ]);
  const whole = { ...typed, "figures[1].count": "8" };
  const made = await sendForm(writeAction, "/vi/monitoring/opinion/new", whole, { as });
  const code = made.location?.split("/").at(-1) ?? "";
  expect([made.status, code]).toEqual([303, expect.stringMatching(/^DL-\d{4}-\d{4}$/)]);
  const params = { code };
  const path = `/vi/monitoring/opinion/${code}`;
  expect((await readPage(signal, path, { params })).status).toBe(404);
  expect((await sendForm(signalAction, path, { intent: "release" }, { as, params })).status).toBe(403);
  expect((await sendForm(signalAction, path, { intent: "release" }, { as: front.lead, params })).status).toBe(303);
  const erratum = { intent: "erratum", text: "Câu “Không” là 9 người; một phiếu đếm sót." };
  expect((await sendForm(signalAction, path, erratum, { as: front.lead, params })).status).toBe(303);
  expect((await readPage(signal, path, { params })).data).toMatchObject({
    signal: { errata: [{ text: erratum.text }] },
  });
  const file = await csv(pageArgs("/vi/monitoring/opinion.csv", null));
  expect(await file.text()).toContain(`${code},Ý kiến về trả lời sáng kiến,Phiếu hỏi,`);
});
