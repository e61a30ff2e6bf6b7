import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { mayVerify } from "#app/domain/organisations/organisation.policy.ts";
import { findOrganisation, listPeople } from "#app/domain/organisations/queries.server.ts";
import { verifyOrganisation } from "#app/domain/organisations/verify.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { OrganisationFacts } from "#app/ui/organisations/facts.tsx";
import { PeopleTable } from "#app/ui/organisations/people.tsx";
import { VerificationClock } from "#app/ui/organisations/verification-clock.tsx";
import { blankForm } from "#app/web/form.server.ts";
import { notFound, roleAction, roleLoader } from "#app/web/guard.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";

const OFFICERS = ["INTAKE", "RESULT_OFFICER"] as const;

export const loader = roleLoader(OFFICERS, async ({ params, lang, actor }) => {
  const organisation = await findOrganisation(params["organisation"]);
  if (!organisation) throw notFound();
  const { createdById, provinceCode, posts: _, ...shown } = organisation;
  if (params["organisation"] !== shown.code) throw redirect(`/${lang}/desk/organisations/${shown.code}`);
  const at = new Date();
  const [{ provinces }, obligations, { people }] = await Promise.all([
    loadCatalogue(),
    obligationsOf(shown.code, at),
    listPeople(shown.id),
  ]);
  return {
    title: pickText(shown.names, lang)?.text ?? shown.code,
    organisation: { ...shown, province: provinces.find((one) => one.code === provinceCode)?.names ?? null },
    representatives: people.filter((person) => person.representative),
    obligation: obligations[0] ?? null,
    today: dayInVietnam(at),
    mine: !mayVerify(actor, { id: shown.id, createdById }),
  };
});

export const action = roleAction(OFFICERS, async ({ params, lang, actor }) => {
  const organisation = await findOrganisation(params["organisation"]);
  if (!organisation) throw notFound();
  const outcome = await verifyOrganisation(actor, organisation.id);
  if (!outcome.ok) return sendRefusal(blankForm(), outcome, lang);
  return redirect(`/${lang}/desk/organisations/${outcome.value.code}`);
});

export default function OrganisationCase() {
  const { title, organisation, representatives, obligation, today, mine } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const queue = { label: t("organisations:desk.title"), href: `/${lang}/desk/organisations` };
  return (
    <Page crumbs={[queue, { label: title }]}>
      <Head
        eyebrow={
          <>
            <span>{t("obligations:kind.ORGANISATION_VERIFICATION")}</span>
            <span className="nw">{organisation.code}</span>
          </>
        }
        title={<Text of={organisation.names} />}
      />
      <ErrorSummary form={form} />
      {obligation ? <VerificationClock obligation={obligation} today={today} /> : null}
      <Section id="declared" title={t("organisations:desk.declared")}>
        <OrganisationFacts {...organisation} />
      </Section>
      <Section id="contact" title={t("organisations:desk.contact")}>
        <PeopleTable people={representatives} />
      </Section>
      <Verify scheme={organisation.scheme} code={organisation.code} verifiedAt={organisation.verifiedAt} mine={mine} />
    </Page>
  );
}

function Verify(props: { scheme: string; code: string; verifiedAt: string | null; mine: boolean }) {
  const { lang, t, format } = useLanguage();
  if (props.verifiedAt) {
    const date = format.date(format.dayOf(props.verifiedAt));
    return (
      <Section id="verify" title={t("organisations:desk.doneTitle")}>
        <p>{t("organisations:desk.doneText", { date })}</p>
        <p className="row">
          <a href={`/${lang}/organisations/${props.code}`}>{t("organisations:desk.seePage")}</a>
          <a href={`/${lang}/desk/organisations`}>{t("organisations:desk.back")}</a>
        </p>
      </Section>
    );
  }
  return (
    <Section id="verify" title={t("organisations:desk.verify")}>
      {props.mine ? (
        <Notice>
          <p>{t("refusals:OWN_ORGANISATION")}</p>
        </Notice>
      ) : (
        <div className="read flow">
          <p>{t(props.scheme === "VN-PORTAL" ? "organisations:desk.checkPortal" : "organisations:desk.check")}</p>
          <p>{t("organisations:desk.final")}</p>
          <Form>
            <Actions>
              <Submit>{t("organisations:desk.button")}</Submit>
            </Actions>
          </Form>
        </div>
      )}
    </Section>
  );
}
