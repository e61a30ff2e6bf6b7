import type { PartRule, PartRules } from "#app/domain/initiatives/part.ts";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import { type Answer, CheckAnswers } from "#app/ui/form/check-answers.tsx";
import { Prose, type SentContent, type SentFile } from "#app/ui/initiatives/content.tsx";
import { levelWords } from "#app/ui/initiatives/part-readers.tsx";
import { authorLine, type ListNames, nameOf, sizeWords } from "#app/ui/initiatives/words.ts";
import { type LanguageValue, useLanguage } from "#app/ui/language.tsx";

type Props = {
  base: string;
  content: SentContent;
  organisation: string | null;
  files: readonly SentFile[];
  names: ListNames;
  parts: PartRules;
};

/** Everything that a proposer answered, step by step, each with the way back to its field. */
export function AllAnswers(props: Props) {
  const { t, format } = useLanguage();
  const words = { t, format };
  return (
    <CheckAnswers
      answers={[...writtenAnswers(props, words), ...figureAnswers(props, words), ...rightsAnswers(props, words)]}
    />
  );
}

type Words = Pick<LanguageValue, "t" | "format">;

function writtenAnswers({ base, content, organisation, parts }: Props, { t, format }: Words): Answer[] {
  const applicant = content.applicantType === "ORG" && organisation;
  return [
    {
      label: t("initiatives:form.applicantType.label"),
      answer: applicant || t(`initiatives:form.applicantType.${content.applicantType}`),
      changeHref: `${base}/applicant`,
    },
    {
      label: t("initiatives:form.team.legend"),
      answer: content.team.map((author) => authorLine(author, format)).join("\n"),
      changeHref: `${base}/authors`,
    },
    ...LANGUAGES.flatMap((one) => summaryAnswers(base, content, one, t)),
    ...(["problem", "publicBenefit", "solution", "novelty"] as const).map((name) => ({
      label: t(`initiatives:form.${name}.short`),
      answer: content[name] ? (
        <>
          <Prose text={content[name]} lang={content.language} />
          <Readers rule={parts[name]} t={t} format={format} />
        </>
      ) : (
        ""
      ),
      changeHref: `${base}/${name === "problem" || name === "publicBenefit" ? "problem" : "solution"}#f-${name}`,
    })),
  ];
}

function summaryAnswers(base: string, content: SentContent, one: Language, t: Words["t"]): Answer[] {
  const title = content.title[one];
  const abstract = content.abstract[one];
  if (one !== content.language && !title && !abstract) return [];
  const language = LANGUAGE_NAMES[one];
  return [
    {
      label: t("initiatives:form.title.label", { language }),
      answer: title ? <span lang={one}>{title}</span> : "",
      changeHref: `${base}/summary#f-title_${one}`,
    },
    {
      label: t("initiatives:form.abstract.label", { language }),
      answer: abstract ? <Prose text={abstract} lang={one} /> : "",
      changeHref: `${base}/summary#f-abstract_${one}`,
    },
  ];
}

function Readers({ rule, t, format }: { rule: PartRule | undefined } & Words) {
  if (!rule) return null;
  return <p className="s soft">{t("authorship:parts.mine", { level: levelWords(rule, t, format) })}</p>;
}

function figureAnswers({ base, content, names, parts }: Props, { t, format }: Words): Answer[] {
  const money = (vnd: string) => format.money(BigInt(vnd));
  const level = names.levels.find((one) => one.level === content.maturityTrl);
  return [
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
      answer:
        content.requestedFundingVnd === null ? (
          ""
        ) : (
          <>
            {money(content.requestedFundingVnd)}
            <Readers rule={parts.funding} t={t} format={format} />
          </>
        ),
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
  ];
}

function rightsAnswers({ base, content, files, parts }: Props, { t, format }: Words): Answer[] {
  const { ipOwnership, filedBeforePublication, priorRights, opensEarly } = content;
  return [
    { label: t("initiatives:form.ipOwnership.label"), answer: ipOwnership, changeHref: `${base}/declarations` },
    {
      label: t("initiatives:form.filedBeforePublication.label"),
      answer: filedBeforePublication ? t(`initiatives:filed.${filedBeforePublication}`) : "",
      changeHref: `${base}/declarations#f-filedBeforePublication`,
    },
    {
      label: t("initiatives:form.priorRights.label"),
      answer: priorRights ? (
        <>
          {priorRights}
          <Readers rule={parts.priorRights} t={t} format={format} />
        </>
      ) : (
        ""
      ),
      changeHref: `${base}/declarations`,
    },
    {
      label: t("initiatives:form.opensEarly.short"),
      answer: t(opensEarly ? "initiatives:form.opensEarly.yes" : "initiatives:form.opensEarly.no"),
      changeHref: `${base}/declarations#f-opensEarly`,
    },
    {
      label: t("initiatives:files"),
      answer: files
        .map((file) => `${file.name} (${sizeWords(file.sizeBytes, format.number)}, ${levelWords(file, t, format)})`)
        .join("\n"),
      changeHref: `${base}/files`,
    },
  ];
}
