import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { amender, type MemberFacts, maySign } from "#app/domain/partnerships/partnership.policy.ts";
import { isRunning } from "#app/domain/partnerships/partnership.ts";
import { leadOf, mayReadEvidence, verifierBody } from "#app/domain/partnerships/performance/performance.policy.ts";
import { isSettled, milestoneState, progressPpm, reaches } from "#app/domain/partnerships/performance/performance.ts";
import { findPerformance, type ReadEvidence } from "#app/domain/partnerships/performance/queries.server.ts";
import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { notFound } from "#app/web/guard.server.ts";
import { type EntryOf, entryIndex } from "../entry-index.server.ts";
import { memberFacts, partiesView } from "../partnership-view.server.ts";

/** A public partnership with its milestones, metrics, failures and completion. Throws what shows that there is none. */
export async function performancePage(actor: Actor | null, code: string | undefined, lang: Language) {
  const partnership = isCode("DA", code) ? await findPublicPartnership(code) : null;
  if (!partnership?.published) throw notFound();
  const [{ milestones, metrics, failures, completions }, entries] = await Promise.all([
    findPerformance(partnership.code),
    entriesOf("PARTNERSHIP", partnership.code),
  ]);
  const entryOf = entryIndex(entries);
  const today = dayInVietnam(new Date());
  const parties = partiesView(partnership.members, partnership.from);
  const joined = memberFacts(partnership.members);
  const mayRead = mayReadEvidence(actor, { isPublic: false }, joined);
  const withEvidence = <Row extends { evidence: ReadEvidence | null }>(row: Row) => ({
    ...row,
    evidence: row.evidence && shownEvidence(row.evidence, mayRead),
  });
  const partyOf = (id: string) => parties.find((party) => party.id === id) ?? null;
  const shown = milestones.map((milestone) => {
    const state = milestoneState(milestone.steps);
    const isLate = milestone.dueOn < today && (state === "PLANNED" || state === "RETURNED");
    const { number } = milestone;
    const steps = milestone.steps.map((step) => ({
      ...withEvidence(step),
      entryNo: entryOf([`milestone.${step.kind.toLowerCase()}`], { number, note: step.note }),
    }));
    const entryNo = entryOf(["milestone.planned"], { number });
    return { ...milestone, steps, state, isLate, party: partyOf(milestone.memberId), entryNo };
  });
  const base = `/${lang}/partnerships/${partnership.code}`;
  return {
    ...{ code: partnership.code, title: partnership.title, state: partnership.state, today, base },
    here: `${base}/milestones`,
    isRunning: isRunning(partnership.state),
    milestones: shown,
    progressPpm: progressPpm(shown),
    metrics: metrics.map((metric) => ({
      ...metric,
      party: partyOf(metric.memberId),
      entryNo: entryOf(["metric.added"], { number: metric.number }),
      readings: metric.readings.map((reading) => ({
        ...withEvidence(reading),
        entryNo: entryOf(["metric.read", "metric.verified"], { metric: metric.number, number: reading.number }),
        reaches: reaches(reading.value, metric.target, metric.direction),
      })),
    })),
    failures: failures.map((failure) => ({
      ...withEvidence(failure),
      ...failureOnRecord(entryOf, failure.number),
      party: partyOf(failure.memberId),
      isLate: failure.cureOn < today && failure.verified !== null && failure.cured === null,
    })),
    completions: completions.map((completion) => ({
      ...withEvidence(completion),
      ...completionOnRecord(entryOf, completion.number),
    })),
    hands: handsOf(actor, joined),
    parties: parties.map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id })),
  };
}
export type PerformancePage = Awaited<ReturnType<typeof performancePage>>;

function failureOnRecord(entryOf: EntryOf, number: number) {
  return {
    entryNo: entryOf(["failure.recorded"], { number }),
    verifiedNo: entryOf(["failure.verified"], { number }),
    curedNo: entryOf(["failure.cured"], { number }),
  };
}

function completionOnRecord(entryOf: EntryOf, number: number) {
  return {
    entryNo: entryOf(["partnership.completion-proposed"], { number }),
    answeredNo: entryOf(["partnership.completed", "partnership.completion-returned"], { number }),
  };
}

/** A document as this reader may know it: that it is there, and by its name whoever may open it. */
function shownEvidence({ id, name, sizeBytes, mediaType, isPublic }: ReadEvidence, mayRead: boolean) {
  return { id, name: isPublic || mayRead ? name : null, sizeBytes, mediaType };
}

function handsOf(actor: Actor | null, joined: readonly MemberFacts[]) {
  return {
    isLead: leadOf(actor, joined) !== null,
    isMember: amender(actor, joined) !== null,
    isVerifier: verifierBody(actor, joined) !== null,
    own: joined.filter((member) => maySign(actor, member)).map(({ id }) => id),
  };
}

export const ACTS = [
  ...(["plan", "report", "judge", "waive", "metric", "read", "check", "failure", "confirm", "cure"] as const),
  ...(["complete", "answer"] as const),
];
export type Act = (typeof ACTS)[number];

/** What each act is about, as choices; null where the reader may not do it, or there is nothing to do it to. */
export function choicesOf(page: PerformancePage, act: Act) {
  const { isLead, isMember, isVerifier, own } = page.hands;
  if (!page.isRunning) return null;
  const some = (may: boolean, list: { value: string; label: string }[]) => (may && list.length > 0 ? list : null);
  const milestones = (fits: (one: PerformancePage["milestones"][number]) => boolean) =>
    page.milestones.filter(fits).map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` }));
  const failures = (fits: (one: PerformancePage["failures"][number]) => boolean) =>
    page.failures
      .filter(fits)
      .map(({ number, description }) => ({ value: String(number), label: `${number}. ${description.slice(0, 80)}` }));
  const isOpen = page.completions.some(({ answer }) => answer === null);
  const byAct: Record<Act, () => { value: string; label: string }[] | null> = {
    plan: () => some(isLead, page.parties),
    metric: () => some(isLead, page.parties),
    failure: () => some(isMember, page.parties),
    report: () =>
      some(
        true,
        milestones(({ memberId, state }) => own.includes(memberId) && (state === "PLANNED" || state === "RETURNED")),
      ),
    judge: () =>
      some(
        isVerifier,
        milestones(({ state }) => state === "REPORTED"),
      ),
    waive: () =>
      some(
        isLead,
        milestones(({ state }) => !isSettled(state)),
      ),
    read: () =>
      some(
        true,
        page.metrics
          .filter(({ memberId }) => own.includes(memberId))
          .map(({ number, name, unit }) => ({ value: String(number), label: `${number}. ${name} (${unit})` })),
      ),
    check: () => some(isVerifier, uncheckedReadings(page)),
    confirm: () =>
      some(
        isVerifier,
        failures(({ verified }) => verified === null),
      ),
    cure: () =>
      some(
        isVerifier,
        failures(({ verified, cured }) => verified !== null && cured === null),
      ),
    complete: () => (isLead && page.state === "ACTIVE" && !isOpen ? page.parties : null),
    answer: () => (isVerifier && isOpen ? page.parties : null),
  };
  return byAct[act]();
}

function uncheckedReadings({ metrics }: PerformancePage) {
  return metrics.flatMap(({ number: metric, name, unit, readings }) =>
    readings
      .filter(({ verified }) => verified === null)
      .map(({ number, value }) => ({ value: `${metric}.${number}`, label: `${name}: ${value} ${unit}` })),
  );
}
