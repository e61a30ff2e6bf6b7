import { GROUNDS, VOICE_LENGTHS } from "#app/domain/initiatives/voice/comment.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { LanguageField } from "#app/ui/initiatives/voice/comment-form.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

type Props = { code: string; form: FormState };

/** Reports a comment with one of the six grounds and a reason. */
export function ReportForm(props: Props) {
  const { lang, t } = useLanguage();
  const isRefused = props.form.values["intent"] === "report";
  return (
    <details className="data" open={isRefused}>
      <summary>{t("voice:report.title")}</summary>
      <p>{t("voice:report.text")}</p>
      <Form action={`/${lang}/comments/${props.code}`}>
        <GroundField label={t("voice:report.ground")} form={props.form} />
        <TextArea
          name="reason"
          label={t("voice:report.reason")}
          hint={t("voice:report.reasonHint")}
          max={VOICE_LENGTHS.reason.max}
          rows={3}
          form={props.form}
        />
        <input type="hidden" name="language" value={lang} />
        <Actions>
          <Submit name="intent" value="report" look="alt">
            {t("voice:report.send")}
          </Submit>
        </Actions>
      </Form>
    </details>
  );
}

/** The author's one appeal against hiding. */
export function AppealForm(props: Props) {
  const { lang, t } = useLanguage();
  return (
    <Section id="appeal" title={t("voice:appeal.title")}>
      <p>{t("voice:appeal.text")}</p>
      <Form action={`/${lang}/comments/${props.code}`}>
        <TextArea
          name="reason"
          label={t("voice:appeal.reason")}
          max={VOICE_LENGTHS.reason.max}
          rows={4}
          form={props.form}
        />
        <input type="hidden" name="language" value={lang} />
        <Actions>
          <Submit name="intent" value="appeal">
            {t("voice:appeal.send")}
          </Submit>
        </Actions>
      </Form>
    </Section>
  );
}

/** A verdict on a report, or on an appeal, with its public reason. */
export function VerdictForm(props: Props & { isAppeal: boolean }) {
  const { lang, t } = useLanguage();
  const { form, isAppeal } = props;
  const verdicts = isAppeal ? (["UPHOLD", "RESTORE"] as const) : (["HIDE", "KEEP"] as const);
  return (
    <Form action={`/${lang}/desk/moderation/${props.code}`}>
      <RadioGroup
        name="verdict"
        label={t("voice:desk.verdict")}
        choices={verdicts.map((value) => ({ value, label: t(`voice:desk.${value}`) }))}
        form={form}
      />
      {isAppeal ? null : <GroundField label={t("voice:desk.ground")} hint={t("voice:desk.groundHint")} form={form} />}
      <TextArea
        name="reason"
        label={t("voice:desk.reason")}
        hint={t("voice:desk.reasonHint")}
        max={VOICE_LENGTHS.reason.max}
        rows={4}
        form={form}
      />
      <LanguageField form={form} />
      <Actions>
        <Submit>{t("voice:desk.send")}</Submit>
      </Actions>
    </Form>
  );
}

function GroundField(props: { label: string; hint?: string; form: FormState }) {
  const { t } = useLanguage();
  return (
    <Select
      name="ground"
      label={props.label}
      hint={props.hint}
      empty="–"
      options={GROUNDS.map((value) => ({ value, label: t(`voice:ground.${value}`) }))}
      form={props.form}
    />
  );
}

type Act = { kind: string; ground: string | null; reason: string; language: Language; at: string };

/** Every report and act on a comment, in their order, without who did them. */
export function ActsOfModeration(props: { acts: readonly Act[] }) {
  const { t, format } = useLanguage();
  const words = { REPORT: "report", APPEAL: "appealOf", HIDE: "HIDE", UPHOLD: "UPHOLD", RESTORE: "RESTORE" } as const;
  const shown = props.acts.map((act, index) => ({ ...act, key: `${index}` }));
  const wordsOf = (kind: string) => {
    const known = Object.entries(words).find(([name]) => name === kind)?.[1];
    return known ? t(`voice:desk.${known}`) : kind;
  };
  const groundOf = (ground: string) => {
    const key = `voice:ground.${ground}`;
    return t.has(key) ? t(key) : ground;
  };
  return (
    <Section id="acts" title={t("voice:desk.reports")}>
      {shown.map(({ key, kind, ground, reason, language, at }) => (
        <div className="talk flow tight" key={key}>
          <p className="row">
            <strong>{wordsOf(kind)}</strong>
            {ground ? <Tag>{groundOf(ground)}</Tag> : null}
            <span className="soft s nw">
              <time dateTime={at}>{format.dateTime(at)}</time>
            </span>
          </p>
          <Prose text={reason} lang={language} />
        </div>
      ))}
    </Section>
  );
}
