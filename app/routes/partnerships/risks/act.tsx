import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pickText } from "#app/platform/languages/texts.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { MoneyPage } from "#app/ui/partnerships/capital/money-page.tsx";
import { CloseFields, RiskFields } from "#app/ui/partnerships/risks/risk-fields.tsx";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { RISK_ACTS, RISK_DEEDS, startOf } from "#app/web/partnerships/risks/risk-act.server.ts";
import { riskPage } from "#app/web/partnerships/risks/risk-page.server.ts";

function actOr404(asked: string | undefined) {
  const act = RISK_ACTS.find((name) => name === asked);
  if (!act) throw notFound();
  return act;
}

export const loader = memberLoader(async ({ actor, params, url, lang, t }) => {
  const act = actOr404(params["act"]);
  const page = await riskPage(actor, { code: params["code"], product: null, lang });
  const form = startOf(page, act, url.searchParams.get("of"), lang);
  if (!form) throw redirect(page.here);
  const about = page.risks.find(({ number }) => String(number) === form.values["risk"]);
  return {
    ...{ title: t(`risks:act.${act}`), act, form, code: page.code, here: page.here },
    about: about ? `${about.number}. ${about.versions[0]?.title ?? ""}` : null,
    parties: page.parties.map(({ id, key, house, names }) => ({
      id,
      key,
      house,
      name: pickText(names, lang)?.text ?? id,
    })),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const act = actOr404(params["act"]);
  const page = await riskPage(actor, { code: params["code"], product: null, lang });
  const outcome = await RISK_DEEDS[act]({ actor, code: page.code, form: await readForm(), lang });
  return outcome.ok ? redirect(page.here) : sendBack(outcome.form, outcome.status);
});

export default function RiskAct() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? page.form;
  const { t } = useLanguage();
  const lede = t(`risks:lede.${page.act}`);
  return (
    <MoneyPage
      title={page.title}
      lede={page.about ? `${page.about}: ${lede}` : lede}
      back={{ label: `${page.code} · ${t("risks:title")}`, href: page.here }}
      form={form}
    >
      {page.act === "close" ? (
        <CloseFields form={form} />
      ) : (
        <RiskFields isReview={page.act === "review"} parties={page.parties} form={form} />
      )}
    </MoneyPage>
  );
}
