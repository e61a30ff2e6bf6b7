import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { findInterest } from "#app/domain/partnerships/calls/interests/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { isUuid } from "#app/platform/typed.ts";
import { callLabels } from "#app/ui/calls/call-form.tsx";
import { AnswerForm, InterestFacts, InterestWords, NextSection, WaitingSection } from "#app/ui/calls/interest-page.tsx";
import { bodyName, callCrumbs } from "#app/ui/calls/words.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { memberAction, memberLoader, notFound, type PageRequest, sendBack } from "#app/web/guard.server.ts";
import { actOnInterest } from "#app/web/partnerships/calls/call-form.server.ts";

/** The interest that the address names, for one of its two sides; for everybody else there is none. */
async function ownInterest({ params, actor }: PageRequest<Actor>) {
  const { code, interest } = params;
  const found = isCode("HT", code) && isUuid(interest) ? await findInterest(actor, interest) : null;
  if (found?.call.code !== code || !found) throw notFound();
  return found;
}

export const loader = memberLoader(async (page) => ({
  title: page.t("calls:interest.one"),
  interest: await ownInterest(page),
}));

export const action = memberAction(async (page) => {
  const { id, call } = await ownInterest(page);
  const answer = await actOnInterest(page.actor, { code: call.code, id }, await page.readForm(), page.lang);
  if (answer.ok) return redirect(`/${page.lang}/partnerships/calls/${call.code}/interests/${id}`, 303);
  if (answer.status === 404) throw notFound();
  return sendBack(answer.form, answer.status);
});

export default function Interest() {
  const { interest } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { call, state, isCaller, isInterested } = interest;
  const base = `/${lang}/partnerships/calls`;
  return (
    <Page
      crumbs={[
        ...callCrumbs(call.kind, lang, t),
        { label: call.code, href: `${base}/${call.code}` },
        { label: t("calls:interest.one") },
      ]}
    >
      <ErrorSummary form={form} labels={callLabels(t)} />
      <Head
        eyebrow={
          <>
            <span>{t("calls:interest.one")}</span>
            <Tag>{t(`calls:interest.state.${state}`)}</Tag>
          </>
        }
        title={bodyName(interest.from, lang)}
      />
      <div className="cols side-r">
        <div>
          <InterestWords interest={interest} />
          {state === "SENT" && isCaller ? <AnswerForm form={form} /> : null}
          {state === "SENT" && isInterested ? <WaitingSection /> : null}
          {state === "ACCEPTED" ? <NextSection interest={interest} /> : null}
        </div>
        <aside className="flow" aria-label={t("calls:about")}>
          <InterestFacts interest={interest} />
        </aside>
      </div>
    </Page>
  );
}
