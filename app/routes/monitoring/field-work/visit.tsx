import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findVisit } from "#app/domain/monitoring/field-work/queries.server.ts";
import { mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice, Tag } from "#app/ui/marks/notice.tsx";
import { Photographs, Presences, VisitFacts } from "#app/ui/monitoring/field-work/visit-parts.tsx";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { actOnVisit } from "#app/web/monitoring/field-form.server.ts";
import { frontAlone, intentOf } from "#app/web/monitoring/found-form.server.ts";

export const loader = publicLoader(async ({ actor, params, t }) => {
  const { code } = params;
  const found = isCode("BB", code) ? await findVisit(actor, code) : null;
  if (!found) throw notFound();
  const isInside = mayWork(actor, found);
  const isField = isInside && found.campaignState === "FIELDWORK";
  const own = found.presences.find(({ personId }) => personId === actor?.personId);
  return {
    title: t("fieldwork:visitOf", { key: found.subjectKey }),
    ...{ visit: found, isInside, isField },
    maySign: isField && own?.signedAt === null,
    mayChange: isField && found.presences.every(({ signedAt }) => signedAt === null),
    mayChoose: isInside && found.publishedAt === null,
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  const typed = await readForm();
  await frontAlone(actor, `visit.${intentOf(typed)}`, code);
  if (!isCode("BB", code)) throw notFound();
  const acted = await actOnVisit(actor, code, typed, lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/visits/${code}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function VisitPage() {
  const { title, visit, isInside } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const campaign = `/${lang}/monitoring/campaigns/${visit.campaign}`;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: visit.campaign, href: campaign },
        { label: t("fieldwork:title"), href: `${campaign}/field-work` },
        { label: visit.code },
      ]}
    >
      <ErrorSummary form={form} labels={{}} />
      <Head
        eyebrow={
          <>
            <Tag>{t("fieldwork:visit")}</Tag>
            <span className="nw">{visit.code}</span>
            {visit.isSigned ? null : <Tag>{t("fieldwork:notSigned")}</Tag>}
          </>
        }
        title={title}
      />
      {visit.publishedAt === null ? <Notice warn>{t("fieldwork:embargo")}</Notice> : null}
      {isInside && !visit.isPublic ? <Notice>{t("fieldwork:insideOnly")}</Notice> : null}
      <div className="cols side-r">
        <div>
          <Section id="seen" title={t("fieldwork:field.seen")}>
            <p className="read pre">
              <Foreign lang={visit.language}>{visit.seen}</Foreign>
            </p>
          </Section>
          {visit.agreed ? (
            <Section id="agreed" title={t("fieldwork:field.agreed")}>
              <p className="read pre">
                <Foreign lang={visit.language}>{visit.agreed}</Foreign>
              </p>
            </Section>
          ) : null}
          <Pictures />
          <Section id="signed" title={t("fieldwork:signatures")}>
            <Presences presences={visit.presences} />
            <Sign />
          </Section>
        </div>
        <aside className="flow" aria-label={t("fieldwork:about")}>
          <VisitFacts visit={visit} />
        </aside>
      </div>
    </Page>
  );
}

function Pictures() {
  const { visit, isInside, isField, mayChoose } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Section id="photographs" title={t("fieldwork:photographs")}>
      {visit.photographs.length === 0 ? (
        <EmptyState title={t("fieldwork:photographsNone")} />
      ) : (
        <Photographs photographs={visit.photographs} isInside={isInside} mayChoose={mayChoose} />
      )}
      {isField ? (
        <p>
          <a className="btn alt" href={`/${lang}/monitoring/visits/${visit.code}/photographs`}>
            {t("fieldwork:addPhotograph")}
          </a>
        </p>
      ) : null}
    </Section>
  );
}

function Sign() {
  const { visit, maySign, mayChange } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  if (!maySign && !mayChange) return null;
  return (
    <Form>
      <p className="row">
        {maySign ? (
          <Submit name="intent" value="sign">
            {t("fieldwork:sign")}
          </Submit>
        ) : null}
        {mayChange ? (
          <a className="btn alt" href={`/${lang}/monitoring/visits/${visit.code}/edit`}>
            {t("fieldwork:changeVisit")}
          </a>
        ) : null}
      </p>
    </Form>
  );
}
