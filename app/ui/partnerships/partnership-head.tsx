import type { PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import type { PartnershipState } from "#app/domain/partnerships/partnership.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";

export type HeadedPartnership = {
  code: string;
  form: PartnershipForm;
  state: PartnershipState;
  published: boolean;
  title: Texts;
  description: Texts;
};

/** Kind, code and state, title and what it is about; before the first signature that it is not public yet. */
export function PartnershipHead(props: { partnership: HeadedPartnership; manageHref: string | null }) {
  const { t } = useLanguage();
  const { partnership } = props;
  const { published } = partnership;
  return (
    <Head
      eyebrow={
        <>
          <span>
            {t("partnerships:one")} <span className="nw">{partnership.code}</span>
          </span>
          {published ? <Tag>{t(`partnerships:form.${partnership.form}`)}</Tag> : null}
          <Tag>{t(`partnerships:state.${partnership.state}`)}</Tag>
        </>
      }
      title={published ? <Text of={partnership.title} /> : t("partnerships:unpublished.title")}
      lede={published ? <Text of={partnership.description} /> : t("partnerships:unpublished.text")}
    >
      {props.manageHref ? (
        <p className="row">
          <a className="btn alt sm" href={props.manageHref}>
            {t("partnerships:manage.title")}
          </a>
        </p>
      ) : null}
    </Head>
  );
}

type Measured = {
  from: string;
  lastOn: string | null;
  totalValueVnd: string | null;
  trlStart: number | null;
  trlTarget: number | null;
};

/**
 * Days, value, readiness and places. `totalValueVnd` is decimal text of whole đồng; `onRecord` are the
 * entries of the public record that say them, null where none does.
 */
export function PartnershipFacts(props: {
  partnership: Measured;
  provinces: readonly string[];
  results: readonly { code: string; title: Texts }[];
  onRecord: { valueNo: number | null; readinessNo: number | null };
}) {
  const { lang, t, format } = useLanguage();
  const { from, lastOn, totalValueVnd, trlStart, trlTarget } = props.partnership;
  const days = lastOn
    ? t("partnerships:period.fromTo", { from: format.date(from), to: format.date(lastOn) })
    : t("partnerships:period.from", { from: format.date(from) });
  const readiness =
    trlStart === null && trlTarget === null
      ? null
      : t("partnerships:readiness", { start: String(trlStart ?? "–"), target: String(trlTarget ?? "–") });
  return (
    <Facts
      facts={[
        { term: t("partnerships:field.period"), value: days },
        {
          term: t("partnerships:field.totalValue"),
          value: totalValueVnd && (
            <>
              {format.money(BigInt(totalValueVnd))} <EntryLink entryNo={props.onRecord.valueNo} />
            </>
          ),
        },
        {
          term: t("partnerships:field.readiness"),
          value: readiness && (
            <>
              {readiness} <EntryLink entryNo={props.onRecord.readinessNo} />
            </>
          ),
        },
        { term: t("partnerships:field.provinces"), value: props.provinces.join(", ") },
        {
          term: t("partnerships:field.results"),
          value:
            props.results.length === 0
              ? null
              : props.results.map(({ code, title }) => (
                  <p key={code}>
                    <a href={`/${lang}/results/${code}`}>
                      <Text of={title} />
                    </a>{" "}
                    <span className="nw">{code}</span>
                  </p>
                )),
        },
      ]}
    />
  );
}
