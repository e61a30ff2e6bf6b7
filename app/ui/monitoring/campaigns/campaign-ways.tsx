import type { CampaignState } from "#app/domain/monitoring/campaigns/campaign.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** From the management of a campaign to the plan while it can change, to the field work, and to what the public says of the draft. */
export function CampaignWays({ code, state, isDrafted }: { code: string; state: CampaignState; isDrafted: boolean }) {
  const { lang, t } = useLanguage();
  const here = `/${lang}/monitoring/campaigns/${code}`;
  return (
    <p className="row">
      {state === "PLANNED" ? (
        <a className="btn alt" href={`${here}/edit`}>
          {t("monitoring:edit")}
        </a>
      ) : (
        <a className="btn alt" href={`${here}/field-work`}>
          {t("fieldwork:title")}
        </a>
      )}
      {isDrafted ? (
        <a className="btn alt" href={`${here}/public-comment/desk`}>
          {t("consultation:desk")}
        </a>
      ) : null}
    </p>
  );
}
