import { CHALLENGE_LENGTHS } from "#app/domain/initiatives/challenges/challenge.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Checkboxes, type Choice, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

const WRITTEN = [
  "ownerId",
  "language",
  "title",
  "problem",
  "criteria",
  "productCodes",
  "budgetCeiling",
  "opensOn",
  "closesOn",
] as const;

/** The fields of the pages of a challenge by name, for the summary of errors. */
export function challengeLabels(t: Translate): Record<string, string> {
  const acts = ["initiative", "statement", "reason", "draft"] as const;
  return Object.fromEntries([...WRITTEN, ...acts].map((name) => [name, t(`challenges:field.${name}`)]));
}

/** What a body writes of a challenge. `owners` are the actor's own verified bodies. */
export function ChallengeForm(props: {
  form: FormState;
  owners: readonly SelectOption[];
  products: readonly Choice[];
}) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <Form>
      <Select name="ownerId" label={t("challenges:field.ownerId")} options={props.owners} form={form} />
      <LanguageChoice label={t("challenges:field.language")} form={form} />
      <Field name="title" label={t("challenges:field.title")} hint={t("challenges:hint.title")} form={form} />
      <TextArea
        name="problem"
        label={t("challenges:field.problem")}
        hint={t("challenges:hint.problem")}
        rows={8}
        max={CHALLENGE_LENGTHS.problem.most}
        form={form}
      />
      <TextArea
        name="criteria"
        label={t("challenges:field.criteria")}
        hint={t("challenges:hint.criteria")}
        max={CHALLENGE_LENGTHS.criteria.most}
        form={form}
      />
      <details className="data" open={"productCodes" in form.errors || (form.values["productCodes"] ?? []).length > 0}>
        <summary>{t("challenges:field.productCodes")}</summary>
        <Checkboxes
          name="productCodes"
          label={t("challenges:field.productCodes")}
          hint={t("challenges:hint.productCodes")}
          optional
          choices={props.products}
          form={form}
        />
      </details>
      <MoneyAndDays form={form} />
      <Actions>
        <Submit>{t("challenges:save")}</Submit>
      </Actions>
    </Form>
  );
}

function MoneyAndDays(props: { form: FormState }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <>
      <Field
        name="budgetCeiling"
        label={t("challenges:field.budgetCeiling")}
        hint={t("challenges:hint.budgetCeiling")}
        optional
        form={form}
      />
      <DateField name="opensOn" label={t("challenges:field.opensOn")} form={form} />
      <DateField
        name="closesOn"
        label={t("challenges:field.closesOn")}
        hint={t("challenges:hint.closesOn")}
        form={form}
      />
    </>
  );
}

/** What the owner can do with a challenge that is published. `accepted` are the initiatives that can be named. */
export function OwnerForms(props: {
  form: FormState;
  state: string;
  isStated: boolean;
  accepted: readonly SelectOption[];
}) {
  const { t } = useLanguage();
  const { form, state, isStated, accepted } = props;
  return (
    <div className="flow">
      {!isStated && accepted.length > 0 ? (
        <Form>
          <h3>{t("challenges:act.answer")}</h3>
          <Select name="initiative" label={t("challenges:field.initiative")} options={accepted} form={form} />
          <Statement form={form} />
          <Actions>
            <Submit name="intent" value="answer">
              {t("challenges:act.answerButton")}
            </Submit>
          </Actions>
        </Form>
      ) : null}
      {!isStated && state === "CLOSED" && accepted.length === 0 ? (
        <Form>
          <h3>{t("challenges:act.state")}</h3>
          <Statement form={form} />
          <Actions>
            <Submit name="intent" value="state">
              {t("challenges:act.stateButton")}
            </Submit>
          </Actions>
        </Form>
      ) : null}
      {state === "DRAFT" ? (
        <Form>
          <p className="read">{t("challenges:act.publish")}</p>
          <Actions>
            <Submit name="intent" value="publish">
              {t("challenges:act.publishButton")}
            </Submit>
          </Actions>
        </Form>
      ) : null}
      {state === "ANSWERED" || state === "WITHDRAWN" ? null : <WithdrawForm form={form} />}
    </div>
  );
}

function WithdrawForm(props: { form: FormState }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <details className="data" open={props.form.values["intent"] === "withdraw"}>
      <summary>{t("challenges:act.withdraw")}</summary>
      <Form>
        <TextArea
          name="reason"
          label={t("challenges:field.reason")}
          hint={t("challenges:hint.reason")}
          rows={3}
          max={1_000}
          form={form}
        />
        <Actions>
          <Submit name="intent" value="withdraw" look="alt">
            {t("challenges:act.withdrawButton")}
          </Submit>
        </Actions>
      </Form>
    </details>
  );
}

function Statement(props: { form: FormState }) {
  const { lang, t } = useLanguage();
  return (
    <>
      <TextArea
        name="statement"
        label={t("challenges:field.statement")}
        hint={t("challenges:hint.statement")}
        max={4_000}
        form={props.form}
      />
      <Select
        name="language"
        label={t("challenges:field.language")}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={lang}
        form={props.form}
      />
    </>
  );
}
