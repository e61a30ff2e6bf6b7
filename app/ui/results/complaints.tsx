import type { PublicComplaint } from "#app/domain/results/complaints/complaint.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** The banner of a result that somebody reported: on what ground, since when, until when it is answered; its words for the host alone. */
export function ComplaintBanner(props: {
  complaints: readonly PublicComplaint[];
  dueOn: string | null;
  text: string | null;
}) {
  const { t, format } = useLanguage();
  const open = props.complaints.find(({ outcome }) => outcome === null);
  return (
    <Notice warn>
      <p>{t("results:page.underReview")}</p>
      {open ? (
        <p>
          {t("results:complaint.received", {
            date: format.date(format.dayOf(open.at)),
            ground: t(`results:complaint.ground.${open.ground}`),
          })}{" "}
          {props.dueOn ? t("results:complaint.due", { date: format.date(props.dueOn) }) : null}
        </p>
      ) : null}
      {props.text === null ? null : <blockquote className="lines">{props.text}</blockquote>}
    </Notice>
  );
}

/** The complaints that were answered, with the answers; nothing where there was none. */
export function AnsweredComplaints(props: { complaints: readonly PublicComplaint[] }) {
  const { t, format } = useLanguage();
  const answered = props.complaints.filter(({ outcome }) => outcome !== null);
  if (answered.length === 0) return null;
  return (
    <Section id="complaints" title={t("results:complaint.many")}>
      <ul className="flow">
        {answered.map(({ ground, at, outcome, answer, answeredAt }) => (
          <li key={at}>
            <p>
              <strong>{t(`results:complaint.ended.${outcome ?? "DISMISSED"}`)}</strong>{" "}
              <span className="s soft">{format.date(format.dayOf(answeredAt ?? at))}</span>
            </p>
            <p className="s">
              {t("results:complaint.received", {
                date: format.date(format.dayOf(at)),
                ground: t(`results:complaint.ground.${ground}`),
              })}
            </p>
            <p className="lines">{answer}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
