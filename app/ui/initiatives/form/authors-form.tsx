import type { Author, AuthorState } from "#app/domain/initiatives/authors/author.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM, textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";

type Row = Author & { state: AuthorState };

/** The names of the fields, for the error summary. */
export function authorLabels(rows: number, t: Translate): Record<string, string> {
  const labels: Record<string, string> = {
    newName: t("authorship:authors.name"),
    newEmail: t("authorship:authors.email"),
    newPart: t("authorship:authors.part"),
    newShare: t("authorship:authors.share"),
  };
  for (let row = 0; row < rows; row += 1) {
    const which = t("authorship:authors.number", { number: row + 1 });
    for (const name of ["name", "part", "share"] as const)
      labels[`authors[${row}].${name}`] = `${which}, ${t(`authorship:authors.${name}`)}`;
  }
  return labels;
}

/** The authors with part and share, and below them a line to invite one more. */
export function AuthorsForm(props: {
  base: string;
  authors: readonly Row[];
  sumPpm: number;
  form: FormState | undefined;
}) {
  const { t, format } = useLanguage();
  const { base, authors, sumPpm } = props;
  const form = props.form ?? EMPTY_FORM;
  return (
    <Form action={`${base}/authors`}>
      <p className="read">{t("authorship:authors.lede")}</p>
      {authors.map((author, index) => (
        <AuthorRow key={author.id} author={author} index={index} form={form} isTyped={props.form !== undefined} />
      ))}
      <p>
        <strong>{t("authorship:authors.sum", { sum: format.percent(sumPpm) })}</strong>
      </p>
      <Actions>
        <Submit name="intent" value="save">
          {t("authorship:authors.save")}
        </Submit>
        <a href={`${base}/summary`}>{t("authorship:authors.next")}</a>
      </Actions>
      <fieldset className="field">
        <legend>{t("authorship:authors.add")}</legend>
        <Field name="newName" label={t("authorship:authors.name")} autoComplete="off" form={form} />
        <Field
          name="newEmail"
          type="email"
          label={t("authorship:authors.email")}
          hint={t("authorship:authors.emailHint")}
          autoComplete="off"
          form={form}
        />
        <Field name="newPart" label={t("authorship:authors.part")} autoComplete="off" form={form} optional />
        <Field
          name="newShare"
          label={t("authorship:authors.share")}
          unit="%"
          size={10}
          inputMode="decimal"
          autoComplete="off"
          form={form}
        />
        <Actions>
          <Submit look="alt" name="intent" value="invite">
            {t("authorship:authors.invite")}
          </Submit>
        </Actions>
      </fieldset>
    </Form>
  );
}

type RowProps = { author: Row; index: number; form: FormState; isTyped: boolean };

function AuthorRow(props: RowProps) {
  const { t } = useLanguage();
  const { author, index } = props;
  return (
    <fieldset className="field">
      <legend>
        {t("authorship:authors.number", { number: index + 1 })}{" "}
        <span className="soft">
          ({t(`authorship:authors.state.${author.state}`)}
          {author.email ? `, ${author.email}` : ""})
        </span>
      </legend>
      <input type="hidden" name={`authors[${index}].id`} value={author.id} />
      <RowFields {...props} />
      {author.position > 1 ? (
        <Submit look="alt" small name="remove" value={author.id}>
          {t("authorship:authors.remove")} <span className="vh">{author.name}</span>
        </Submit>
      ) : null}
    </fieldset>
  );
}

function RowFields(props: RowProps) {
  const { t, format } = useLanguage();
  const { author, index, form } = props;
  const at = (name: string) => `authors[${index}].${name}`;
  const shown = (name: string, stored: string) => (props.isTyped ? textOf(form, at(name)) : stored);
  const which = <span className="vh">, {t("authorship:authors.number", { number: index + 1 })}</span>;
  return (
    <>
      <div className="pair">
        <Field
          name={at("name")}
          label={
            <>
              {t("authorship:authors.name")}
              {which}
            </>
          }
          value={shown("name", author.name)}
          readOnly={author.position > 1 && author.confirmedPpm !== null}
          autoComplete="off"
          form={form}
        />
        <Field
          name={at("part")}
          label={
            <>
              {t("authorship:authors.part")}
              {which}
            </>
          }
          value={shown("part", author.part)}
          autoComplete="off"
          form={form}
        />
      </div>
      <Field
        name={at("share")}
        label={
          <>
            {t("authorship:authors.share")}
            {which}
          </>
        }
        value={shown("share", format.percentDigits(author.contributionPpm))}
        unit="%"
        size={10}
        inputMode="decimal"
        autoComplete="off"
        form={form}
      />
    </>
  );
}
