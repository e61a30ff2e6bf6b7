import type { ReturnableField } from "#app/domain/initiatives/intake/intake.schema.ts";
import type { Format } from "#app/platform/languages/format.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import type { SentContent } from "#app/ui/initiatives/content.tsx";
import { authorLine, type ListNames, nameOf } from "#app/ui/initiatives/words.ts";

/** What the proposer answered to each question that intake can send back, as plain text; empty where nothing stands. */
export function answersOf(
  content: SentContent,
  files: readonly { name: string }[],
  names: ListNames,
  say: { t: Translate; format: Format },
): Record<ReturnableField, string> {
  const { t, format } = say;
  const { requestedFundingVnd, durationMonths, filedBeforePublication, maturityTrl } = content;
  return {
    team: content.team.map((author) => authorLine(author, format)).join("\n"),
    title: inLanguages(content.title),
    abstract: inLanguages(content.abstract),
    problem: content.problem,
    publicBenefit: content.publicBenefit,
    solution: content.solution,
    novelty: content.novelty,
    maturityTrl: maturityTrl === null ? "" : t("common:readiness", { level: maturityTrl }),
    fordCode: nameOf(names.fields, content.fordCode) ?? "",
    provinceCode: nameOf(names.provinces, content.provinceCode) ?? "",
    productCodes: content.productCodes.map((code) => nameOf(names.products, code)).join("\n"),
    requestedFunding: requestedFundingVnd === null ? "" : format.money(BigInt(requestedFundingVnd)),
    coFunding: content.coFunding.map(({ source, vnd }) => `${source}: ${format.money(BigInt(vnd))}`).join("\n"),
    durationMonths: durationMonths === null ? "" : t("desk:months", { count: durationMonths }),
    ipOwnership: [content.ipOwnership, content.priorRights].filter(Boolean).join("\n"),
    filedBeforePublication: filedBeforePublication ? t(`initiatives:filed.${filedBeforePublication}`) : "",
    files: files.map(({ name }) => name).join("\n"),
  };
}

function inLanguages(texts: Texts): string {
  const written = LANGUAGES.filter((lang) => texts[lang]);
  if (written.length === 1) return written.map((lang) => texts[lang]).join("");
  return written.map((lang) => `${lang.toUpperCase()}: ${texts[lang]}`).join("\n");
}
