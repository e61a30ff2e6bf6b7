import type { Track } from "#app/domain/initiatives/initiative.ts";
import { type Task, TaskList } from "#app/ui/form/task-list.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

export type DraftAsideData = {
  code: string;
  track: Track;
  /** the code of the challenge that it is written for */
  challenge: string | null;
  tasks: readonly { name: string; href: string; state: Task["state"]; note: string | null }[];
  asked: readonly {
    id: string;
    field: string;
    message: string;
    answer: string | null;
    isEdited: boolean;
    href: string;
    step: string;
  }[];
  answerDueOn: string;
  savedAt: string;
};

/** Beside the form: what is done, what is missing, when it was saved, and by when an answer would come. */
export function DraftAside(props: { data: DraftAsideData }) {
  const { lang, t, format } = useLanguage();
  const { code, track, challenge, tasks, answerDueOn, savedAt } = props.data;
  return (
    <aside className="stick flow" aria-label={t("initiatives:form.file")}>
      <TaskList
        title={t("initiatives:form.file")}
        tasks={tasks.map(({ name, href, state, note }) => {
          const key = `initiatives:form.checklist.${name}`;
          return { label: t.has(key) ? t(key) : name, href, state, note };
        })}
      />
      {challenge ? (
        <p className="s">
          {t("challenges:forChallenge")}{" "}
          <a className="nw" href={`/${lang}/challenges/${challenge}`}>
            {challenge}
          </a>
          .
        </p>
      ) : null}
      <p className="s">
        <a href={`/${lang}/submit/needs/${track.toLowerCase()}`}>{t("checklist:aside")}</a>
        <br />
        <a href={`/${lang}/me/initiatives/${code}/receipts`}>{t("authorship:receipts.link")}</a>
        <br />
        <a href={`/${lang}/me/initiatives/${code}/readings`}>{t("authorship:readers.link")}</a>
      </p>
      <p className="s">{t("initiatives:form.saved", { time: format.dateTime(savedAt) })}</p>
      <div className="clock s">
        <h2>{t("initiatives:form.ifToday")}</h2>
        <p>
          {t("initiatives:form.ifTodayText")} <strong className="nw">{format.weekdayDate(answerDueOn)}</strong>.
        </p>
      </div>
    </aside>
  );
}

/** What intake asked for, all at once; on a page of the form only what stands there. */
export function AskedFor(props: { code: string; items: DraftAsideData["asked"]; step?: string }) {
  const { lang, t } = useLanguage();
  const items = props.items.filter((item) => props.step === undefined || item.step === props.step);
  if (items.length === 0) return null;
  return (
    <Notice warn>
      <p>
        <strong>{t("initiatives:form.asked", { count: items.length })}</strong>
      </p>
      <ul>
        {items.map((item) => {
          const key = `desk:field.${item.field}`;
          return (
            <li key={`${item.field} ${item.message}`}>
              <a href={item.href}>{t.has(key) ? t(key) : item.field}</a>: {item.message}{" "}
              <span className="soft">
                ({t(`authorship:answers.${item.isEdited ? "edited" : item.answer ? "answered" : "open"}`)})
              </span>
            </li>
          );
        })}
      </ul>
      {props.step ? (
        <p>
          <a href={`/${lang}/submit/${props.code}/check#answers`}>{t("authorship:answers.label")}</a>
        </p>
      ) : null}
    </Notice>
  );
}

/** Where in the form one is: words and a bar. */
export function StepsAt(props: { number: number; total: number }) {
  const { t } = useLanguage();
  const { number, total } = props;
  const width = 100 / total - 0.8;
  return (
    <>
      <p className="eyebrow steps-at">
        <span>{t("initiatives:form.step", { number, total })}</span>
      </p>
      <svg className="ch ms6" aria-hidden="true" focusable="false">
        {Array.from({ length: total }, (_, index) => index + 1).map((step) => (
          <rect
            key={step}
            className={step === number ? "p-ink" : step < number ? "p-edge" : "o-edge"}
            x={`${((step - 1) * 100) / total}%`}
            y="1"
            width={`${width}%`}
            height="6"
          />
        ))}
      </svg>
    </>
  );
}
