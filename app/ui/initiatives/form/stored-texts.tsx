import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** What is stored where it differs from what somebody just typed, so that neither text is lost. */
export function StoredTexts(props: {
  texts: readonly { name: string; stored: string }[];
  labels: Record<string, string>;
}) {
  const { t } = useLanguage();
  if (props.texts.length === 0) return null;
  return (
    <Notice warn>
      <p>
        <strong>{t("initiatives:form.stored")}</strong>
      </p>
      <dl className="answers">
        {props.texts.map(({ name, stored }) => (
          <div key={name}>
            <dt>{props.labels[name] ?? name}</dt>
            <dd>{stored || <span className="soft">{t("form:notAnswered")}</span>}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
