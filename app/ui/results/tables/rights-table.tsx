import type { ReactNode } from "react";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import type { ResultView } from "#app/ui/results/view.ts";

type Right = ResultView["rights"][number];

/** Rights in a result: whose they are and what offices did, with a warning where it was shown before its filing. */
export function RightsTable(props: { rights: readonly Right[] }) {
  const { t } = useLanguage();
  const { rights } = props;
  if (rights.length === 0) return <p className="soft">{t("results:page.noRights")}</p>;
  return (
    <>
      <StackTable
        caption={t("results:page.rights")}
        roomy
        columns={[
          { label: t("results:page.rightKind"), heads: true },
          { label: t("results:page.rightStatus") },
          { label: t("profile:page.owners") },
          { label: t("profile:page.events") },
        ]}
        rows={rights.map((right, index) => ({
          key: `${index} ${right.applicationNo}`,
          cells: [
            <Lines
              key="kind"
              first={t(`results:right.${right.kind}`)}
              rest={[[right.office, right.applicationNo].filter(Boolean).join(", ")]}
            />,
            <Status key="status" right={right} />,
            <Owners key="owners" right={right} />,
            <Events key="events" right={right} />,
          ],
        }))}
      />
      {rights.map((right) => (
        <Disclosed key={`${right.kind} ${right.applicationNo} ${right.disclosedOn}`} {...right} />
      ))}
    </>
  );
}

function Lines(props: { first: ReactNode; rest: readonly string[] }) {
  return (
    <>
      {props.first}
      {props.rest.filter(Boolean).map((line) => (
        <span className="s soft" key={line}>
          <br />
          {line}
        </span>
      ))}
    </>
  );
}

function Status({ right }: { right: Right }) {
  const { t, format } = useLanguage();
  const { status, examinationDays, expiresOn } = right;
  return (
    <Lines
      first={t(`results:rightStatus.${status}`)}
      rest={[
        examinationDays === null ? "" : t("profile:page.examined", { count: examinationDays }),
        expiresOn ? t("profile:page.expires", { date: format.date(expiresOn) }) : "",
      ]}
    />
  );
}

function Owners({ right }: { right: Right }) {
  const { lang, format } = useLanguage();
  if (right.owners.length === 0) return "–";
  return right.owners.map(({ name, ppm, organisationId }) => (
    <p key={name}>
      {organisationId ? <a href={`/${lang}/organisations/${organisationId}`}>{name}</a> : name}{" "}
      <span className="nw">{format.percent(ppm)}</span>
    </p>
  ));
}

function Events({ right }: { right: Right }) {
  const { t, format } = useLanguage();
  if (right.events.length === 0) return "–";
  return right.events.map(({ kind, onDate, reference }) => (
    <p key={`${onDate} ${kind}`}>
      <span className="nw">{format.date(onDate)}</span> {t(`profile:event.${kind}`)}
      {reference ? <span className="soft"> ({reference})</span> : null}
    </p>
  ));
}

/** What it means for a right that it was shown to the public before its filing; nothing where it was not. */
export function Disclosed({ kind, disclosedOn, disclosure }: Pick<Right, "kind" | "disclosedOn" | "disclosure">) {
  const { t, format } = useLanguage();
  if (!disclosure || !disclosedOn) return null;
  const until = disclosure.graceEndsOn ? format.date(disclosure.graceEndsOn) : "";
  return (
    <Notice warn>
      <p>
        <strong>{t(`results:right.${kind}`)}.</strong>{" "}
        {t(`profile:disclosed.${disclosure.kind}`, { date: format.date(disclosedOn), until })}
      </p>
    </Notice>
  );
}
