import type { FormState } from "#app/platform/form-state.ts";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

type Asked = { number: number; what: string };
export type Releases = {
  /** from which the reader may ask to be released */
  own: Asked[];
  /** from which it asked to be released, and may take that back */
  open: Asked[];
  /** of another party that asks; `mayAgree` while nothing is paid in */
  asked: (Asked & { why: string; mayAgree: boolean })[];
};

/** What the reader may ask, take back or answer about commitments that are to be owed no more. */
export function ReleaseForms(props: { releases: Releases; form: FormState }) {
  const { t } = useLanguage();
  const { form } = props;
  const { own, open, asked } = props.releases;
  if (own.length + open.length + asked.length === 0) return null;
  return (
    <Section id="release" title={t("money:release.title")} aside={t("money:release.aside")}>
      {asked.map(({ number, what, why, mayAgree }) => (
        <div key={number} className="flow">
          <p>
            <a href={`#commitment-${number}`}>{what}</a>: {why}
          </p>
          {mayAgree ? (
            <Form>
              <input type="hidden" name="release" value={number} />
              <Submit small name="intent" value="release-agree">
                {t("money:release.agree", { number: String(number) })}
              </Submit>
            </Form>
          ) : (
            <p>{t("money:release.paid")}</p>
          )}
          <Reasoned
            number={number}
            intent="release-decline"
            label={t("money:release.decline", { number: String(number) })}
            form={form}
          />
        </div>
      ))}
      {open.map(({ number, what }) => (
        <Reasoned
          key={number}
          number={number}
          intent="release-withdraw"
          label={t("money:release.withdraw", { what })}
          form={form}
        />
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
  const isSent = textOf(form, "release") === String(number) && textOf(form, "intent") === intent;
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
          apart={isSent ? undefined : `${intent}-${number}`}
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
