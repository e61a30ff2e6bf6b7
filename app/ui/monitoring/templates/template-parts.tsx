import { PATTERN_ROWS } from "#app/domain/monitoring/templates/template.schema.ts";
import { REACHES, type TemplateContent, type TemplateItem } from "#app/domain/monitoring/templates/template.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { RadioGroup, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { ThreeLanguages } from "#app/ui/form/three-languages.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** The fields by name, for the summary of errors. */
export function templateLabels(t: Translate): Record<string, string> {
  const names = LANGUAGES.map((language) => [`name_${language}`, t("monitoring:templates.name")] as const);
  const rows = Array.from({ length: PATTERN_ROWS }, (_, index) => [
    [`findings[${index}].title`, t("monitoring:templates.patternTitle")] as const,
    [`findings[${index}].article`, t("monitoring:templates.article")] as const,
  ]).flat();
  return {
    ...Object.fromEntries([...names, ...rows]),
    ownerId: t("monitoring:field.ownerId"),
    reach: t("monitoring:templates.reach"),
    questions: t("monitoring:templates.questions"),
    guidance: t("monitoring:templates.guidance"),
    checklist: t("monitoring:templates.checklist"),
  };
}

/** What a version says: the questions, how to rate, what to look at on the spot, patterns of findings. */
export function TemplateBody({ content }: { content: TemplateContent }) {
  const { t } = useLanguage();
  const { language, questions, guidance, checklist, findings } = content;
  return (
    <div className="read flow">
      <h3>{t("monitoring:templates.questions")}</h3>
      <Lines lang={language} lines={questions} />
      <h3>{t("monitoring:templates.guidance")}</h3>
      <p className="pre">
        <Foreign lang={language}>{guidance}</Foreign>
      </p>
      {checklist.length > 0 ? (
        <>
          <h3>{t("monitoring:templates.checklist")}</h3>
          <Lines lang={language} lines={checklist} />
        </>
      ) : null}
      {findings.length > 0 ? (
        <StackTable
          caption={t("monitoring:templates.patterns")}
          captioned
          columns={[
            { label: t("monitoring:templates.patternTitle"), heads: true },
            { label: t("monitoring:templates.article") },
            { label: t("monitoring:field.criteria") },
          ]}
          rows={findings.map(({ title, article, criteria }) => ({
            key: title + article,
            cells: [title, article, criteria],
          }))}
        />
      ) : null}
    </div>
  );
}

/** What the template says to look at on the spot, where minutes are written; nothing where it says nothing. */
export function Checklist({ content }: { content: Pick<TemplateContent, "language" | "checklist"> }) {
  const { t } = useLanguage();
  if (content.checklist.length === 0) return null;
  return (
    <Notice>
      <p>{t("monitoring:templates.checklist")}</p>
      <Lines lang={content.language} lines={content.checklist} />
    </Notice>
  );
}

function Lines({ lang, lines }: { lang: TemplateContent["language"]; lines: readonly string[] }) {
  return (
    <ol className="flow tight">
      {lines.map((line, place) => (
        <li key={line}>
          {place + 1}. <Foreign lang={lang}>{line}</Foreign>
        </li>
      ))}
    </ol>
  );
}

/** Patterns from which a finding can begin; each fills in the form. */
export function FindingPatterns({ patterns }: { patterns: readonly { title: string; article: string }[] }) {
  const { t } = useLanguage();
  if (patterns.length === 0) return null;
  return (
    <section aria-labelledby="patterns">
      <h2 className="h-s" id="patterns">
        {t("monitoring:templates.begin")}
      </h2>
      <ul className="flow tight">
        {patterns.map(({ title, article }, place) => (
          <li key={title + article}>
            <a href={`?pattern=${place}`}>{title}</a> <span className="s soft">{article}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The templates that a body reads, with whose they are and how often they were used. */
export function TemplateTable({ items }: { items: readonly TemplateItem[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("monitoring:templates.shared")}
      columns={[
        { label: t("monitoring:templates.name"), heads: true },
        { label: t("monitoring:owner") },
        { label: t("monitoring:templates.reach") },
        { label: t("monitoring:templates.newest") },
        { label: t("monitoring:templates.campaigns"), numeric: true },
      ]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [
          <a key="name" href={`/${lang}/monitoring/templates/${item.id}`}>
            <Text of={item.name} />
          </a>,
          <Text key="owner" of={item.owner} badge={false} />,
          t(`monitoring:templates.reachOf.${item.reach}`),
          `${t("monitoring:templates.version", { number: item.number })}, ${format.date(format.dayOf(item.madeAt))}`,
          format.number(item.campaigns),
        ],
      }))}
    />
  );
}

/** A template, or its next version where it has an owner already. */
export function TemplateForm(props: { form: FormState; owners: readonly SelectOption[]; copiedFrom: string }) {
  const { t } = useLanguage();
  const { form, owners, copiedFrom } = props;
  return (
    <Form>
      <input type="hidden" name="copiedFrom" value={copiedFrom} />
      {owners.length > 0 ? (
        <Select name="ownerId" label={t("monitoring:field.ownerId")} options={owners} form={form} />
      ) : null}
      <ThreeLanguages
        name="name"
        label={t("monitoring:templates.name")}
        hint={t("monitoring:templates.nameHint")}
        max={150}
        form={form}
      />
      <RadioGroup
        name="reach"
        label={t("monitoring:templates.reach")}
        choices={REACHES.map((value) => ({ value, label: t(`monitoring:templates.reachOf.${value}`) }))}
        form={form}
      />
      <TextArea
        name="questions"
        label={t("monitoring:templates.questions")}
        hint={t("monitoring:templates.questionsHint")}
        rows={6}
        form={form}
      />
      <TextArea name="guidance" label={t("monitoring:templates.guidance")} rows={5} max={4_000} form={form} />
      <TextArea
        name="checklist"
        label={t("monitoring:templates.checklist")}
        hint={t("monitoring:templates.lines")}
        rows={4}
        optional
        form={form}
      />
      <PatternRows form={form} />
      <Actions>
        <Submit>{t("monitoring:templates.save")}</Submit>
      </Actions>
    </Form>
  );
}

function PatternRows({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      {Array.from({ length: PATTERN_ROWS }, (_, index) => `findings[${index}]`).map((row, index) => (
        <details className="data" key={row} open={index === 0 || `${row}.title` in form.values}>
          <summary>{t("monitoring:templates.pattern", { number: index + 1 })}</summary>
          <Field
            name={`${row}.title`}
            label={t("monitoring:templates.patternTitle")}
            maxLength={200}
            optional
            form={form}
          />
          <Field
            name={`${row}.article`}
            label={t("monitoring:templates.article")}
            hint={t("monitoring:templates.articleHint")}
            maxLength={300}
            optional
            form={form}
          />
          <TextArea name={`${row}.criteria`} label={t("monitoring:field.criteria")} rows={2} optional form={form} />
        </details>
      ))}
    </>
  );
}
