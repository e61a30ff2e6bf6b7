import { CALL_LENGTHS } from "#app/domain/partnerships/calls/call.schema.ts";
import type { FoundCall } from "#app/domain/partnerships/calls/call.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { bodyName } from "#app/ui/calls/words.ts";
import { Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** The way to express interest: a form for representatives, the door for everybody else. */
export function ExpressInterest(props: {
  code: string;
  /** verified organisations of the reader's that have not expressed it yet */
  bodies: readonly SelectOption[];
  isSignedIn: boolean;
  /** working days within which an answer is owed */
  answerDays: number;
  form: FormState;
}) {
  const { lang, t } = useLanguage();
  const { code, bodies, form } = props;
  const next = `/${lang}/partnerships/calls/${code}`;
  return (
    <Section id="interest" title={t("calls:interest.title")}>
      <div className="flow">
        <p className="read">
          {t("calls:interest.who")} {t("calls:interest.promise", { count: props.answerDays })}
        </p>
        {props.isSignedIn ? null : (
          <p>
            <a className="btn" href={`/${lang}/sign-in?${new URLSearchParams({ next })}`}>
              {t("calls:interest.signIn")}
            </a>
          </p>
        )}
        {bodies.length > 0 ? (
          <Form>
            <Select name="organisationId" label={t("calls:field.organisationId")} options={bodies} form={form} />
            <TextArea
              name="message"
              label={t("calls:field.message")}
              hint={t("calls:hint.message")}
              max={CALL_LENGTHS.message.most}
              form={form}
            />
            <LanguageChoice label={t("calls:field.language")} form={form} {...languageOf(form, lang)} />
            <Actions>
              <Submit name="intent" value="interest">
                {t("calls:interest.send")}
              </Submit>
            </Actions>
          </Form>
        ) : null}
      </div>
    </Section>
  );
}

/** The page's own language until another one was sent. */
export function languageOf(form: FormState, lang: string): { value?: string } {
  return form.values["language"] === undefined ? { value: lang } : {};
}

/** Those interests of which the reader is a side: all of them for its organisation, their own for others. */
export function InterestTable(props: { call: Pick<FoundCall, "code" | "concerned" | "mayRun"> }) {
  const { lang, t, format } = useLanguage();
  const { code, concerned, mayRun } = props.call;
  if (concerned.length === 0 && !mayRun) return null;
  const caption = t(mayRun ? "calls:interest.list" : "calls:interest.yours");
  return (
    <Section id="interests" title={caption} aside={mayRun ? t("calls:interest.listAside") : undefined}>
      {concerned.length === 0 ? (
        <p className="soft">{t("calls:interest.none")}</p>
      ) : (
        <StackTable
          caption={caption}
          columns={[
            { label: t("calls:own.column.body"), heads: true },
            { label: t("calls:own.column.sent") },
            { label: t("calls:own.column.standing") },
          ]}
          rows={concerned.map((one) => ({
            key: one.id,
            cells: [
              <PartyBadge key="body" house={one.body.house} name={bodyName(one.body, lang)} />,
              format.date(format.dayOf(one.sentAt)),
              <a key="state" href={`/${lang}/partnerships/calls/${code}/interests/${one.id}`}>
                {t(`calls:interest.state.${one.state}`)}
              </a>,
            ],
          }))}
        />
      )}
    </Section>
  );
}
