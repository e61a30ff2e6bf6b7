import { useLoaderData } from "@remix-run/react";
import { listFrontBodies } from "#app/domain/monitoring/bodies/queries.server.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { FrontBodies } from "#app/ui/monitoring/bodies/body-parts.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ t }) => ({
  title: t("monitoring:spaces.title"),
  description: t("monitoring:spaces.lede"),
  bodies: await listFrontBodies(),
}));

export default function FrontBodyList() {
  const { title, bodies } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: t("monitoring:title"), href: `/${lang}/monitoring` }, { label: title }]}>
      <Head title={title} lede={t("monitoring:spaces.lede")} />
      {bodies.length === 0 ? (
        <EmptyState title={t("monitoring:spaces.none")}>{t("monitoring:noneText")}</EmptyState>
      ) : (
        <FrontBodies caption={title} bodies={bodies} />
      )}
    </Page>
  );
}
