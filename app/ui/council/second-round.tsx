import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { criterionWords } from "#app/ui/initiatives/decision-section.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** Proposed where the council is far apart: the same people again, on those criteria alone. */
export function SecondRound(props: { criteria: readonly string[] }) {
  const { t } = useLanguage();
  if (props.criteria.length === 0) return null;
  return (
    <Form>
      <h3>{t("council:second.title")}</h3>
      <p className="read">{t("council:second.propose")}</p>
      <ul className="flow tight">
        {props.criteria.map((code) => (
          <li key={code}>{criterionWords(code, t)}</li>
        ))}
      </ul>
      <Actions>
        <input type="hidden" name="intent" value="second-round" />
        <Submit>{t("council:second.button")}</Submit>
      </Actions>
    </Form>
  );
}
