import type { ReactNode } from "react";
import { useLanguage } from "#app/ui/language.tsx";

/** `answer` as the public will later see it; nothing typed is said in words. `changeHref` leads back to the field. */
export type Answer = { label: string; answer: ReactNode; changeHref?: string };

/** Everything that was answered, before it is sent. */
export function CheckAnswers(props: { answers: readonly Answer[] }) {
  const { t } = useLanguage();
  return (
    <dl className="answers">
      {props.answers.map(({ label, answer, changeHref }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{answer || <span className="soft">{t("form:notAnswered")}</span>}</dd>
          {changeHref ? (
            <dd>
              <a href={changeHref}>
                {t("form:change")}
                <span className="vh"> {label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
