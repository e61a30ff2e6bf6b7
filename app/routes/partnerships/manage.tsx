import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor, House } from "#app/domain/accounts/actor.ts";
import { openAgreementSchema } from "#app/domain/partnerships/agreements/agreement.schema.ts";
import { openAgreement } from "#app/domain/partnerships/agreements/open-agreement.server.ts";
import { isSeeking } from "#app/domain/partnerships/calls/call.ts";
import { inviteMember } from "#app/domain/partnerships/members/invite.server.ts";
import { joinPartnership } from "#app/domain/partnerships/members/join.server.ts";
import { leaveBeforeSigning } from "#app/domain/partnerships/members/leave.server.ts";
import { findInsidePartnership } from "#app/domain/partnerships/members/queries.server.ts";
import { mayReadVariants } from "#app/domain/partnerships/partnership.policy.ts";
import { inviteSchema, memberSchema } from "#app/domain/partnerships/partnership.schema.ts";
import { missingHouses } from "#app/domain/partnerships/partnership.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";
import { AgreementRows } from "#app/ui/partnerships/manage/agreement-rows.tsx";
import { InviteForm } from "#app/ui/partnerships/manage/invite-form.tsx";
import { MemberRows } from "#app/ui/partnerships/manage/member-rows.tsx";
import { OpenAgreementForm } from "#app/ui/partnerships/manage/open-agreement-form.tsx";
import { PartnershipHead } from "#app/ui/partnerships/partnership-head.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { manageView } from "#app/web/partnerships/manage-view.server.ts";

async function insideOr404(actor: Actor, code: string | undefined) {
  const found = isCode("DA", code) ? await findInsidePartnership(actor, code) : null;
  if (!found) throw notFound();
  return found;
}

export const loader = memberLoader(async ({ actor, params, lang, t, url }) => {
  const partnership = await insideOr404(actor, params["code"]);
  const { agreements: _agreements, members, ...head } = partnership;
  return {
    title: `${t("partnerships:manage.title")} ${partnership.code}`,
    partnership: { ...head, published: true },
    isPublic: partnership.published,
    mayWeigh: mayReadVariants(actor, members),
    missing: missingHouses(members.filter(({ joined, left }) => joined && !left)),
    ...(await manageView(actor, partnership, lang)),
    // whom an accepted interest leads to
    invited: url.searchParams.get("organisation") ?? "",
    seeks: isSeeking(partnership.state),
  };
});

type Sent = { ok: true; outcome: Outcome<unknown>; form: FormState } | { ok: false; form: FormState };

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code } = await insideOr404(actor, params["code"]);
  const form = await readForm();
  const intent = form.get("intent");
  const sent = await carryOut(actor, code, intent, form, lang);
  const extra = { intent: typeof intent === "string" ? intent : "" };
  if (!sent.ok) return sendBack(sent.form, 422, extra);
  if (!sent.outcome.ok) return sendBack(withRefusal(sent.form, sent.outcome, lang), 409, extra);
  // who declined sees the partnership no more
  const stillInside = await findInsidePartnership(actor, code);
  return redirect(stillInside ? `/${lang}/partnerships/${code}/manage` : `/${lang}/me/partnerships`);
});

async function carryOut(actor: Actor, code: string, intent: unknown, form: FormData, lang: Language): Promise<Sent> {
  if (intent === "invite") {
    const parsed = parseForm(form, inviteSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await inviteMember(actor, code, parsed.value) } : parsed;
  }
  if (intent === "open") {
    const parsed = parseForm(form, openAgreementSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await openAgreement(actor, code, parsed.value) } : parsed;
  }
  const parsed = parseForm(form, memberSchema, lang);
  if (!parsed.ok) return parsed;
  const { memberId } = parsed.value;
  const answer = intent === "join" ? joinPartnership : leaveBeforeSigning;
  if (intent !== "join" && intent !== "leave") return { ...parsed, outcome: refuse("UNKNOWN") };
  return { ...parsed, outcome: await answer(actor, code, memberId) };
}

export default function ManagePartnership() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { lang, t } = useLanguage();
  const { partnership } = page;
  const base = `/${lang}/partnerships/${partnership.code}`;
  const formOf = (intent: string) => (sent && "intent" in sent && sent.intent === intent ? sent.form : EMPTY_FORM);
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: partnership.code, href: base },
        { label: t("partnerships:manage.title") },
      ]}
    >
      {sent ? <ErrorSummary form={sent.form} /> : null}
      <PartnershipHead partnership={partnership} manageHref={null} />
      {page.isPublic ? null : <Notice>{t("partnerships:manage.notPublic")}</Notice>}
      <Section id="members" title={t("partnerships:manage.members")}>
        <MemberRows members={page.members} />
        <MissingHouses houses={page.missing} callFor={page.isLead && page.seeks ? partnership.code : null} />
      </Section>
      {page.isLead ? (
        <Section id="invite" title={t("partnerships:manage.inviteTitle")}>
          <div className="read">
            <InviteForm organisations={page.organisations} form={formOf("invite")} invited={page.invited} />
          </div>
        </Section>
      ) : null}
      <Section
        id="agreements"
        title={t("partnerships:manage.agreements")}
        aside={t("partnerships:manage.onePerProduct")}
      >
        {page.agreements.length === 0 ? (
          <EmptyState title={t("partnerships:manage.noAgreement")}>
            {t("partnerships:manage.noAgreementText")}
          </EmptyState>
        ) : (
          <AgreementRows base={base} agreements={page.agreements} mayWeigh={page.mayWeigh} />
        )}
      </Section>
      {page.isLead && page.missing.length === 0 ? (
        <Section id="open" title={t("partnerships:manage.openTitle")}>
          <div className="read">
            <OpenAgreementForm
              products={page.products}
              days={page.days}
              form={formOf("open")}
              isFresh={formOf("open") === EMPTY_FORM}
            />
          </div>
        </Section>
      ) : null}
    </Page>
  );
}

/** The houses without a member, and the way to look for one while the partnership is forming. */
function MissingHouses(props: { houses: readonly House[]; callFor: string | null }) {
  const { lang, t } = useLanguage();
  if (props.houses.length === 0) return null;
  const houses = props.houses.map((house) => t(`house:${house}`)).join(", ");
  return (
    <>
      <Notice warn>{t("partnerships:manage.missing", { houses })}</Notice>
      {props.callFor ? (
        <p className="row">
          <a className="btn alt" href={`/${lang}/partnerships/calls/new?partnership=${props.callFor}`}>
            {t("calls:writeForHouse")}
          </a>
        </p>
      ) : null}
    </>
  );
}
