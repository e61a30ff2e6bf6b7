import type { FormState } from "#app/platform/form-state.ts";
import { Field } from "#app/ui/form/field.tsx";
import { Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM, textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";

type Saved = { id: string; name: string; query: string };

/** One's own filters as links above the inbox; the one in force is marked. */
export function SavedFilterLinks(props: { filters: readonly Saved[]; current: string }) {
  const { lang, t } = useLanguage();
  if (props.filters.length === 0) return null;
  return (
    <nav className="saved" aria-label={t("inbox:saved.title")}>
      <ul className="row s">
        {props.filters.map(({ id, name, query }) => (
          <li key={id}>
            <a
              className="off"
              href={`/${lang}/desk/inbox${query ? `?${query}` : ""}`}
              aria-current={query === props.current ? "true" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The field in which a filter gets another name: one for each, so that an error leads to it. */
export function renameField(id: string): string {
  return `rename-${id}`;
}

/** Keeps the filter in force under a name; renames and deletes those that are kept. Open where something is to correct. */
export function SavedFilterForms(props: { filters: readonly Saved[]; current: string; form: FormState }) {
  const { lang, t } = useLanguage();
  const { filters, current, form } = props;
  const action = `/${lang}/desk/inbox${current ? `?${current}` : ""}`;
  const intent = textOf(form, "intent");
  return (
    <details className="data" open={intent !== ""}>
      <summary>{t("inbox:saved.manage")}</summary>
      {current === "" ? (
        <p className="hint">{t("inbox:saved.nothing")}</p>
      ) : (
        <Form action={action}>
          <input type="hidden" name="query" value={current} />
          <div className="saved-row">
            <Field
              name="name"
              label={t("inbox:saved.name")}
              hint={t("inbox:saved.hint")}
              maxLength={60}
              form={intent === "save" ? form : EMPTY_FORM}
            />
            <Submit name="intent" value="save">
              {t("inbox:saved.save")}
            </Submit>
          </div>
        </Form>
      )}
      {filters.map(({ id, name }) => {
        const field = renameField(id);
        const typed = textOf(form, "id") === id ? { form } : { value: name };
        return (
          <Form key={id} action={action}>
            <input type="hidden" name="id" value={id} />
            <div className="saved-row">
              <Field name={field} label={t("inbox:saved.renameOf", { name })} maxLength={60} {...typed} />
              <span className="row">
                <Submit look="alt" name="intent" value="rename">
                  {t("inbox:saved.rename")} <span className="vh">{name}</span>
                </Submit>
                <Submit look="alt" name="intent" value="delete">
                  {t("inbox:saved.delete")} <span className="vh">{name}</span>
                </Submit>
              </span>
            </div>
          </Form>
        );
      })}
    </details>
  );
}
