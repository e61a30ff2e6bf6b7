import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languageSchema } from "#app/domain/accounts/account.schema.ts";
import { chooseLanguage, findProfile } from "#app/domain/accounts/profile/save-profile.server.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { listNotices } from "#app/domain/notices/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { listOwedBy } from "#app/domain/obligations/queries.server.ts";
import { acceptInvitation } from "#app/domain/organisations/accept-invitation.server.ts";
import { acceptSchema } from "#app/domain/organisations/organisation.schema.ts";
import { listInvitations } from "#app/domain/organisations/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { MyInvitations } from "#app/ui/accounts/my-invitations.tsx";
import { MyOrganisations } from "#app/ui/accounts/my-organisations.tsx";
import { MyProfile } from "#app/ui/accounts/my-profile.tsx";
import { MyWork } from "#app/ui/accounts/my-work.tsx";
import { PublicBoard } from "#app/ui/board/public-board.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { NoticeGroups } from "#app/ui/notices/notice-groups.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";

const NEWEST_NOTICES = 5;

export const loader = memberLoader(async ({ t, lang, actor }) => {
  const at = new Date();
  const [profile, invitations, owed, news, { fieldsOfScience }] = await Promise.all([
    findProfile(actor.personId),
    listInvitations(actor.email),
    listOwedBy(actor, at),
    listNotices(actor.personId, { limit: NEWEST_NOTICES, before: null }),
    loadCatalogue(),
  ]);
  const fields = fieldsOfScience
    .filter((field) => profile.fordCodes.includes(field.code))
    .flatMap((field) => pickText(field.names, lang)?.text ?? []);
  return {
    title: t("accounts:me.title"),
    profile: { ...profile, fields, language: actor.language },
    roles: actor.roles,
    affiliations: actor.affiliations,
    invitations,
    owed,
    news: news.items,
    today: dayInVietnam(at),
  };
});

export const action = memberAction(async ({ readForm, lang, actor }) => {
  const typed = await readForm();
  if (typed.get("intent") === "language") {
    const parsed = parseForm(typed, languageSchema, lang);
    if (!parsed.ok) return sendBack(parsed.form);
    await chooseLanguage(actor, parsed.value.language);
    return redirect(`/${parsed.value.language}/me`);
  }
  const parsed = parseForm(typed, acceptSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await acceptInvitation(actor, parsed.value);
  return outcome.ok ? redirect(`/${lang}/me#organisations`) : sendRefusal(parsed.form, outcome, lang);
});

export default function Me() {
  const { profile, roles, affiliations, invitations, owed, news, today } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page crumbs={[{ label: t("accounts:me.title") }]}>
      <ErrorSummary form={form} labels={{ post: t("accounts:me.post"), language: t("accounts:me.language") }} />
      <Head title={profile.name ?? t("accounts:me.title")} lede={t("accounts:me.lede")} />
      <Section id="turn" title={t("accounts:me.turn")}>
        {owed.length === 0 ? (
          <EmptyState title={t("accounts:me.noTurn")}>{t("accounts:me.noTurnText")}</EmptyState>
        ) : (
          <PublicBoard caption={t("accounts:me.turn")} items={owed} today={today} />
        )}
      </Section>
      <MyInvitations invitations={invitations} form={form} />
      <Section id="news" title={t("notices:newest")} aside={<a href={`/${lang}/me/notices`}>{t("notices:all")}</a>}>
        {news.length === 0 ? (
          <EmptyState title={t("notices:none")}>{t("notices:noneText")}</EmptyState>
        ) : (
          <NoticeGroups notices={news} />
        )}
      </Section>
      <MyWork roles={roles} />
      <MyOrganisations roles={roles} affiliations={affiliations} />
      <MyProfile profile={profile} form={form} />
    </Page>
  );
}
