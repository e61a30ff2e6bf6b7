import { MOST_CO_FUNDING } from "#app/domain/initiatives/initiative.schema.ts";
import { SEALABLE_PARTS } from "#app/domain/initiatives/part.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

const NAMED = [
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
] as const;

/** What each field of the form is called, in the order of the form. */
export function fieldLabels(t: Translate): Record<string, string> {
  const labels: Record<string, string> = {
    language: t("initiatives:form.language.short"),
    applicantType: t("initiatives:form.applicantType.short"),
    organisationId: t("initiatives:form.organisationId.label"),
  };
  labels["authors"] = t("initiatives:form.team.legend");
  for (const one of LANGUAGES) {
    labels[`title_${one}`] = t("initiatives:form.title.label", { language: LANGUAGE_NAMES[one] });
    labels[`abstract_${one}`] = t("initiatives:form.abstract.label", { language: LANGUAGE_NAMES[one] });
  }
  // Questions are called by a short name here, since an error follows it.
  for (const name of NAMED) labels[name] = t(`desk:field.${name}`);
  labels["priorRights"] = t("initiatives:form.priorRights.label");
  labels["secrecyDeclared"] = t("initiatives:form.secrecyDeclared.short");
  labels["consentPublish"] = t("initiatives:form.consentPublish.short");
  labels["opensEarly"] = t("initiatives:form.opensEarly.short");
  for (let row = 0; row < MOST_CO_FUNDING; row += 1) {
    const which = t("initiatives:form.coFunding.row", { number: row + 1 });
    labels[`coFunding[${row}].source`] = which;
    labels[`coFunding[${row}].amount`] = `${which}, ${t("initiatives:form.coFunding.amount")}`;
  }
  for (const [row, part] of SEALABLE_PARTS.entries()) {
    const name = t(`authorship:parts.name.${part}`);
    labels[`parts[${row}].level`] = `${name}, ${t("authorship:parts.who")}`;
    labels[`parts[${row}].until`] = `${name}, ${t("authorship:parts.until")}`;
  }
  return labels;
}
