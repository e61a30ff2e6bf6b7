import { SEVERITIES } from "#app/domain/monitoring/findings/finding.ts";
import { EVERY_FINDING, EVERY_RECOMMENDATION, type OpenBody } from "#app/domain/monitoring/open-data/open-data.ts";
import {
  countFound,
  listAddressees,
  listOpenCampaigns,
  listOpenFindings,
  listOpenRecommendations,
} from "#app/domain/monitoring/open-data/queries.server.ts";
import { CRITICALITIES, PROGRESSES, STATUSES } from "#app/domain/monitoring/recommendations/recommendation.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { narrowing, paged } from "#app/ui/lists/addresses.ts";
import type { PageRequest } from "#app/web/guard.server.ts";

const PER_PAGE = 20;
const MOST_CAMPAIGNS = 100;
const VIEWS = ["overdue", "unanswered", "priority"] as const;

/** One page of the published recommendations, narrowed as the address asks. Three statements. */
export async function recommendationList({ url, lang, t }: PageRequest<unknown>) {
  const at = new Date();
  const [countOf, addressees] = await Promise.all([countFound(at), listAddressees()]);
  const labels = {
    view: new Map<string, string>(VIEWS.map((view) => [view, t(`monitoring:view.${view}`)])),
    status: new Map<string, string>(STATUSES.map((status) => [status, t(`monitoring:status.${status}`)])),
    progress: new Map<string, string>(PROGRESSES.map((one) => [one, t(`monitoring:progress.${one}`)])),
    criticality: new Map<string, string>(CRITICALITIES.map((one) => [one, t(`monitoring:criticality.${one}`)])),
    addressee: bodyLabels(addressees, lang),
  };
  const chosen = {
    view: chosenOf(url, "view", labels.view),
    status: chosenOf(url, "status", labels.status),
    progress: chosenOf(url, "progress", labels.progress),
    criticality: chosenOf(url, "criticality", labels.criticality),
    addressee: chosenOf(url, "addressee", labels.addressee),
  };
  const { items, next } = await listOpenRecommendations(
    {
      ...EVERY_RECOMMENDATION,
      ...{ statuses: chosen.status, progresses: chosen.progress, criticalities: chosen.criticality },
      addressees: chosen.addressee,
      isOverdue: chosen.view.includes("overdue") || null,
      isAnswered: chosen.view.includes("unanswered") ? false : null,
      isPriority: chosen.view.includes("priority") || null,
    },
    { limit: PER_PAGE, after: url.searchParams.get("after") },
    at,
  );
  return {
    ...{ items, today: dayInVietnam(at) },
    ...narrowing(url, {
      ...{ names: ["view", "status", "progress", "criticality", "addressee"] as const, labels, chosen },
      legendOf: (name) => t(`monitoring:filter.${name}`),
      countOf,
    }),
    ...placed(url, next),
  };
}

/** One page of the published findings, narrowed as the address asks. Three statements. */
export async function findingList({ url, lang, t }: PageRequest<unknown>) {
  const [countOf, addressees, campaigns] = await Promise.all([
    countFound(),
    listAddressees(),
    listOpenCampaigns({ states: [], owners: [], types: [] }, { limit: MOST_CAMPAIGNS, after: null }),
  ]);
  const labels = {
    severity: new Map<string, string>(SEVERITIES.map((one) => [one, t(`monitoring:severity.${one}`)])),
    campaign: new Map(campaigns.items.map(({ code, title }) => [code, pickText(title, lang)?.text ?? code])),
    addressee: bodyLabels(addressees, lang),
  };
  const chosen = {
    severity: chosenOf(url, "severity", labels.severity),
    campaign: chosenOf(url, "campaign", labels.campaign),
    addressee: chosenOf(url, "addressee", labels.addressee),
  };
  const { items, next } = await listOpenFindings(
    { ...EVERY_FINDING, severities: chosen.severity, campaigns: chosen.campaign, addressees: chosen.addressee },
    { limit: PER_PAGE, after: url.searchParams.get("after") },
  );
  return {
    items,
    ...narrowing(url, {
      ...{ names: ["severity", "campaign", "addressee"] as const, labels, chosen },
      legendOf: (name) => t(`monitoring:filter.${name}`),
      countOf: (name, value) => countOf(name === "addressee" ? "found-of" : name, value),
    }),
    ...placed(url, next),
  };
}

/** The values of a filter that the address asks for, of those that there are. */
function chosenOf(url: URL, name: string, labels: ReadonlyMap<string, string>): string[] {
  const asked = new Set(url.searchParams.getAll(name));
  return [...labels.keys()].filter((value) => asked.has(value));
}

function bodyLabels(bodies: readonly OpenBody[], lang: Language): Map<string, string> {
  return new Map(bodies.map(({ code, name }) => [code, pickText(name, lang)?.text ?? code]));
}

function placed(url: URL, next: string | null) {
  const isFirst = !url.searchParams.has("after");
  return { isFirst, firstHref: paged(url, null), nextHref: next ? paged(url, next) : null };
}
