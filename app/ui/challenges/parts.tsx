import type { House } from "#app/domain/accounts/actor.ts";
import type { ChallengeState } from "#app/domain/initiatives/challenges/challenge.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Select } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { StateTag } from "#app/ui/initiatives/initiative-row.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** A challenge as its page gets it; days are 'YYYY-MM-DD', money whole đồng as text. */
export type SentChallenge = {
  code: string;
  state: ChallengeState;
  language: Language;
  title: Texts;
  budgetCeilingVnd: string | null;
  opensOn: string | null;
  closesOn: string | null;
  owner: { names: Texts; house: House; code: string };
  endReason: string | null;
  statement: string | null;
  statementLanguage: Language | null;
  statedAt: string | null;
};

export function ChallengeHead(props: { challenge: SentChallenge }) {
  const { t } = useLanguage();
  const { code, state, title } = props.challenge;
  const isNamed = state !== "WITHDRAWN" && Object.keys(title).length > 0;
  return (
    <Head
      eyebrow={
        <>
          <span>
            {t("challenges:one")} <span className="nw">{code}</span>
          </span>
          <Tag>{t(`challenges:state.${state}`)}</Tag>
        </>
      }
      title={isNamed ? <Text of={title} /> : code}
    />
  );
}

/** Who poses it, from when until when, with which money, for which products. */
export function ChallengeFacts(props: {
  challenge: SentChallenge;
  products: readonly { code: string; name: string }[];
}) {
  const { lang, t, format } = useLanguage();
  const { owner, opensOn, closesOn, budgetCeilingVnd } = props.challenge;
  return (
    <Facts
      facts={[
        {
          term: t("challenges:field.ownerId"),
          value: (
            <a href={`/${lang}/organisations/${owner.code}`}>
              <PartyBadge house={owner.house} name={<Text of={owner.names} badge={false} />} />
            </a>
          ),
        },
        {
          term: t("challenges:field.opensOn"),
          value: opensOn && <time dateTime={opensOn}>{format.date(opensOn)}</time>,
        },
        {
          term: t("challenges:field.closesOn"),
          value: closesOn && <time dateTime={closesOn}>{format.date(closesOn)}</time>,
        },
        {
          term: t("challenges:field.budgetCeiling"),
          value: budgetCeilingVnd ? format.money(BigInt(budgetCeilingVnd)) : t("challenges:noCeiling"),
        },
        {
          term: t("challenges:field.productCodes"),
          value:
            props.products.length > 0 ? (
              <ul>
                {props.products.map((one) => (
                  <li key={one.code}>
                    <a href={`/${lang}/catalogue/${one.code}`}>{one.name}</a>
                  </li>
                ))}
              </ul>
            ) : null,
        },
      ]}
    />
  );
}

/** How it ended: the owner's statement, or why it was taken back. */
export function EndSection(props: { challenge: SentChallenge }) {
  const { t, format } = useLanguage();
  const { state, endReason, statement, statementLanguage, statedAt, language } = props.challenge;
  if (state === "WITHDRAWN")
    return (
      <Notice warn>
        <p>
          <strong>{t("challenges:withdrawn")}</strong>
        </p>
        <Prose text={endReason ?? ""} lang={language} />
      </Notice>
    );
  if (!statement || !statedAt) return null;
  return (
    <Section id="statement" title={t("challenges:statement")} aside={format.date(format.dayOf(statedAt))}>
      <div className="quote">
        <Prose text={statement} lang={statementLanguage ?? language} />
      </div>
    </Section>
  );
}

type Answering = { code: string; state: string; title: Texts | null };

/** The initiatives that answer: those that are public by their title, the others by their code. */
export function AnswerSection(props: { answers: readonly Answering[]; answeredBy: string | null }) {
  const { lang, t } = useLanguage();
  return (
    <Section
      id="answers"
      title={t("challenges:answering")}
      aside={t("challenges:answers", { count: props.answers.length })}
    >
      {props.answers.length === 0 ? (
        <p className="soft">{t("challenges:noAnswers")}</p>
      ) : (
        <ul className="flow">
          {props.answers.map((one) => (
            <li key={one.code}>
              <a href={`/${lang}/initiatives/${one.code}`}>{one.title ? <Text of={one.title} /> : one.code}</a>{" "}
              <span className="s soft nw">{one.code}</span> <StateTag state={one.state} />{" "}
              {one.code === props.answeredBy ? <Tag>{t("challenges:theAnswer")}</Tag> : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The way to answer: begin a draft for it, or say that one of one's own drafts is meant for it. */
export function AnswerWith(props: {
  code: string;
  drafts: readonly { code: string; title: Texts; isTied: boolean }[];
  isOpen: boolean;
  form: FormState;
}) {
  const { lang, t } = useLanguage();
  const { code, form } = props;
  const label = (draft: { code: string; title: Texts }) =>
    [draft.code, pickText(draft.title, lang)?.text].filter(Boolean).join(": ");
  const free = props.drafts.filter((draft) => !draft.isTied && props.isOpen);
  const tied = props.drafts.filter((draft) => draft.isTied);
  if (!props.isOpen && tied.length === 0) return null;
  return (
    <Section id="answer" title={t("challenges:answerIt")}>
      <div className="flow">
        {props.isOpen ? (
          <p>
            <a className="btn" href={`/${lang}/submit?challenge=${code}`}>
              {t("challenges:begin")}
            </a>
          </p>
        ) : null}
        {free.length > 0 ? (
          <Form>
            <Select
              name="draft"
              label={t("challenges:field.draft")}
              options={free.map((draft) => ({ value: draft.code, label: label(draft) }))}
              form={form}
            />
            <Actions>
              <Submit name="intent" value="tie" look="alt">
                {t("challenges:tie")}
              </Submit>
            </Actions>
          </Form>
        ) : null}
        {tied.map((draft) => (
          <Form key={draft.code}>
            <input type="hidden" name="draft" value={draft.code} />
            <p className="row">
              <a href={`/${lang}/submit/${draft.code}`}>{label(draft)}</a>
              <Submit name="intent" value="untie" look="alt" small>
                {t("challenges:untie")}
              </Submit>
            </p>
          </Form>
        ))}
      </div>
    </Section>
  );
}
