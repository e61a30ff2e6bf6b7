import type { FormState } from "#app/platform/form-state.ts";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

type Asked = { number: number; what: string };

/** Commitments from which the reader may ask to be released (`own`), or may release another party (`asked`). */
export function ReleaseForms(props: {
  own: readonly Asked[];
  asked: readonly (Asked & { why: string })[];
  form: FormState;
}) {
  const { t } = useLanguage();
  const { own, asked, form } = props;
  if (own.length + asked.length === 0) return null;
  return (
    <Section id="release" title={t("money:release.title")} aside={t("money:release.aside")}>
      {asked.map(({ number, what, why }) => (
        <div key={number} className="flow">
          <Form>
            <input type="hidden" name="release" value={number} />
            <p>
              <a href={`#commitment-${number}`}>{what}</a>: {why}
            </p>
            <Submit small name="intent" value="release-agree">
              {t("money:release.agree", { number: String(number) })}
            </Submit>
          </Form>
          <Reasoned
            number={number}
            intent="release-decline"
            label={t("money:release.decline", { number: String(number) })}
            form={form}
          />
        </div>
      ))}
      {own.map(({ number, what }) => (
        <Reasoned
          key={number}
          number={number}
          intent="release-ask"
          label={t("money:release.ask", { what })}
          form={form}
        />
      ))}
    </Section>
  );
}

/** What is said with a reason, opened where it was sent and came back. */
function Reasoned(props: { number: number; intent: string; label: string; form: FormState }) {
  const { t } = useLanguage();
  const { number, intent, label, form } = props;
  const isSent = textOf(form, "release") === String(number);
  return (
    <details className="data" open={isSent}>
      <summary>{label}</summary>
      <Form>
        <input type="hidden" name="release" value={number} />
        <TextArea
          name="reason"
          label={t("money:release.reason")}
          hint={t("money:own.reasonHint")}
          max={1_000}
          rows={3}
          form={isSent ? form : undefined}
        />
        <Actions>
          <Submit look="alt" name="intent" value={intent}>
            {label}
          </Submit>
        </Actions>
      </Form>
    </details>
  );
}
