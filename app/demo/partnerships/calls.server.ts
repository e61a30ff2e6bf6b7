import { type DemoOrganisation, type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import { CALLS, type DemoCall, type DemoInterest, FORMING } from "#app/demo/partnerships/calls/call-plan.ts";
import { MARKET } from "#app/demo/partnerships/calls/market-plan.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { type CallInput, callSchema } from "#app/domain/partnerships/calls/call.schema.ts";
import { closeCall } from "#app/domain/partnerships/calls/finish.server.ts";
import { answerInterest } from "#app/domain/partnerships/calls/interests/answer.server.ts";
import { expressInterest } from "#app/domain/partnerships/calls/interests/express.server.ts";
import { publishCall } from "#app/domain/partnerships/calls/publish.server.ts";
import { renewCall } from "#app/domain/partnerships/calls/renew.server.ts";
import { saveCall } from "#app/domain/partnerships/calls/save.server.ts";
import { proposeSchema } from "#app/domain/partnerships/partnership.schema.ts";
import { propose } from "#app/domain/partnerships/propose.server.ts";
import { db } from "#prisma/client.server.ts";

const DAY_MS = 86_400_000;

/** What an organisation types of a call, as its form sends it; what is not said is a call for a laboratory, open for 60 days. */
export type CallWords = Partial<Record<keyof CallInput, string | string[]>>;

/** Writes and, unless told otherwise, publishes a call or an offer in the name of an organisation; gives its code. */
export async function putCall(
  owner: Actor,
  organisationId: string,
  { publish = true, ...words }: CallWords & { publish?: boolean } = {},
  at = new Date(),
): Promise<string> {
  const usual: CallWords = {
    kind: "CALL",
    title_vi: "Tìm phòng thí nghiệm để thử cảm biến độ mặn",
    text_vi:
      "Chúng tôi có mẫu cảm biến đã chạy sáu tháng trong nước mặn và cần phòng thí nghiệm hiệu chuẩn ba mươi chiếc trước mùa khô tới.",
    needs: "LABORATORY",
    opensOn: dayInVietnam(at),
    closesOn: dayInVietnam(new Date(at.getTime() + 60 * DAY_MS)),
  };
  const input = callSchema.parse({ ...usual, ...words, organisationId });
  const { code } = legally(await saveCall(owner, null, input, at));
  if (publish) legally(await publishCall(owner, code, at));
  return code;
}

/** An organisation expresses interest in a call; gives the interest's id. */
export async function showInterest(
  actor: Actor,
  organisationId: string,
  { code, message }: { code: string; message?: string },
  at = new Date(),
): Promise<string> {
  const usual = "Chúng tôi có phòng hiệu chuẩn đạt chuẩn và ba kỹ thuật viên, nhận được từ tháng sau.";
  const input = { organisationId, message: message ?? usual, language: "vi" } as const;
  return legally(await expressInterest(actor, code, input, at)).id;
}

/** Calls and offers of the demonstration as stories and of the market of results, for `tellTogether`; the first one looks for a school for a partnership. */
export function callStories(people: DemoPeople, now = new Date()): ((until: Until) => Promise<void>)[] {
  return [...CALLS, ...MARKET].map((plan, place) => async (until: Until) => {
    const partnership = place === 0 ? await foundForming(people, until, now) : "";
    const at = daysBefore(now, plan.daysAgo);
    await until(at);
    const { representative, id } = bodyOf(people, plan.by);
    const closesOn = dayInVietnam(new Date(at.getTime() + plan.openFor * DAY_MS));
    const origin = plan.offers ? await codeOfResult(plan.offers) : "";
    const code = await putCall(representative, id, { ...plan.words, partnership, origin, closesOn }, at);
    const interests = plan.interests.map((interest) => tellInterest(interest, { plan, code, people, now }));
    for (const act of [...interests.flat(), ...later(plan, { code, people, now })].toSorted(inTime)) {
      await until(act.at);
      await act.go();
    }
  });
}

type Act = { at: Date; go: () => Promise<void> };
type Place = { code: string; people: DemoPeople; now: Date };

function tellInterest(interest: DemoInterest, { plan, code, people, now }: Place & { plan: DemoCall }): Act[] {
  const { representative, id: organisationId } = bodyOf(people, interest.by);
  const sentAt = daysBefore(now, interest.daysAgo);
  let id = "";
  const send = async () => {
    id = await showInterest(representative, organisationId, { code, message: interest.message }, sentAt);
  };
  const { answer } = interest;
  if (!answer) return [{ at: sentAt, go: send }];
  const answeredAt = daysBefore(now, answer.daysAgo);
  const caller = bodyOf(people, plan.by).representative;
  const reply = async () => {
    const input = { outcome: answer.outcome, answer: answer.text, language: "vi" } as const;
    legally(await answerInterest(caller, { code, id }, input, answeredAt));
  };
  return [
    { at: sentAt, go: send },
    { at: answeredAt, go: reply },
  ];
}

/** What its owner does with it in the end. */
function later({ by, closed, renewed }: DemoCall, { code, people, now }: Place): Act[] {
  const { representative } = bodyOf(people, by);
  const acts: Act[] = [];
  if (renewed) {
    const at = daysBefore(now, renewed.daysAgo);
    const renewedUntil = dayInVietnam(new Date(at.getTime() + renewed.openFor * DAY_MS));
    acts.push({ at, go: async () => void legally(await renewCall(representative, code, { renewedUntil }, at)) });
  }
  if (closed) {
    const at = daysBefore(now, closed.daysAgo);
    const { reason } = closed;
    acts.push({ at, go: async () => void legally(await closeCall(representative, code, { reason }, at)) });
  }
  return acts;
}

async function codeOfResult(title: string): Promise<string> {
  const where = { title: { path: ["vi"], equals: title } };
  return (await db().result.findFirstOrThrow({ where, select: { code: true } })).code;
}

/** A partnership with its lead alone. Gives its code. */
async function foundForming(people: DemoPeople, until: Until, now: Date): Promise<string> {
  const at = daysBefore(now, FORMING.daysAgo);
  await until(at);
  const lead = bodyOf(people, FORMING.by);
  const { title, description, provinces } = FORMING;
  const proposal = proposeSchema.parse({
    ...{ leadId: lead.id, form: "CONTRACT_CONSORTIUM", provinceCodes: provinces, trlStart: "5", trlTarget: "8" },
    ...{ title_vi: title.vi, title_en: title.en, description_vi: description.vi, description_en: description.en },
    validFrom: dayInVietnam(now),
  });
  return legally(await propose(lead.representative, proposal, at)).code;
}

function inTime(a: Act, b: Act): number {
  return a.at.getTime() - b.at.getTime();
}

function bodyOf(people: DemoPeople, key: string): DemoOrganisation {
  const found = people.organisations.find((one) => one.key === key);
  if (!found) throw new Error(`The demonstration has no body ${key}.`);
  return found;
}

function daysBefore(now: Date, days: number): Date {
  const date = new Date(now.getTime() - days * DAY_MS);
  date.setUTCHours(3, 40, 0, 0);
  return date;
}
