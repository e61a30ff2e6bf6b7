import type { SubjectSignal } from "#app/domain/monitoring/assessments/subject-assessment.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { SignalFigure } from "./signal-parts.tsx";

/** What people say of a subject, on its own page: how they were asked, how many, what they said, with intervals. */
export function SubjectOpinion({ code, signals }: { code: string; signals: readonly SubjectSignal[] }) {
  const { lang, t } = useLanguage();
  if (signals.length === 0) return null;
  return (
    <Section id="opinion" title={t("opinion:ofSubject")}>
      <div className="flow">
        {signals.map((signal) => (
          <SignalShort key={signal.code} signal={signal} />
        ))}
        <p>
          <a href={`/${lang}/monitoring/opinion?about=${code}`}>{t("opinion:allOf")}</a>
        </p>
      </div>
    </Section>
  );
}

function SignalShort({ signal }: { signal: SubjectSignal }) {
  const { lang, t, format } = useLanguage();
  const { code, title, language, channel, method, fromOn, toOn, n, errata } = signal;
  return (
    <article className="flow" aria-labelledby={`${code}-name`}>
      <h3 id={`${code}-name`}>
        <a href={`/${lang}/monitoring/opinion/${code}`}>
          <Foreign lang={language}>{title}</Foreign>
        </a>
      </h3>
      <p className="s soft">
        {t(`opinion:channels.${channel}`)} · {t("opinion:asked", { count: n })} ·{" "}
        {t("monitoring:period", { from: format.date(fromOn), to: format.date(toOn) })}{" "}
        {errata > 0 ? <Tag>{t("monitoring:errata")}</Tag> : null}
      </p>
      <SignalFigure signal={signal} />
      <div>
        <p className="s soft">{t("opinion:field.method")}</p>
        <p className="s read pre">
          <Foreign lang={language}>{method}</Foreign>
        </p>
      </div>
    </article>
  );
}
