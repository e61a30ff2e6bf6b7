import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listAuthorities } from "#app/domain/partnerships/appraisals/queries.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { MoneyPage } from "#app/ui/partnerships/capital/money-page.tsx";
import { AskFields, DecideFields, JoinFields, SealFields } from "#app/ui/partnerships/risks/file-fields.tsx";
import { CloseFields, RiskFields } from "#app/ui/partnerships/risks/risk-fields.tsx";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { lossesAfter, RISK_ACTS, RISK_DEEDS, startOf } from "#app/web/partnerships/risks/risk-act.server.ts";
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
  const risk = page.risks.find(({ number }) => String(number) === form.values["risk"]);
  const file = page.files.find(({ number }) => String(number) === form.values["file"]);
  const isOfFile = act === "seal" || act === "join" || act === "ask" || act === "decide";
  const organisations = page.members.map(({ organisationId }) => organisationId);
  return {
    ...{ title: t(isOfFile ? `acceptance:act.${act}` : `risks:act.${act}`), act, form, code: page.code },
    here: isOfFile ? `${page.here}#files` : page.here,
    lede: t(isOfFile ? `acceptance:lede.${act}` : `risks:lede.${act}`),
    about: risk ? `${risk.number}. ${risk.versions[0]?.title ?? ""}` : null,
    parties: page.staying.map(({ id, key, house, names }) => ({
      ...{ id, key, house },
      name: pickText(names, lang)?.text ?? id,
    })),
    text: file?.text ?? null,
    losses: file
      ? lossesAfter(page, file).map((loss) => ({ value: `${loss.productCode}.${loss.number}`, label: lossLabel(loss) }))
      : [],
    authorities:
      act === "ask"
        ? (await listAuthorities(organisations)).map(({ id, names }) => ({
            value: id,
            label: pickText(names, lang)?.text ?? id,
          }))
        : [],
  };

  function lossLabel({ productCode, number, lossVnd }: { productCode: string; number: number; lossVnd: string }) {
    return t("acceptance:lossOf", {
      product: productCode,
      number: String(number),
      amount: formatter(lang).money(BigInt(lossVnd)),
    });
  }
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const act = actOr404(params["act"]);
  const page = await riskPage(actor, { code: params["code"], product: null, lang });
  const outcome = await RISK_DEEDS[act]({ actor, address: page.code, form: await readForm(), lang });
  return outcome.ok ? redirect(page.here) : sendBack(outcome.form, outcome.status);
});

export default function RiskAct() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? page.form;
  const { t } = useLanguage();
  return (
    <MoneyPage
      title={page.title}
      lede={page.about ? `${page.about}: ${page.lede}` : page.lede}
      back={{ label: `${page.code} · ${t("risks:title")}`, href: page.here }}
      form={form}
    >
      <Fields form={form} />
    </MoneyPage>
  );
}

function Fields({ form }: { form: FormState }) {
  const { act, parties, text, losses, authorities } = useLoaderData<typeof loader>();
  switch (act) {
    case "close":
      return <CloseFields form={form} />;
    case "seal":
      return <SealFields form={form} />;
    case "join":
      return <JoinFields text={text} form={form} />;
    case "ask":
      return <AskFields losses={losses} authorities={authorities} form={form} />;
    case "decide":
      return <DecideFields text={text} form={form} />;
    default:
      return <RiskFields isReview={act === "review"} parties={parties} form={form} />;
  }
}
