import { useLoaderData } from "@remix-run/react";
import { listDesk } from "#app/domain/initiatives/desk/queries.server.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { DeskTable } from "#app/ui/initiatives/desk/desk-table.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["INTAKE"], async ({ t, actor }) => ({
  title: t("initiatives:desk.intake.title"),
  items: await listDesk(actor, ["INTAKE"], ["INTAKE_CHECK", "STEERING_SUBMISSION"]),
}));

export default function IntakeDesk() {
  const { title, items } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: title }]}>
      <Head title={title} lede={t("initiatives:desk.intake.lede")} />
      <DeskTable caption={title} base={`/${lang}/desk/intake`} items={items} />
    </Page>
  );
}
