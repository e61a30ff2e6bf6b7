import type { CampaignBody } from "#app/domain/monitoring/campaigns/campaign.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The other bodies of the Front that work in a campaign. */
export function WorkingBodies({ bodies }: { bodies: readonly CampaignBody[] }) {
  const { lang, t } = useLanguage();
  if (bodies.length === 0) return null;
  return (
    <section aria-labelledby="bodies">
      <h2 className="h-s" id="bodies">
        {t("monitoring:bodies.working")}
      </h2>
      <ul className="flow tight">
        {bodies.map(({ id, code, name }) => (
          <li key={id}>
            <a href={`/${lang}/monitoring/bodies/${code}`}>
              <Text of={name} badge={false} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
