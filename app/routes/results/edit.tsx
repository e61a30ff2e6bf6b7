import { useLoaderData } from "@remix-run/react";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { lacksOf } from "#app/domain/results/completeness.ts";
import { hasAudience } from "#app/domain/results/profile/audience.ts";
import { RESULT_PARTS } from "#app/domain/results/result.schema.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { TaskList } from "#app/ui/form/task-list.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { lackWords } from "#app/ui/results/form/lack-words.ts";
import { memberLoader } from "#app/web/guard.server.ts";
import { editableResult } from "#app/web/results/result-file.server.ts";

/** Parts that may stay empty: a result is whole without them. */
const OPTIONAL: readonly string[] = [
  "audience",
  "rights",
  "exploitation",
  "funding",
  "recognition",
  "files",
  "publication",
];

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const result = await editableResult(actor, params["code"]);
  const { content } = result;
  const lacks = lacksOf(content, dayInVietnam(new Date()));
  const filled: Record<string, boolean> = {
    audience: hasAudience(content),
    rights: content.rights.length > 0,
    recognition: content.recognition.length > 0,
    exploitation: content.acts.length > 0,
    funding: content.funding.length > 0,
    files: content.files.length > 0,
    publication: content.embargoUntil !== null,
  };
  return {
    title: pickText(content.title, lang)?.text ?? result.code,
    code: result.code,
    name: content.title,
    host: result.host.names,
    missing: result.state === "RETURNED" ? (result.events.findLast((it) => it.to === "RETURNED")?.missing ?? []) : [],
    parts: RESULT_PARTS.map((part) => {
      const own = lacks.filter((lack) => lack.part === part);
      const isStarted = own.length === 0 && (!OPTIONAL.includes(part) || filled[part] === true);
      return {
        part,
        state: own.length > 0 ? ("fix" as const) : isStarted ? ("done" as const) : ("todo" as const),
        note: own.map((lack) => lackWords(lack, t, formatter(lang)))[0] ?? (isStarted ? null : t("form:optional")),
      };
    }),
  };
});

export default function EditResult() {
  const { code, name, host, parts, missing } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/results/${code}`;
  return (
    <Page
      crumbs={[
        { label: t("results:mine.title"), href: `/${lang}/me/results` },
        { label: <span className="nw">{code}</span> },
      ]}
    >
      <Head
        eyebrow={
          <>
            <span className="nw">{code}</span>
            <Text of={host} badge={false} />
          </>
        }
        title={<Text of={name} />}
        lede={t("results:form.partsLede")}
      />
      <div className="read flow">
        {missing.length > 0 ? (
          <Notice warn>
            <p>
              <strong>{t("results:form.returned")}</strong>
            </p>
            <ul className="flow tight">
              {missing.map((it) => (
                <li key={`${it.part} ${it.message}`}>
                  <a href={`${base}/edit/${it.part}`}>{t(`results:part.${it.part}`)}</a>: {it.message}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <TaskList
          title={t("results:form.parts")}
          tasks={parts.map(({ part, state, note }) => ({
            label: t(`results:part.${part}`),
            href: `${base}/edit/${part}`,
            state,
            note,
          }))}
        />
        <p className="row actions">
          <a className="btn" href={`${base}/check`}>
            {t("results:form.check")}
          </a>
          <a href={`${base}/withdraw`}>{t("results:page.withdraw")}</a>
        </p>
      </div>
    </Page>
  );
}
