import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { mayPose } from "#app/domain/initiatives/challenges/challenge.policy.ts";
import { findChallenge } from "#app/domain/initiatives/challenges/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { typedDay } from "#app/platform/typed.ts";
import { ChallengeForm, challengeLabels } from "#app/ui/challenges/forms.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { blankForm } from "#app/web/form.server.ts";
import { notFound, type PageRequest, roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { saveByForm } from "#app/web/initiatives/challenge-form.server.ts";

export const loader = roleLoader(["PARTY_REP"], async (page) => {
  const { actor, lang, t } = page;
  const challenge = await ownDraft(page);
  const catalogue = await loadCatalogue();
  return {
    title: t(challenge ? "challenges:edit" : "challenges:pose"),
    code: challenge?.code ?? null,
    owners: actor.affiliations
      .filter(({ organisationId, verified }) => verified && mayPose(actor, organisationId))
      .map(({ organisationId, names }) => ({
        value: organisationId,
        label: pickText(names, lang)?.text ?? organisationId,
      })),
    products: productsOn(catalogue, dayInVietnam(new Date())).map(({ code, names }) => ({
      value: code,
      label: names[lang],
    })),
    blank: blankForm(
      challenge
        ? {
            ...{ language: challenge.language, problem: challenge.problem, criteria: challenge.criteria },
            title: pickText(challenge.title, lang)?.text ?? "",
            productCodes: challenge.productCodes,
            budgetCeiling: challenge.budgetCeilingVnd ? formatter(lang).number(BigInt(challenge.budgetCeilingVnd)) : "",
            opensOn: challenge.opensOn ? typedDay(challenge.opensOn) : "",
            closesOn: challenge.closesOn ? typedDay(challenge.closesOn) : "",
          }
        : { language: lang, opensOn: typedDay(dayInVietnam(new Date())) },
    ),
  };
});

export const action = roleAction(["PARTY_REP"], async (page) => {
  const { code = null } = page.params;
  if (code !== null && !isCode("BT", code)) throw notFound();
  const saved = await saveByForm(page.actor, code, await page.readForm(), page.lang);
  if (saved.ok) return redirect(`/${page.lang}/challenges/${saved.value.code}`, 303);
  if (saved.ok === false || saved.status === 404) throw notFound();
  return sendBack(saved.form, saved.status);
});

/** The draft that the address names; null for a new one. What is published is changed by nobody. */
async function ownDraft({ params, actor }: PageRequest<Actor>) {
  const { code } = params;
  if (code === undefined) return null;
  const challenge = isCode("BT", code) ? await findChallenge(actor, code) : null;
  if (!challenge?.mayRun || challenge.state !== "DRAFT") throw notFound();
  return challenge;
}

export default function EditChallenge() {
  const { title, owners, products, blank } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? blank;
  return (
    <Page crumbs={[{ label: t("challenges:title"), href: `/${lang}/challenges` }, { label: title }]}>
      <div className="read formpage">
        <ErrorSummary form={form} labels={challengeLabels(t)} />
        <Head title={title} lede={t("challenges:editLede")} />
        {owners.length === 0 ? (
          <EmptyState title={t("challenges:noBody")}>{t("challenges:noBodyText")}</EmptyState>
        ) : (
          <ChallengeForm form={form} owners={owners} products={products} />
        )}
      </div>
    </Page>
  );
}
