import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { MOST_VARIANTS } from "#app/domain/partnerships/workbench/variant.ts";
import { type Weighed, weigh } from "#app/domain/partnerships/workbench/weigh.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { fieldId } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Comparison } from "./comparison.tsx";
import { errorsIn, faultSentence, standingErrors } from "./fault-sentence.ts";
import { ScenarioPayoffs } from "./scenario-payoffs.tsx";
import { VariantFields } from "./variant-fields.tsx";
import { readVariants, type TypedVariant, variantField, variantLabels, type WorkbenchParties } from "./variant-form.ts";
import { Warnings } from "./warnings.tsx";

export type WorkbenchFormProps = {
  parties: WorkbenchParties;
  /** the legal minimum of the authors' reward today, ppm */
  minimumPpm: number;
  form: FormState;
  /** the variant that is worked on */
  open: number;
  maySave: boolean;
  /** beneath the figures, inside the form: what is saved */
  children?: ReactNode;
};

/**
 * Up to four variants and what they mean for each party. Where scripts run, the figures follow each key; without them
 * the same button has the server answer. Nothing is stored until somebody saves.
 */
export function WorkbenchForm(props: WorkbenchFormProps) {
  const { t, format } = useLanguage();
  const { parties, minimumPpm, form } = props;
  const element = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<FormState>(form);
  const follow = () => {
    if (element.current) setTyped({ values: textsIn(element.current), errors: {} });
  };
  // somebody may have typed before the page came alive
  useEffect(follow, []);
  const before = useMemo(
    () => errorsIn(readVariants(form, parties.order), t, format),
    [form, parties.order, t, format],
  );
  const variants = useMemo(
    () =>
      readVariants(typed, parties.order).map((variant) => ({ ...variant, weighed: weighedOf(variant, minimumPpm) })),
    [typed, parties.order, minimumPpm],
  );
  const now = errorsIn(variants, t, format);
  const shown = { values: form.values, errors: standingErrors(form, typed, { before, now }) };
  const isOpen = (place: number) =>
    place === props.open || Object.keys(form.errors).some((field) => field.startsWith(variantField(place, "")));
  return (
    <form method="post" noValidate ref={element} onInput={follow}>
      {/* Enter in a field presses the first button of a form */}
      <button className="vh" type="submit" name="intent" value="weigh" tabIndex={-1} aria-hidden="true">
        {t("workbench:weigh")}
      </button>
      {variants.map((variant) => (
        <VariantFields
          key={variant.place}
          variant={variant}
          parties={parties.shown}
          form={shown}
          typed={typed}
          weighed={variant.weighed}
          minimumPpm={minimumPpm}
          isOpen={isOpen(variant.place)}
          mayRemove={variants.length > 1}
          maySave={props.maySave}
        />
      ))}
      <p className="actions row">
        <button className="btn" type="submit" name="intent" value="weigh">
          {t("workbench:weigh")}
        </button>
        {variants.length < MOST_VARIANTS ? (
          <button className="btn alt" type="submit" name="intent" value="add">
            {t("workbench:add")}
          </button>
        ) : null}
      </p>
      <Figures variants={variants} parties={parties} minimumPpm={minimumPpm} />
      {props.children}
    </form>
  );
}

function weighedOf({ variant, faults }: TypedVariant, minimumPpm: number) {
  const weighed = faults.length === 0 ? weigh(variant, minimumPpm) : null;
  return weighed?.ok ? weighed.value : null;
}

/** What must be seen first, why a variant has no figures yet, and every measure side by side. */
function Figures(props: {
  variants: readonly (TypedVariant & { weighed: Weighed | null })[];
  parties: WorkbenchParties;
  minimumPpm: number;
}) {
  const { t } = useLanguage();
  const { variants, parties, minimumPpm } = props;
  return (
    <Section id="figures" title={t("workbench:figures")} aside={t("workbench:notStored")}>
      {variants.map((variant) =>
        variant.weighed ? (
          <Warnings key={variant.place} letter={variant.letter} weighed={variant.weighed} minimumPpm={minimumPpm} />
        ) : (
          <Missing key={variant.place} variant={variant} parties={parties} />
        ),
      )}
      {variants.some(({ weighed }) => weighed) ? (
        <>
          <Comparison variants={variants} parties={parties.shown} />
          <ScenarioPayoffs
            variants={variants.map((one) => ({ ...one, scenarios: one.variant.scenarios }))}
            parties={parties.shown}
          />
        </>
      ) : null}
    </Section>
  );
}

/** Why a variant has no figures yet, with a link to each field. */
function Missing(props: { variant: TypedVariant; parties: WorkbenchParties }) {
  const { lang, t, format } = useLanguage();
  const { place, letter, faults } = props.variant;
  const labels = variantLabels(place + 1, props.parties.shown, t);
  const label = (field: string) => labels[variantField(place, field)]?.split(",")[0] ?? field;
  const sentence = (text: string) => text.charAt(0).toLocaleLowerCase(lang) + text.slice(1).replace(/\.$/, "");
  return (
    <div className="note" role="status">
      <p>{t("workbench:missing", { letter })}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.code}`}>
            <a href={`#${fieldId(variantField(place, fault.field))}`}>
              {t("form:labelled", { label: label(fault.field), error: sentence(faultSentence(fault, t, format)) })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function textsIn(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
