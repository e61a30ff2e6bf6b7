import type { FormState } from "#app/platform/form-state.ts";
import { fieldId } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";

export const ERROR_SUMMARY_ID = "error-summary";

/**
 * What is left to correct, one link per field. `labels` names the fields in the order of the page;
 * errors of no field stand under the empty name and lead nowhere. Nothing is drawn without errors.
 */
export function ErrorSummary(props: { form: FormState; labels?: Record<string, string> }) {
  const { lang, t } = useLanguage();
  const labels = props.labels ?? {};
  const order = Object.keys(labels);
  const rank = (name: string) => (name === "" ? -1 : order.includes(name) ? order.indexOf(name) : order.length);
  const items = Object.entries(props.form.errors)
    .flatMap(([name, errors]) => errors.map((error) => ({ name, error })))
    .sort((a, b) => rank(a.name) - rank(b.name));
  if (items.length === 0) return null;
  return (
    <div className="sum" id={ERROR_SUMMARY_ID} role="alert" tabIndex={-1} aria-labelledby={`${ERROR_SUMMARY_ID}-title`}>
      <h2 id={`${ERROR_SUMMARY_ID}-title`}>{t("form:summary", { count: items.length })}</h2>
      <ul>
        {items.map(({ name, error }) => (
          <li key={`${name} ${error}`}>
            {name === "" ? error : <a href={`#${fieldId(name)}`}>{labelled(labels, name, error)}</a>}
          </li>
        ))}
      </ul>
    </div>
  );

  function labelled(known: Record<string, string>, name: string, error: string): string {
    const label = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!label) return error;
    const opening = error.charAt(0).toLocaleLowerCase(lang);
    return t("form:labelled", { label, error: opening + error.slice(1).replace(/\.$/, "") });
  }
}
