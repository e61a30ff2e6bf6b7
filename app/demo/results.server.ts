import { type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import { briefPdf } from "#app/demo/pdf.ts";
import { DIGITAL_RESULTS } from "#app/demo/results/digital.ts";
import { ELECTRONIC_RESULTS } from "#app/demo/results/electronics.ts";
import { LIFE_RESULTS } from "#app/demo/results/life.ts";
import { MACHINE_RESULTS } from "#app/demo/results/machines.ts";
import { MATTER_RESULTS } from "#app/demo/results/matter.ts";
import { type Origins, partsOf } from "#app/demo/results/parts.ts";
import { drawnPicture } from "#app/demo/results/pictures.ts";
import type { ResultPlan } from "#app/demo/results/plan.ts";
import { PROFILES } from "#app/demo/results/profiles.ts";
import { type PlannedReport, SINCE } from "#app/demo/results/since.ts";
import { UNFINISHED_RESULTS } from "#app/demo/results/unfinished.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { answerComplaint } from "#app/domain/results/complaints/answer.server.ts";
import { complain } from "#app/domain/results/complaints/complain.server.ts";
import { watchStaleResults } from "#app/domain/results/currency/watch.server.ts";
import { recordDraft } from "#app/domain/results/drafts/record-draft.server.ts";
import { save } from "#app/domain/results/drafts/save.server.ts";
import { submit } from "#app/domain/results/drafts/submit.server.ts";
import { withdraw } from "#app/domain/results/drafts/withdraw.server.ts";
import { addFile } from "#app/domain/results/profile/add-file.server.ts";
import { findResult } from "#app/domain/results/queries.server.ts";
import { answerReport } from "#app/domain/results/reports/answer-report.server.ts";
import { discontinue } from "#app/domain/results/reports/discontinue.server.ts";
import { listRights } from "#app/domain/results/reports/queries.server.ts";
import { reportProgress } from "#app/domain/results/reports/report-progress.server.ts";
import { publish } from "#app/domain/results/verification/publish.server.ts";
import { returnForCompletion } from "#app/domain/results/verification/return-for-completion.server.ts";
import { verify } from "#app/domain/results/verification/verify.server.ts";
import { storeUpload } from "#app/platform/files/files.server.ts";
import { storeImage } from "#app/platform/files/image-store.server.ts";
import { pool } from "#prisma/client.server.ts";

export const RESULT_PLANS: readonly ResultPlan[] = [
  ...DIGITAL_RESULTS,
  ...ELECTRONIC_RESULTS,
  ...LIFE_RESULTS,
  ...MATTER_RESULTS,
  ...MACHINE_RESULTS,
  ...UNFINISHED_RESULTS,
];

const USUAL_NOTE = "Đã đối chiếu bản gốc của các minh chứng với hồ sơ và hỏi lại tổ chức chủ trì những chỗ chưa rõ.";

/** The stories of the demonstration's results, each told act by act through the commands that people use. */
export function resultStories(people: DemoPeople): ((until: Until) => Promise<void>)[] {
  return RESULT_PLANS.map((plan) => (until: Until) => tell(plan, people, until));
}

async function tell(plan: ResultPlan, people: DemoPeople, until: Until): Promise<void> {
  const host = people.organisations.find((it) => it.key === plan.host);
  if (!host) throw new Error(`The demonstration has no body ${plan.host}.`);
  const { representative } = host;
  const officer = people.actors.resultOfficer;
  const moment = async (days: number, hours = 0) => {
    const at = new Date(Date.parse(`${plan.start}T02:20:00Z`) + days * 86_400_000 + hours * 3_600_000);
    await until(at);
    return at;
  };
  const code = await write(plan, { organisationId: host.id, province: host.body.province, representative }, moment);
  if (plan.ending === "draft") return;
  await send(representative, code, await moment(1));
  if (plan.asked && plan.ending !== "withdrawn") {
    const missing = [{ part: "readiness" as const, message: plan.asked }];
    legally(await returnForCompletion(officer, code, { revision: await revisionOf(code), missing }, await moment(5)));
    if (plan.ending === "returned") return;
    await send(representative, code, await moment(9));
  }
  if (plan.ending === "submitted") return;
  await verifyPlan(plan, officer, code, await moment(12));
  if (plan.ending === "verified") return;
  legally(await publish(officer, code, await moment(12, 3)));
  if (plan.complaint) {
    const { after, answer, ...complaint } = plan.complaint;
    legally(await complain(people.actors.scientist, code, complaint, await moment(after)));
    if (answer)
      legally(await answerComplaint(officer, code, { outcome: "DISMISSED", answer }, await moment(after + 9)));
  }
  for (const report of SINCE[plan.title.vi]?.reports ?? [])
    await tellReport({ representative, officer, code }, report, moment);
  const stopped = SINCE[plan.title.vi]?.stopped;
  if (stopped) {
    const { reason, shown: evidence } = stopped;
    legally(await discontinue(representative, code, { reason, evidence }, await moment(stopped.after)));
  }
  if (plan.silent) {
    const staleFrom = (await findResult(code))?.staleFrom ?? "";
    const at = new Date(`${staleFrom}T01:00:00Z`);
    if (at.getTime() > Date.now()) return;
    await until(at);
    await watchStaleResults(at);
  }
  if (plan.ending !== "withdrawn") return;
  legally(await withdraw(representative, code, { reason: plan.asked ?? "" }, await moment(40)));
}

type Told = { representative: Actor; officer: Actor; code: string };

async function tellReport(
  { representative, officer, code }: Told,
  { after, said, shown: evidence, why, document, answer }: PlannedReport,
  moment: (days: number) => Promise<Date>,
): Promise<void> {
  const settled = said.kind === "RIGHT_EVENT" ? { ...said, rightId: await rightOf(code, said.rightId) } : said;
  const pages = document && legally(await storeUpload(new File([briefPdf(`${code}/${after}`)], document.name)));
  const attached = document && pages ? { files: [pages], isPublic: document.isPublic } : undefined;
  const input = { said: settled, evidence, reason: why ?? null, interestId: null, attached };
  const { number } = legally(await reportProgress(representative, code, input, await moment(after)));
  if (!answer) return;
  const { outcome: verdict, note } = answer;
  legally(await answerReport(officer, code, { number, verdict, note }, await moment(answer.after)));
}

async function rightOf(code: string, applicationNo: string): Promise<string> {
  return (await listRights(code)).find((one) => one.applicationNo === applicationNo)?.id ?? "";
}

type Host = { organisationId: string; province: string; representative: Actor };

async function write(plan: ResultPlan, host: Host, moment: (days: number) => Promise<Date>): Promise<string> {
  const { organisationId, province, representative } = host;
  const at = await moment(0);
  const first = { organisationId, resultType: plan.type, title: plan.title.vi, language: "vi" as const };
  const { code } = legally(await recordDraft(representative, first, at));
  const parts = partsOf(plan, province, await originsOf(plan));
  legally(await save(representative, code, { parts, revision: 0 }, at));
  await attach(plan, representative, code, at);
  return code;
}

async function originsOf({ from, fromInitiative }: ResultPlan): Promise<Origins> {
  const codes = async (table: "initiative" | "partnership", title: string | undefined) => {
    if (title === undefined) return [];
    const sql = `SELECT code FROM ${table} WHERE title ->> 'vi' = $1`;
    return (await pool().query<{ code: string }>(sql, [title])).rows.map(({ code }) => code);
  };
  return {
    originInitiative: await codes("initiative", fromInitiative),
    originPartnership: await codes("partnership", from),
  };
}

/** Adds its pictures and documents, then says what each shows. */
async function attach(plan: ResultPlan, representative: Actor, code: string, at: Date): Promise<void> {
  const { pictures = [], documents = [] } = PROFILES[plan.title.vi] ?? {};
  for (const [index] of pictures.entries()) {
    const file = legally(await storeImage(await drawnPicture(index + 1, `hinh-${index + 1}.png`)));
    legally(await addFile(representative, code, { kind: "IMAGE", file }, at));
  }
  for (const [index] of documents.entries()) {
    const file = legally(await storeUpload(new File([briefPdf(`${code}/${index + 1}`)], `tai-lieu-${index + 1}.pdf`)));
    legally(await addFile(representative, code, { kind: "DOCUMENT", file }, at));
  }
  const result = await findResult(code);
  const files = (result?.content.files ?? []).map(({ id, name, kind }) => {
    const number = Number(/\d+/.exec(name)?.[0] ?? 1) - 1;
    return { id, title: (kind === "IMAGE" ? pictures : documents)[number] ?? "", drop: false };
  });
  if (files.length === 0) return;
  const parts = [{ part: "files" as const, values: { files } }];
  legally(await save(representative, code, { parts, revision: result?.revision ?? 0 }, at));
}

async function send(representative: Actor, code: string, at: Date): Promise<void> {
  legally(await submit(representative, code, { revision: await revisionOf(code) }, at));
}

/** The officer marks the acts that the evidence bears out, and no doubtful one. */
async function verifyPlan(plan: ResultPlan, officer: Actor, code: string, at: Date): Promise<void> {
  const result = await findResult(code);
  const sure = new Set(plan.acts?.filter((act) => !act.doubtful).map((act) => act.shown));
  const actIds = result?.content.acts.filter((act) => sure.has(act.evidence)).map((act) => act.id) ?? [];
  const revision = result?.revision ?? 0;
  legally(await verify(officer, code, { revision, note: plan.note ?? USUAL_NOTE, actIds }, at));
}

async function revisionOf(code: string): Promise<number> {
  return (await findResult(code))?.revision ?? 0;
}
