import type { Actor } from "#app/domain/accounts/actor.ts";
import { inviteBodySchema } from "#app/domain/monitoring/bodies/invitation.schema.ts";
import { inviteBody } from "#app/domain/monitoring/bodies/invite.server.ts";
import {
  type CampaignInput,
  campaignSchema,
  moveSchema,
  teamSchema,
} from "#app/domain/monitoring/campaigns/campaign.schema.ts";
import type { FoundCampaign } from "#app/domain/monitoring/campaigns/campaign.ts";
import { moveCampaign } from "#app/domain/monitoring/campaigns/move.server.ts";
import { changePlan, planCampaign } from "#app/domain/monitoring/campaigns/plan.server.ts";
import { joinTeam, leaveTeam } from "#app/domain/monitoring/campaigns/team.server.ts";
import { drawSample } from "#app/domain/monitoring/sampling/draw.server.ts";
import { freezePopulation } from "#app/domain/monitoring/sampling/freeze.server.ts";
import { drawSchema, populationSchema } from "#app/domain/monitoring/sampling/sample.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { isUuid, typedDay } from "#app/platform/typed.ts";
import type { Acted } from "#app/web/acted.server.ts";
import { blankForm, parseForm, typedValues } from "#app/web/form.server.ts";
import { actedByFront } from "./acted.server.ts";

/** What a form of the work on a campaign asks for. */
export async function actOnCampaign(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Acted> {
  switch (typed.get("intent")) {
    case "move":
      return actedByFront(parseForm(typed, moveSchema, lang), (value) => moveCampaign(actor, code, value), lang);
    case "team":
      return actedByFront(parseForm(typed, teamSchema, lang), (value) => joinTeam(actor, code, value), lang);
    case "invite":
      return actedByFront(parseForm(typed, inviteBodySchema, lang), (value) => inviteBody(actor, code, value), lang);
    case "population":
      return actedByFront(
        parseForm(typed, populationSchema, lang),
        (value) => freezePopulation(actor, code, value),
        lang,
      );
    case "draw":
      return actedByFront(parseForm(typed, drawSchema, lang), (value) => drawSample(actor, code, value), lang);
    case "leave": {
      const person = String(typed.get("person"));
      if (!isUuid(person)) return { ok: false, status: 422, form: blankForm(typedValues(typed)) };
      const form = { ok: true, value: person, form: blankForm() } as const;
      return actedByFront(form, (value) => leaveTeam(actor, code, value), lang);
    }
    default:
      return { ok: false, status: 422, form: blankForm(typedValues(typed)) };
  }
}

/** Saves a plan, new or not; `code` of the campaign to go to. */
export async function savePlanByForm(
  actor: Actor,
  code: string | null,
  typed: FormData,
  lang: Language,
): Promise<{ acted: Acted; code: string | null }> {
  let saved: string | null = null;
  const save = async (value: CampaignInput): Promise<Outcome<unknown>> => {
    const outcome = code === null ? await planCampaign(actor, value) : await changePlan(actor, code, value);
    if (outcome.ok) saved = outcome.value.code;
    return outcome;
  };
  const acted = await actedByFront(parseForm(typed, campaignSchema, lang), save, lang);
  return { acted, code: saved };
}

/** A plan as its form shows it again. */
export function planForm(campaign: FoundCampaign): FormState {
  const texts = LANGUAGES.flatMap((language) =>
    (["title", "question", "scope"] as const).map((name) => [`${name}_${language}`, campaign[name][language] ?? ""]),
  );
  const { ownerOrganisationId, legalBasis, subjectTypes, method, template, startsOn, endsOn } = campaign;
  return blankForm({
    ...Object.fromEntries(texts),
    ...{ ownerId: ownerOrganisationId, legalBasis, subjectTypes, method },
    template: template ? `${template.id} ${template.number}` : "",
    ...{ startsOn: typedDay(startsOn), endsOn: typedDay(endsOn) },
  });
}
