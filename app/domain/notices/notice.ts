import { type SubjectType, subjectPath } from "#app/domain/obligations/board.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { typedDay } from "#app/platform/typed.ts";

/** One piece of news as its reader sees it. `title` is null where the reader may not know it (yet); instants in RFC 3339. */
export type Notice = {
  id: string;
  event: string;
  params: Record<string, string | number>;
  type: SubjectType;
  code: string;
  title: Texts | null;
  at: string;
  isRead: boolean;
};

/** What happened to one subject, newest first. */
export type NoticeGroupOfSubject = Pick<Notice, "type" | "code" | "title"> & { notices: Notice[] };

/** Gathers news by subject: the subject with the newest news first, and its news newest first, as they came. */
export function bySubject(notices: readonly Notice[]): NoticeGroupOfSubject[] {
  const groups = new Map<string, NoticeGroupOfSubject>();
  for (const notice of notices) {
    const { type, code, title } = notice;
    const key = `${type} ${code}`;
    const group = groups.get(key) ?? { type, code, title, notices: [] };
    group.notices.push(notice);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What a piece of news says, in one sentence that stands under its subject. An event without a sentence shows its key. */
export function noticeSentence(t: Translate, notice: Pick<Notice, "event" | "params">): string {
  const step = stepKey(notice);
  if (step && t.has(step)) return t(step);
  const key = `notices:event.${notice.event}`;
  if (!t.has(key)) return notice.event;
  const detail = detailOf(t, notice);
  return detail ? t("notices:detailed", { sentence: t(key), detail }) : t(key);
}

/** What makes one piece of news different from the next of its kind: how far the work is, what was linked, until when. */
function detailOf(t: Translate, { event, params }: Pick<Notice, "event" | "params">): string | null {
  const { percent, code, duty, search, finding, until } = params;
  if (typeof search === "string") return search;
  if (typeof finding === "string") return t("notices:served", { finding, until: String(until) });
  if (event === "reading.assigned")
    return t("notices:readings", { count: Number(params["count"]), until: String(until) });
  if (typeof percent === "number") return t("notices:percent", { percent });
  const dated = `notices:dated.${event}`;
  if (typeof until === "string" && t.has(dated)) return t(dated, { until: typedDay(until) });
  const kind = `obligations:kind.${duty}`;
  if (t.has(kind)) return t(kind);
  return event === "initiative.linked" && typeof code === "string" ? code : null;
}

/** A step has the words of its entry in the public record. */
function stepKey({ event, params }: Pick<Notice, "event" | "params">): string | null {
  const { state, kind } = params;
  if (event === "partnership.step") return typeof kind === "string" ? `record:kind.${kind}` : null;
  if (typeof state !== "string" || !event.endsWith(".step")) return null;
  return `record:kind.${event.replace(".step", "")}.${state.toLowerCase().replaceAll("_", "-")}`;
}

const DESKS: Record<string, string> = {
  "council.named": "/desk/evaluator/",
  "council.second-round": "/desk/evaluator/",
  "council.recused": "/desk/chair/",
};

/** Where the duty lies that a case was given for. */
const DUTY_DESKS: Record<string, string> = {
  INTAKE_CHECK: "/desk/intake/",
  COUNCIL_SET_UP: "/desk/chair/",
  EVALUATION: "/desk/chair/",
  APPEAL_REVIEW: "/desk/chair/",
  STEERING_SUBMISSION: "/desk/decisions/",
  DECISION: "/desk/decisions/",
};

/**
 * Where a piece of news leads, behind the language: the desk for who has to act there, what was said, changed or asked
 * for where that has a page of its own, else the page of its subject.
 */
export function noticePath(notice: Pick<Notice, "event" | "params" | "type" | "code">): string {
  const { event, params, type, code } = notice;
  const { version, obligation, comment, interest } = params;
  const { duty } = params;
  const desk = event === "case.assigned" ? (DUTY_DESKS[String(duty)] ?? "/desk/work/") : DESKS[event];
  if (desk) return desk + code;
  if (event === "reading.assigned") return "/monitoring/workbench";
  if (event === "campaign.invited") return `/monitoring/campaigns/${code}/invitation`;
  if (event.startsWith("extension.") && typeof obligation === "string") return `/obligations/${obligation}`;
  if (event === "initiative.edited" && typeof version === "number") return `/initiatives/${code}/versions/${version}`;
  if (event === "review.comments") return `/submit/${code}/comments`;
  if (typeof interest === "string") return `/partnerships/calls/${code}/interests/${interest}`;
  if (typeof comment === "string") return `/comments/${comment}`;
  const isSaid = type === "INITIATIVE" && /^(comment|question)\./.test(event);
  return subjectPath(isSaid ? "COMMENT" : type, code) ?? "/obligations";
}
