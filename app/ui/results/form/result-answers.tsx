import type { ResultPart } from "#app/domain/results/result.schema.ts";
import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Text } from "#app/ui/foreign.tsx";
import { type Answer, CheckAnswers } from "#app/ui/form/check-answers.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { ResultLabels } from "#app/ui/results/labels.ts";
import type { ResultView } from "#app/ui/results/view.ts";

type Row = [part: ResultPart, label: string, answer: Answer["answer"]];

/** Everything that was answered, part by part, as others will read it; `base` is the address of the parts. */
export function ResultAnswers(props: { result: ResultView; labels: ResultLabels; base: string }) {
  const { t, format } = useLanguage();
  const { result, labels, base } = props;
  const rows = [...textRows(result, labels, t), ...listRows(result, t, format)];
  return (
    <CheckAnswers answers={rows.map(([part, label, answer]) => ({ label, answer, changeHref: `${base}/${part}` }))} />
  );
}

function textRows(result: ResultView, labels: ResultLabels, t: Translate): Row[] {
  const names = (
    <>
      <Text of={result.title} />
      <br />
      <span className="soft">
        <Text of={result.teaser} badge={false} />
      </span>
    </>
  );
  const products = labels.products.map((it) => (
    <span key={it.code}>
      <Text of={it.names} />
      <br />
    </span>
  ));
  return [
    ["summary", t("results:part.summary"), names],
    ["summary", t("results:form.description"), result.description],
    ["summary", t("results:form.resultType"), t(`results:type.${result.resultType}`)],
    ["classification", t("results:form.field"), labels.field && <Text of={labels.field} />],
    ["classification", t("results:form.province"), labels.province && <Text of={labels.province} />],
    ["classification", t("results:form.products"), products.length > 0 ? products : t("results:check.nothing")],
  ];
}

function listRows(result: ResultView, t: Translate, format: Format): Row[] {
  const lines = (list: string[]) => (list.length > 0 ? list.join("\n") : t("results:check.nothing"));
  const readiness = result.readiness.map(
    (it) => `${t("common:readiness", { level: it.level })} · ${format.date(it.onDate)} · ${it.evidence}`,
  );
  const audience = [
    result.audiences.map((it) => t(`profile:audience.${it}`)).join(" · "),
    result.needs.map((it) => t(`calls:need.${it}`)).join(" · "),
    result.competitiveAdvantage,
    result.marketSegment,
    result.marketAreas.map((it) => t(`profile:area.${it}`)).join(" · "),
  ].filter((it) => it !== "");
  const authors = result.authors.map((it) => `${it.name} · ${format.percent(it.contributionPpm)}`);
  const rights = result.rights.map(
    (it) => `${t(`results:right.${it.kind}`)} · ${t(`results:rightStatus.${it.status}`)}`,
  );
  const acts = result.acts.map((it) => `${t(`results:act.${it.kind}`)} · ${format.date(it.onDate)} · ${it.evidence}`);
  const funding = result.funding.map(
    (it) => `${t(`results:source.${it.source}`)} · ${format.money(BigInt(it.amountVnd))}`,
  );
  const opening = result.embargoUntil
    ? t("results:page.embargo", { date: format.date(result.embargoUntil), reason: result.embargoReason ?? "" })
    : t("results:check.now");
  return [
    ["audience", t("results:part.audience"), lines(audience)],
    ["readiness", t("results:part.readiness"), readiness.join("\n")],
    ["authors", t("results:part.authors"), authors.join("\n")],
    ["rights", t("results:part.rights"), lines(rights)],
    ["exploitation", t("results:part.exploitation"), lines(acts)],
    ["funding", t("results:part.funding"), lines(funding)],
    ["recognition", t("results:part.recognition"), lines(result.recognition.map((it) => `${it.award} · ${it.body}`))],
    ["files", t("results:part.files"), lines(result.files.map((it) => it.title || it.name))],
    ["publication", t("results:part.publication"), opening],
  ];
}
