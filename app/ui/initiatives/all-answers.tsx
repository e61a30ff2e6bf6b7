import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import { type Answer, CheckAnswers } from "#app/ui/form/check-answers.tsx";
import { Prose, type SentContent, type SentFile } from "#app/ui/initiatives/content.tsx";
import { type ListNames, nameOf, sizeWords } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Everything that a proposer answered, step by step, each with the way back to its field. */
export function AllAnswers(props: {
  base: string;
  content: SentContent;
  organisation: string | null;
  files: readonly SentFile[];
  names: ListNames;
}) {
  const { t, format } = useLanguage();
  const { base, content, names, files } = props;
  const money = (vnd: string) => format.money(BigInt(vnd));
  const level = names.levels.find((one) => one.level === content.maturityTrl);
  const answers: Answer[] = [
    { label: t("initiatives:form.applicantType.label"), answer: applicant(), changeHref: `${base}/applicant` },
    {
      label: t("initiatives:form.team.legend"),
      answer: content.team.map(({ name, part }) => (part ? `${name}, ${part}` : name)).join("\n"),
      changeHref: `${base}/applicant#f-team-0-name`,
    },
    ...LANGUAGES.flatMap((one): Answer[] => {
      if (one !== content.language && !content.title[one] && !content.abstract[one]) return [];
      const language = LANGUAGE_NAMES[one];
      return [
        {
          label: t("initiatives:form.title.label", { language }),
          answer: content.title[one] ? <span lang={one}>{content.title[one]}</span> : "",
          changeHref: `${base}/summary#f-title_${one}`,
        },
        {
          label: t("initiatives:form.abstract.label", { language }),
          answer: content.abstract[one] ? <Prose text={content.abstract[one]} lang={one} /> : "",
          changeHref: `${base}/summary#f-abstract_${one}`,
        },
      ];
    }),
    ...(["problem", "publicBenefit", "solution", "novelty"] as const).map((name) => ({
      label: t(`initiatives:form.${name}.short`),
      answer: content[name] ? <Prose text={content[name]} lang={content.language} /> : "",
      changeHref: `${base}/${name === "problem" || name === "publicBenefit" ? "problem" : "solution"}#f-${name}`,
    })),
    {
      label: t("initiatives:form.maturityTrl.label"),
      answer: level ? `${level.level}: ${level.name}` : "",
      changeHref: `${base}/field#f-maturityTrl`,
    },
    {
      label: t("initiatives:form.fordCode.label"),
      answer: nameOf(names.fields, content.fordCode),
      changeHref: `${base}/field#f-fordCode`,
    },
    {
      label: t("initiatives:form.provinceCode.label"),
      answer: nameOf(names.provinces, content.provinceCode),
      changeHref: `${base}/field#f-provinceCode`,
    },
    {
      label: t("initiatives:form.productCodes.label"),
      answer: content.productCodes.map((code) => nameOf(names.products, code)).join("\n"),
      changeHref: `${base}/field#f-productCodes`,
    },
    {
      label: t("initiatives:form.requestedFunding.label"),
      answer: content.requestedFundingVnd === null ? "" : money(content.requestedFundingVnd),
      changeHref: `${base}/funding#f-requestedFunding`,
    },
    {
      label: t("initiatives:form.durationMonths.label"),
      answer: content.durationMonths ? t("initiatives:inMonths", { count: content.durationMonths }) : "",
      changeHref: `${base}/funding#f-durationMonths`,
    },
    {
      label: t("initiatives:form.coFunding.legend"),
      answer: content.coFunding.map(({ source, vnd }) => `${source}: ${money(vnd)}`).join("\n"),
      changeHref: `${base}/funding`,
    },
    { label: t("initiatives:form.ipOwnership.label"), answer: content.ipOwnership, changeHref: `${base}/declarations` },
    {
      label: t("initiatives:form.filedBeforePublication.label"),
      answer: content.filedBeforePublication ? t(`initiatives:filed.${content.filedBeforePublication}`) : "",
      changeHref: `${base}/declarations#f-filedBeforePublication`,
    },
    { label: t("initiatives:form.priorRights.label"), answer: content.priorRights, changeHref: `${base}/declarations` },
    {
      label: t("initiatives:files"),
      answer: files.map((file) => `${file.name} (${sizeWords(file.sizeBytes, format.number)})`).join("\n"),
      changeHref: `${base}/files`,
    },
  ];
  return <CheckAnswers answers={answers} />;

  function applicant(): string {
    if (content.applicantType === "PERSON") return t("initiatives:form.applicantType.PERSON");
    return props.organisation ?? t("initiatives:form.applicantType.ORG");
  }
}
