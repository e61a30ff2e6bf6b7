import { useLoaderData } from "@remix-run/react";
import { listDesk } from "#app/domain/initiatives/desk/queries.server.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { DeskTable } from "#app/ui/initiatives/desk/desk-table.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["INTAKE_HEAD", "STEERING"], async ({ t, actor }) => ({
  title: t("initiatives:desk.decisions.title"),
  items: await listDesk(actor, ["INTAKE_HEAD", "STEERING"], ["DECISION"]),
}));

export default function DecisionDesk() {
  const { title, items } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: title }]}>
      <Head title={title} lede={t("initiatives:desk.decisions.lede")} />
      <DeskTable caption={title} base={`/${lang}/desk/decisions`} items={items} />
    </Page>
  );
}
