import type { FactualCheck, OwnCheckItem } from "#app/domain/monitoring/factual-check/factual-check.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { postWord } from "#app/ui/record/entry-words.ts";

export const ELEMENTS = ["criteria", "condition", "cause", "effect"] as const;

type Said = { text: string; language: Language; post: string; at: string };

function Words({ text, language, post, at }: Said) {
  const { t, format } = useLanguage();
  return (
    <>
      {text ? (
        <p className="read pre">
          <Foreign lang={language}>{text}</Foreign>
        </p>
      ) : null}
      <p className="s soft">
        {t("monitoring:answerBy", { post: postWord(t, post), date: format.date(format.dayOf(at)) })}
      </p>
    </>
  );
}

/** What each body said of the facts, and what the Front answered; the former text folds out beneath its correction. */
export function Checks({ checks }: { checks: readonly FactualCheck[] }) {
  const { t, format } = useLanguage();
  return (
    <>
      {checks.map(({ body, dueOn, comment, answer }) => (
        <div className="talk flow tight" key={body.id}>
          <p>
            <strong>
              <Text of={body.name} badge={false} />
            </strong>{" "}
            <Tag>
              {comment
                ? t(comment.correct ? "monitoring:factual.CORRECT" : "monitoring:factual.NOT_CORRECT")
                : t("monitoring:factual.silent", { date: format.date(dueOn) })}
            </Tag>
          </p>
          {comment ? <Words {...comment} /> : null}
          {answer ? (
            <div className="flow tight">
              <p>
                {t("monitoring:factual.answer")}{" "}
                <Tag>{t(answer.accepted ? "monitoring:factual.ACCEPTED" : "monitoring:factual.NOT_ACCEPTED")}</Tag>
              </p>
              <Words {...answer} text={answer.reason} />
              <Former former={answer.former} />
            </div>
          ) : null}
        </div>
      ))}
    </>
  );
}

function Former({ former }: Pick<NonNullable<FactualCheck["answer"]>, "former">) {
  const { t } = useLanguage();
  if (!former) return null;
  return (
    <details className="data">
      <summary>{t("monitoring:factual.former")}</summary>
      <div className="flow tight">
        <p>
          <strong>
            <Foreign lang={former.language}>{former.title}</Foreign>
          </strong>
        </p>
        {ELEMENTS.map((name) => (
          <div key={name}>
            <p className="s soft">{t(`monitoring:field.${name}`)}</p>
            <p className="read pre">
              <Foreign lang={former.language}>{former[name]}</Foreign>
            </p>
          </div>
        ))}
      </div>
    </details>
  );
}

/** The findings about the reader's own body, with the way to each. */
export function OwnChecks({ checks }: { checks: readonly OwnCheckItem[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("monitoring:factual.own")}
      columns={[
        { label: t("monitoring:finding"), heads: true },
        { label: t("monitoring:factual.until") },
        { label: t("monitoring:factual.comment") },
      ]}
      rows={checks.map((one) => ({
        key: one.code,
        cells: [
          <>
            <a href={`/${lang}/monitoring/findings/${one.code}/factual-check`}>
              <Foreign lang={one.language}>{one.title}</Foreign>
            </a>{" "}
            <small className="soft nw">{one.code}</small>
          </>,
          format.date(one.dueOn),
          t(one.commented ? "monitoring:factual.said" : "monitoring:factual.notSaid"),
        ],
      }))}
    />
  );
}
