import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Cards } from "#app/ui/lists/card.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

const PARTS = ["campaigns", "findings", "voices"] as const;

export const loader = publicLoader(async ({ t }) => ({
  title: t("monitoring:title"),
  description: t("monitoring:lede"),
}));

export default function Monitoring() {
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: t("monitoring:title") }]}>
      <Head title={t("monitoring:title")} lede={t("monitoring:lede")} />
      <EmptyState title={t("monitoring:none")} action={{ href: `/${lang}/obligations`, label: t("monitoring:action") }}>
        {t("monitoring:noneText")}
      </EmptyState>
      <Section id="will" title={t("monitoring:will")}>
        <Cards>
          {PARTS.map((part) => (
            <article className="card" key={part}>
              <h3>{t(`monitoring:items.${part}.title`)}</h3>
              <p>{t(`monitoring:items.${part}.text`)}</p>
            </article>
          ))}
        </Cards>
      </Section>
    </Page>
  );
}
