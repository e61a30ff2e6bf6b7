import { must } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { assign } from "#app/domain/initiatives/implementation/assign.server.ts";
import { begin } from "#app/domain/initiatives/implementation/begin.server.ts";
import { close } from "#app/domain/initiatives/implementation/close.server.ts";
import type { Closing } from "#app/domain/initiatives/implementation/implementation.ts";
import { report } from "#app/domain/initiatives/implementation/report.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";

type Given = Parameters<typeof assign>[2];

/** The steering body gives an accepted initiative to a body; what is not given is a whole, legal assignment. */
export async function assignTo(
  steering: Actor,
  code: string,
  ownerId: string,
  given: Partial<Given> = {},
  at = new Date(),
): Promise<void> {
  const dueOn = dayInVietnam(new Date(at.getTime() + 200 * 86_400_000));
  const product = "Mười hai bộ thiết bị chạy ổn định sáu tháng tại hiện trường, kèm hồ sơ vận hành.";
  const usual: Given = {
    ...{ ownerId, chiefPost: "Trưởng phòng Kỹ thuật", chiefEmail: "", expectedProduct: product, dueOn },
    ...{ funding: "Dòng 371, dự toán 2026", language: "vi" },
  };
  must(await assign(steering, code, { ...usual, ...given }, at));
}

/** The owner body takes the work up. */
export async function beginAs(owner: Actor, code: string, at = new Date()): Promise<void> {
  must(await begin(owner, code, at));
}

/** One progress report of the owner body; the report of the whole work names its evidence. */
export async function reportAs(
  owner: Actor,
  code: string,
  percent: number,
  words: { note?: string; evidence?: string } = {},
  at = new Date(),
): Promise<void> {
  const note = words.note ?? "Đã lắp và chạy thử tại hai điểm đo; số liệu ổn định, chưa có sự cố.";
  const evidence = words.evidence ?? (percent === 100 ? "Biên bản nghiệm thu số 14, ngày ký ghi trong biên bản." : "");
  must(await report(owner, code, { percent, note, evidence, language: "vi" }, at));
}

/** A verifier of another body says how it ended. */
export async function closeAs(
  verifier: Actor,
  code: string,
  closing: Closing = "CLOSED_APPLIED",
  evidence = "Đã xem thiết bị chạy tại hiện trường và đối chiếu nhật ký vận hành sáu tháng với biên bản nghiệm thu.",
  at = new Date(),
): Promise<void> {
  must(await close(verifier, code, { closing, evidence, language: "vi" }, at));
}
