import { useLoaderData } from "@remix-run/react";
import { mayMonitor } from "#app/domain/monitoring/monitoring.policy.ts";
import { listSignals } from "#app/domain/monitoring/opinion/queries.server.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { SignalHit } from "#app/ui/monitoring/opinion/signal-parts.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ actor, url, t }) => {
  const asked = url.searchParams.get("about");
  const about = asked && /^[A-Z]{2}-\d{4}-\d{4,9}$/.test(asked) ? asked : null;
  return {
    title: about ? t("opinion:titleAbout", { code: about }) : t("opinion:title"),
    description: t("opinion:lede"),
    ...{ about, signals: await listSignals(actor, about), mayWrite: mayMonitor(actor) },
  };
});

export default function OpinionList() {
  const { title, about, signals, mayWrite } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const here = `/${lang}/monitoring/opinion`;
  return (
    <Page crumbs={[{ label: t("monitoring:title"), href: `/${lang}/monitoring` }, { label: t("opinion:title") }]}>
      <Head title={title} lede={t("opinion:lede")}>
        <p className="row">
          {mayWrite ? (
            <a className="btn" href={`${here}/new`}>
              {t("opinion:write")}
            </a>
          ) : null}
          {about ? (
            <a className="btn alt" href={here}>
              {t("opinion:all")}
            </a>
          ) : null}
          <a className="btn alt" href={`${here}.csv`}>
            {t("opinion:csv")}
          </a>
        </p>
      </Head>
      <Section id="signals" title={t("opinion:listed")}>
        {signals.length === 0 ? (
          <EmptyState title={t("opinion:none")} action={{ href: `/${lang}/monitoring`, label: t("monitoring:listed") }}>
            {t("opinion:noneText")}
          </EmptyState>
        ) : (
          <HitList>
            {signals.map((item) => (
              <SignalHit key={item.code} item={item} />
            ))}
          </HitList>
        )}
      </Section>
    </Page>
  );
}
