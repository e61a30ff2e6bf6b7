import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { findChallenge, listOwnAnswers } from "#app/domain/initiatives/challenges/queries.server.ts";
import { isAccepted } from "#app/domain/initiatives/implementation/implementation.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { newestOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { challengeLabels, OwnerForms } from "#app/ui/challenges/forms.tsx";
import { AnswerSection, AnswerWith, ChallengeFacts, ChallengeHead, EndSection } from "#app/ui/challenges/parts.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { InitiativeClock } from "#app/ui/initiatives/initiative-clock.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";
import { FollowBar } from "#app/ui/notices/follow-bar.tsx";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { actOnChallenge } from "#app/web/initiatives/challenge-form.server.ts";

export const loader = publicLoader(async ({ params, lang, actor }) => {
  const { code } = params;
  const challenge = isCode("BT", code) ? await findChallenge(actor, code) : null;
  if (!challenge) throw notFound();
  const at = new Date();
  const [catalogue, obligations, drafts, entries] = await Promise.all([
    loadCatalogue(),
    obligationsOf(challenge.code, at),
    listOwnAnswers(actor, challenge.code),
    newestOf("CHALLENGE", challenge.code, 1),
  ]);
  const words = pickText(challenge.title, lang)?.text;
  return {
    title: words ? `${challenge.code}: ${words}` : challenge.code,
    description: challenge.problem.slice(0, 300),
    challenge,
    drafts,
    entry: entries[0] ?? null,
    open: obligations.find((one) => one.endedOn === null) ?? null,
    today: dayInVietnam(at),
    products: catalogue.products
      .filter((one) => challenge.productCodes.includes(one.code))
      .map((one) => ({ code: one.code, name: one.names[lang] })),
  };
});

export const action = memberAction(async (page) => {
  const { code } = page.params;
  if (!isCode("BT", code)) throw notFound();
  const answer = await actOnChallenge(page.actor, code, await page.readForm(), page.lang);
  if (answer.ok) return redirect(`/${page.lang}/challenges/${code}`, 303);
  if (answer.status === 404) throw notFound();
  return sendBack(answer.form, answer.status);
});

export default function Challenge() {
  const { challenge, drafts, entry, open, today, products } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { code, state, language, problem, criteria, answers } = challenge;
  const accepted = answers.filter((one) => isAccepted(one.state));
  const isGone = state === "WITHDRAWN";
  return (
    <Page
      crumbs={[
        { label: t("initiatives:list.title"), href: `/${lang}/initiatives` },
        { label: t("challenges:title"), href: `/${lang}/challenges` },
        { label: code },
      ]}
    >
      <ErrorSummary form={form} labels={challengeLabels(t)} />
      <ChallengeHead challenge={challenge} />
      {state === "DRAFT" || isGone ? null : <FollowBar subject={{ type: "CHALLENGE", code }} />}
      <div className="cols side-r">
        <div>
          {open ? <InitiativeClock obligation={open} today={today} /> : null}
          <EndSection challenge={challenge} />
          {isGone ? null : (
            <>
              <Section id="problem" title={t("challenges:field.problem")}>
                <Prose text={problem} lang={language} />
              </Section>
              <Section id="criteria" title={t("challenges:field.criteria")}>
                <Prose text={criteria} lang={language} />
              </Section>
              <AnswerWith code={code} drafts={drafts} isOpen={challenge.isAnswerable} form={form} />
              {state === "DRAFT" ? null : <AnswerSection answers={answers} answeredBy={challenge.answeredBy} />}
            </>
          )}
          {challenge.mayRun && !isGone && state !== "ANSWERED" ? (
            <Section id="run" title={t("challenges:run")}>
              {state === "DRAFT" ? (
                <p>
                  <a href={`/${lang}/challenges/${code}/edit`}>{t("challenges:edit")}</a>
                </p>
              ) : null}
              <OwnerForms
                form={form}
                state={state}
                isStated={challenge.statedAt !== null}
                accepted={accepted.map((one) => ({ value: one.code, label: one.code }))}
              />
            </Section>
          ) : null}
          {entry ? <RecordSeal {...entry} /> : null}
        </div>
        <aside className="flow" aria-label={t("challenges:about")}>
          <ChallengeFacts challenge={challenge} products={products} />
        </aside>
      </div>
    </Page>
  );
}
