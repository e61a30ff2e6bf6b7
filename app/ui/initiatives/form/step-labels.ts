import { MOST_CO_FUNDING, MOST_TEAM } from "#app/domain/initiatives/initiative.schema.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

const PLAIN = [
  "problem",
  "publicBenefit",
  "solution",
  "novelty",
  "maturityTrl",
  "fordCode",
  "provinceCode",
  "productCodes",
  "requestedFunding",
  "durationMonths",
  "ipOwnership",
  "filedBeforePublication",
  "priorRights",
  "secrecyDeclared",
  "consentPublish",
] as const;

/** What each field of the form is called, in the order of the form. */
export function fieldLabels(t: Translate): Record<string, string> {
  const labels: Record<string, string> = {
    language: t("initiatives:form.language.label"),
    applicantType: t("initiatives:form.applicantType.label"),
    organisationId: t("initiatives:form.organisationId.label"),
  };
  for (let row = 0; row < MOST_TEAM; row += 1) {
    const which = t("initiatives:form.team.row", { number: row + 1 });
    labels[`team[${row}].name`] = which;
    labels[`team[${row}].part`] = `${which}, ${t("initiatives:form.team.part")}`;
  }
  for (const one of LANGUAGES) {
    labels[`title_${one}`] = t("initiatives:form.title.label", { language: LANGUAGE_NAMES[one] });
    labels[`abstract_${one}`] = t("initiatives:form.abstract.label", { language: LANGUAGE_NAMES[one] });
  }
  for (const name of PLAIN) labels[name] = t(`initiatives:form.${name}.label`);
  for (let row = 0; row < MOST_CO_FUNDING; row += 1) {
    const which = t("initiatives:form.coFunding.row", { number: row + 1 });
    labels[`coFunding[${row}].source`] = which;
    labels[`coFunding[${row}].amount`] = `${which}, ${t("initiatives:form.coFunding.amount")}`;
  }
  return labels;
}
