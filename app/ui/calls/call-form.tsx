import { CALL_LENGTHS } from "#app/domain/partnerships/calls/call.schema.ts";
import { type CallKind, needsOf, PARTNER_KINDS } from "#app/domain/partnerships/calls/call.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Checkboxes, type Choice, RadioGroup, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { ThreeLanguages } from "#app/ui/form/three-languages.tsx";
import { useLanguage } from "#app/ui/language.tsx";

const PLAIN = [
  ...["organisationId", "kind", "needs", "words", "productCodes", "trlFrom", "trlTo", "provinceCodes", "amount"],
  ...[
    "opensOn",
    "closesOn",
    "partnership",
    "origin",
    "fordCode",
    "renewedUntil",
    "message",
    "language",
    "outcome",
    "answer",
  ],
] as const;

/** The fields of the pages of calls and offers by name, for the summary of errors. */
export function callLabels(t: Translate): Record<string, string> {
  const named = PLAIN.map((name) => [name, t(`calls:field.${name}`)]);
  const texts = (["vi", "en", "fr"] as const).flatMap((language) => [
    [`title_${language}`, t("calls:field.title")],
    [`text_${language}`, t("calls:field.text")],
  ]);
  const ends = ["closeReason", "withdrawReason"].map((name) => [name, t("calls:field.reason")]);
  return Object.fromEntries([...named, ...texts, ...ends]);
}

export type CallFormProps = {
  form: FormState;
  kind: CallKind;
  /** the actor's own verified organisations; on a draft that exists, the one that has it */
  owners: readonly SelectOption[];
  products: readonly Choice[];
  provinces: readonly Choice[];
  /** partnerships that they lead and that lack a house */
  partnerships: readonly SelectOption[];
  /** public results that they host */
  results: readonly SelectOption[];
  fields: readonly SelectOption[];
};

/** What an organisation writes of a call, an offer, an offer of a result, or a need. */
export function CallForm(props: CallFormProps) {
  const { t } = useLanguage();
  const { form, kind } = props;
  const isOfMarket = kind === "RESULT_OFFER" || kind === "NEED";
  return (
    <Form>
      <Select name="organisationId" label={t("calls:field.organisationId")} options={props.owners} form={form} />
      {isOfMarket ? (
        <input type="hidden" name="kind" value={kind} />
      ) : (
        <RadioGroup
          name="kind"
          label={t("calls:field.kind")}
          choices={PARTNER_KINDS.map((value) => ({ value, label: t(`calls:choose.${value}`) }))}
          form={form}
        />
      )}
      {kind === "RESULT_OFFER" ? (
        <Select
          name="origin"
          label={t("calls:field.result")}
          hint={t("calls:hint.result")}
          empty={t("calls:market.choose")}
          options={props.results}
          form={form}
        />
      ) : null}
      <What {...props} />
      {kind === "NEED" ? (
        <Select
          name="fordCode"
          label={t("calls:field.fordCode")}
          empty={t("calls:market.anyField")}
          options={props.fields}
          optional
          form={form}
        />
      ) : null}
      {kind === "RESULT_OFFER" ? null : <Places {...props} />}
      <Days {...props} />
      <Actions>
        <Submit>{t("calls:save")}</Submit>
      </Actions>
    </Form>
  );
}

/** Title, text, and what is sought or offered. */
function What({ form, kind }: CallFormProps) {
  const { t } = useLanguage();
  const isOfMarket = kind === "RESULT_OFFER" || kind === "NEED";
  return (
    <>
      <ThreeLanguages
        name="title"
        label={t("calls:field.title")}
        hint={t(isOfMarket ? `calls:market.titleHint.${kind}` : "calls:hint.title")}
        max={CALL_LENGTHS.title.most}
        form={form}
      />
      <ThreeLanguages
        name="text"
        label={t(kind === "RESULT_OFFER" ? "calls:field.terms" : "calls:field.text")}
        hint={t(isOfMarket ? `calls:market.textHint.${kind}` : "calls:hint.text")}
        max={CALL_LENGTHS.text.most}
        long
        form={form}
      />
      <Checkboxes
        name="needs"
        label={t(isOfMarket ? "calls:field.ways" : "calls:field.needs")}
        choices={needsOf(kind).map((value) => ({ value, label: t(`calls:need.${value}`) }))}
        columns
        form={form}
      />
      <Field
        name="words"
        label={t(isOfMarket ? "calls:field.keywords" : "calls:field.words")}
        hint={t(isOfMarket ? "calls:hint.keywords" : "calls:hint.words")}
        optional
        form={form}
      />
      {isOfMarket ? null : (
        <Field name="amount" label={t("calls:field.amount")} hint={t("calls:hint.amount")} optional form={form} />
      )}
    </>
  );
}

/** Products, readiness and provinces, folded away where they are long. */
function Places({ form, products, provinces }: CallFormProps) {
  const { t } = useLanguage();
  const lists = [
    { name: "productCodes", choices: products, columns: false },
    { name: "provinceCodes", choices: provinces, columns: true },
  ] as const;
  return (
    <>
      {(["trlFrom", "trlTo"] as const).map((name) => (
        <Field
          key={name}
          name={name}
          label={t(`calls:field.${name}`)}
          inputMode="numeric"
          size={4}
          optional
          form={form}
        />
      ))}
      {lists.map(({ name, choices, columns }) => (
        <details className="data" key={name} open={name in form.errors}>
          <summary>{t(`calls:field.${name}`)}</summary>
          <Checkboxes
            name={name}
            label={t(`calls:field.${name}`)}
            hint={t(`calls:hint.${name}`)}
            optional
            choices={choices}
            columns={columns}
            form={form}
          />
        </details>
      ))}
    </>
  );
}

function Days({ form, kind, partnerships }: CallFormProps) {
  const { t } = useLanguage();
  const isOfMarket = kind === "RESULT_OFFER" || kind === "NEED";
  return (
    <>
      <DateField name="opensOn" label={t("calls:field.opensOn")} form={form} />
      <DateField
        name="closesOn"
        label={t("calls:field.closesOn")}
        hint={t(isOfMarket ? "calls:market.closesHint" : "calls:hint.closesOn")}
        form={form}
      />
      {partnerships.length > 0 || "partnership" in form.errors ? (
        <Select
          name="partnership"
          label={t("calls:field.partnership")}
          hint={t("calls:hint.partnership")}
          empty={t("calls:noPartnership")}
          options={partnerships}
          optional
          form={form}
        />
      ) : null}
      {isOfMarket ? null : (
        <Field name="origin" label={t("calls:field.origin")} hint={t("calls:hint.origin")} optional form={form} />
      )}
    </>
  );
}
