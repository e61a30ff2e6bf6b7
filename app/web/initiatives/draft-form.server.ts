import type { Draft } from "#app/domain/initiatives/drafts/queries.server.ts";
import type { StepInput } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { FORM_STEPS, type FormStep, STEP_SCHEMAS, type TypedStep } from "#app/domain/initiatives/initiative.schema.ts";
import { OPEN_PART, SEALABLE_PARTS } from "#app/domain/initiatives/part.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { typedDay } from "#app/platform/typed.ts";
import { parseForm } from "#app/web/form.server.ts";

/** The step that an address names; null for anything else, and for the files, which have a page of their own. */
export function typedStepOf(text: string | undefined): TypedStep | null {
  return FORM_STEPS.find((step): step is TypedStep => step === text && step !== "files" && step !== "authors") ?? null;
}

/** The step after this one; after the last the answers are checked. */
export function stepAfter(step: FormStep): FormStep | "check" {
  return FORM_STEPS[FORM_STEPS.indexOf(step) + 1] ?? "check";
}

type ParsedStep = { ok: true; input: StepInput; form: FormState } | { ok: false; form: FormState };

/** Reads what was typed on one step; errors stand at their fields, in the given language. */
export function parseStep(form: FormData, step: TypedStep, lang: Language): ParsedStep {
  switch (step) {
    case "applicant":
      return named(parseForm(form, STEP_SCHEMAS.applicant, lang), (values) => ({ step, values }));
    case "summary":
      return named(parseForm(form, STEP_SCHEMAS.summary, lang), (values) => ({ step, values }));
    case "problem":
      return named(parseForm(form, STEP_SCHEMAS.problem, lang), (values) => ({ step, values }));
    case "solution":
      return named(parseForm(form, STEP_SCHEMAS.solution, lang), (values) => ({ step, values }));
    case "field":
      return named(parseForm(form, STEP_SCHEMAS.field, lang), (values) => ({ step, values }));
    case "funding":
      return named(parseForm(form, STEP_SCHEMAS.funding, lang), (values) => ({ step, values }));
    case "declarations":
      return named(parseForm(form, STEP_SCHEMAS.declarations, lang), (values) => ({ step, values }));
  }
}

function named<Values>(
  parsed: { ok: true; value: Values; form: FormState } | { ok: false; form: FormState },
  inputOf: (values: Values) => StepInput,
): ParsedStep {
  return parsed.ok ? { ok: true, input: inputOf(parsed.value), form: parsed.form } : parsed;
}

/** What is stored, as the fields of the whole form would hold it. Amounts are written in the given language. */
export function storedForm({ content, parts }: Pick<Draft, "content" | "parts">, lang: Language): FormState {
  const { money } = formatter(lang);
  const { title, abstract, coFunding } = content;
  const values: FormState["values"] = {
    language: content.language,
    applicantType: content.applicantType,
    organisationId: content.organisationId ?? "",
    title_vi: title.vi ?? "",
    title_en: title.en ?? "",
    title_fr: title.fr ?? "",
    abstract_vi: abstract.vi ?? "",
    abstract_en: abstract.en ?? "",
    abstract_fr: abstract.fr ?? "",
    problem: content.problem,
    publicBenefit: content.publicBenefit,
    solution: content.solution,
    novelty: content.novelty,
    maturityTrl: content.maturityTrl?.toString() ?? "",
    fordCode: content.fordCode ?? "",
    provinceCode: content.provinceCode ?? "",
    productCodes: [...content.productCodes],
    requestedFunding: content.requestedFundingVnd === null ? "" : money(content.requestedFundingVnd),
    durationMonths: content.durationMonths?.toString() ?? "",
    ipOwnership: content.ipOwnership,
    filedBeforePublication: content.filedBeforePublication ?? "",
    priorRights: content.priorRights,
    secrecyDeclared: content.secrecyDeclared ? "on" : "",
    consentPublish: content.consentPublish ? "on" : "",
    opensEarly: content.opensEarly ? "on" : "",
  };
  for (const [index, funder] of coFunding.entries()) {
    values[`coFunding[${index}].source`] = funder.source;
    values[`coFunding[${index}].amount`] = money(funder.vnd);
  }
  for (const [row, part] of SEALABLE_PARTS.entries()) {
    const { level, untilOn } = parts[part] ?? OPEN_PART;
    values[`parts[${row}].level`] = level;
    values[`parts[${row}].until`] = untilOn ? typedDay(untilOn) : "";
  }
  return { values, errors: {} };
}
