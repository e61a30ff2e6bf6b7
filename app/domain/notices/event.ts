/**
 * What people are told of, in the groups in which they choose. `followed` goes to whoever follows the subject; the others
 * go to the people whom the command names.
 */
export const NOTICE_EVENTS = {
  "initiative.step": "progress",
  "initiative.decided": "progress",
  "initiative.edited": "progress",
  "initiative.implementation": "progress",
  "initiative.linked": "progress",
  "author.invited": "invitation",
  "author.confirmed": "invitation",
  "council.named": "invitation",
  "council.recused": "case",
  "council.second-round": "case",
  "case.assigned": "case",
  "initiative.defaulted": "case",
  "review.comments": "case",
  "appeal.filed": "case",
  "extension.requested": "case",
  "extension.answered": "case",
  "comment.posted": "voice",
  "question.asked": "voice",
  "question.answered": "voice",
  "comment.moderated": "voice",
  "challenge.opened": "challenge",
  "challenge.answered": "challenge",
  "call.opened": "call",
  "call.ended": "call",
  "call.ending": "call",
  "call.renewed": "call",
  "call.interest": "call",
  "call.answered": "call",
  "partnership.step": "progress",
  "result.step": "progress",
  "result.stale": "progress",
  "result.confirmed": "progress",
  "campaign.invited": "case",
  "campaign.invitation-answered": "case",
  "reading.assigned": "case",
  "recommendation.served": "case",
  "result.reported": "progress",
  "result.report-answered": "progress",
  "result.discontinued": "progress",
  "search.found": "search",
} as const;
export type NoticeEvent = keyof typeof NOTICE_EVENTS;

/** The groups in the order in which people choose. The database knows them too (notice, notice_preference). */
export const NOTICE_GROUPS = ["progress", "search", "voice", "challenge", "call", "invitation", "case"] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

/** The group of an event. */
export function groupOf(event: NoticeEvent): NoticeGroup {
  return NOTICE_EVENTS[event];
}

/** How often the digest comes; the weekly one on Mondays, in Vietnam. */
export const DIGEST_FREQUENCIES = ["DAILY", "WEEKLY", "NEVER"] as const;
export type DigestFrequency = (typeof DIGEST_FREQUENCIES)[number];
