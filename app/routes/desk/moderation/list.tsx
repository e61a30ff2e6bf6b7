import { useLoaderData } from "@remix-run/react";
import { listQueue } from "#app/domain/initiatives/moderation/queries.server.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { CommentQueue } from "#app/ui/initiatives/voice/comment-queue.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["INTAKE", "STEERING", "AUDITOR"], async ({ actor, t }) => ({
  title: t("voice:desk.title"),
  items: await listQueue(actor),
}));

export default function ModerationDesk() {
  const { items } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: t("desk:title"), href: `/${lang}/desk` }, { label: t("voice:desk.title") }]}>
      <Head title={t("voice:desk.title")} lede={t("voice:desk.lede")} />
      <Section id="queue" title={t("voice:desk.queue")} aside={t("desk:byDue")}>
        {items.length === 0 ? (
          <EmptyState title={t("voice:desk.none")}>{t("voice:desk.noneText")}</EmptyState>
        ) : (
          <CommentQueue items={items} />
        )}
      </Section>
    </Page>
  );
}
