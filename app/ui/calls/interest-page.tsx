import { CALL_LENGTHS } from "#app/domain/partnerships/calls/call.schema.ts";
import { type CallBody, isOfMarket } from "#app/domain/partnerships/calls/call.ts";
import type { FoundInterest } from "#app/domain/partnerships/calls/interests/interest.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { languageOf } from "#app/ui/calls/interest-parts.tsx";
import { bodyName } from "#app/ui/calls/words.ts";
import { Text } from "#app/ui/foreign.tsx";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** What was written, by whom, and what came back; names and posts, never an address. */
export function InterestWords(props: { interest: FoundInterest }) {
  const { t } = useLanguage();
  const { interest } = props;
  return (
    <>
      <Section id="message" title={t("calls:interest.message")}>
        <Prose text={interest.message} lang={interest.language} />
      </Section>
      {interest.answer ? (
        <Section id="answer" title={t("calls:interest.answered")} aside={t(`calls:interest.state.${interest.state}`)}>
          <Prose text={interest.answer.text} lang={interest.answer.language} />
        </Section>
      ) : null}
    </>
  );
}

export function InterestFacts(props: { interest: FoundInterest }) {
  const { lang, t, format } = useLanguage();
  const { from, call, sentAt, endedAt, answer } = props.interest;
  return (
    <Facts
      facts={[
        {
          term: t("calls:interest.about"),
          value: (
            <a href={`/${lang}/partnerships/calls/${call.code}`}>
              {call.code}: <Text of={call.title} />
            </a>
          ),
        },
        { term: t("calls:interest.from"), value: <Side body={from} person={from.person} post={from.post} /> },
        { term: t("calls:interest.sentOn"), value: format.date(format.dayOf(sentAt)) },
        {
          term: answer ? t("calls:interest.by") : t("calls:field.body"),
          value: <Side body={call.body} person={answer?.person ?? null} post={answer?.post ?? null} />,
        },
        { term: t("calls:interest.endedOn"), value: endedAt && format.date(format.dayOf(endedAt)) },
      ]}
    />
  );
}

function Side(props: { body: CallBody; person: string | null; post: string | null }) {
  const { lang, t } = useLanguage();
  const post = props.post === "PARTY_REP" ? t("record:post.PARTY_REP") : props.post;
  const who = [props.person, post].filter(Boolean).join(", ");
  return (
    <a href={`/${lang}/organisations/${props.body.code}`}>
      <PartyBadge house={props.body.house} name={bodyName(props.body, lang)} role={who || undefined} />
    </a>
  );
}

/** The caller's answer, while the interest waits. */
export function AnswerForm(props: { form: FormState }) {
  const { lang, t } = useLanguage();
  const { form } = props;
  return (
    <Section id="answer-it" title={t("calls:interest.answerIt")}>
      <div className="read">
        <Form>
          <RadioGroup
            name="outcome"
            label={t("calls:field.outcome")}
            choices={(["ACCEPTED", "DECLINED"] as const).map((value) => ({
              value,
              label: t(`calls:interest.outcome.${value}`),
            }))}
            form={form}
          />
          <TextArea
            name="answer"
            label={t("calls:field.answer")}
            hint={t("calls:hint.answer")}
            max={CALL_LENGTHS.answer.most}
            form={form}
          />
          <LanguageChoice label={t("calls:field.language")} form={form} {...languageOf(form, lang)} />
          <Actions>
            <Submit name="intent" value="answer">
              {t("calls:interest.answerButton")}
            </Submit>
          </Actions>
        </Form>
      </div>
    </Section>
  );
}

/** The other side waits, and may take it back. */
export function WaitingSection() {
  const { t } = useLanguage();
  return (
    <Section id="waits" title={t("calls:interest.withdraw")}>
      <div className="read flow">
        <p>{t("calls:interest.waits")}</p>
        <Form>
          <p>{t("calls:interest.withdrawText")}</p>
          <Actions>
            <Submit name="intent" value="withdraw" look="alt">
              {t("calls:interest.withdraw")}
            </Submit>
          </Actions>
        </Form>
      </div>
    </Section>
  );
}

/** Where an accepted interest leads: into the partnership behind the call, or to one that is founded together. */
export function NextSection(props: { interest: FoundInterest }) {
  const { lang, t } = useLanguage();
  const { id, from, call, isCaller } = props.interest;
  const name = bodyName(isCaller ? from : call.body, lang);
  const { partnership } = call;
  return (
    <Section id="next" title={t("calls:interest.next")}>
      {isCaller && call.result ? (
        <div className="flow">
          <p className="read">{t("reports:form.toActText")}</p>
          <p>
            <a className="btn" href={`/${lang}/results/${call.result}/report/act?interest=${id}`}>
              {t("reports:form.toAct")}
            </a>
          </p>
        </div>
      ) : null}
      {partnership === null ? (
        <div className="flow">
          <p className="read">{t(isOfMarket(call.kind) ? "calls:market.next" : "calls:interest.foundText")}</p>
          <p>
            <a className="btn" href={`/${lang}/partnerships/new?interest=${id}`}>
              {t("calls:interest.found", { name })}
            </a>
          </p>
        </div>
      ) : isCaller ? (
        <p>
          <a className="btn" href={`/${lang}/partnerships/${partnership}/manage?organisation=${from.id}#invite`}>
            {t("calls:interest.invite", { name, code: partnership })}
          </a>
        </p>
      ) : (
        <Notice>
          {t("calls:interest.awaitInvite", { code: partnership })}{" "}
          <a href={`/${lang}/me/partnerships`}>{t("partnerships:own.title")}</a>
        </Notice>
      )}
    </Section>
  );
}
