import { legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { answerExtension } from "#app/domain/extensions/answer-extension.server.ts";
import { requestExtension } from "#app/domain/extensions/request-extension.server.ts";
import { addDays } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";

/** Who asks for more time on which clock, who answers, and what became of it; null where nobody asks. */
export type TimeStory = {
  code: string;
  kind: "EVALUATION" | "COMPLETION";
  asks: Actor;
  answers: Actor;
  moreTime: "asked" | "granted" | "refused" | null;
  moreDays: number;
};

const REASONS = {
  EVALUATION:
    "Hai chuyên gia đang đi khảo sát tại hiện trường nên chưa chấm xong; hội đồng cần thêm thời gian để đủ phiếu.",
  COMPLETION: "Bản vẽ hoàn công phải xin lại ở xưởng chế tạo, xưởng hẹn giao trong tuần tới.",
} as const;

const ANSWERS = {
  granted: "Lý do rõ và kiểm chứng được. Hội đồng báo tiến độ mỗi tuần một lần cho đến hạn mới.",
  refused: "Hội đồng có thể cử người thay ngay trong tuần; người nộp đã chờ đủ lâu.",
} as const;

/** Somebody asks for more time on a day, and somebody else answers two days later. */
export async function tellTime(
  { code, kind, asks, answers, moreTime, moreDays }: TimeStory,
  when: (day: number) => Date,
  day: number,
  until: Until,
): Promise<void> {
  if (moreTime === null) return;
  await until(when(day));
  const open = (await obligationsOf(code, when(day))).find((one) => one.kind === kind && one.endedOn === null);
  if (!open?.dueOn) return;
  const request = { untilOn: addDays(open.dueOn, moreDays), reason: REASONS[kind] };
  legally(await requestExtension(asks, open.id, request, when(day)));
  if (moreTime === "asked") return;
  await until(when(day + 2));
  const answer = { answer: moreTime, reason: ANSWERS[moreTime] };
  legally(await answerExtension(answers, open.id, answer, when(day + 2)));
}
