import type { CallStanding, OwnCall } from "#app/domain/partnerships/calls/call.ts";
import type { OwnInterest } from "#app/domain/partnerships/calls/interests/interest.ts";
import { bodyName } from "#app/ui/calls/words.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** What the reader's organisations publish, and what waits for their answer. */
export function OwnCallTable(props: { calls: readonly (OwnCall & { standing: CallStanding })[] }) {
  const { lang, t } = useLanguage();
  if (props.calls.length === 0) return <p className="soft">{t("calls:own.noCalls")}</p>;
  return (
    <StackTable
      caption={t("calls:own.caption")}
      columns={[
        { label: t("calls:own.column.what"), heads: true },
        { label: t("calls:own.column.body") },
        { label: t("calls:own.column.standing") },
        { label: t("calls:own.column.interests") },
      ]}
      rows={props.calls.map((call) => ({
        key: call.code,
        cells: [
          <span key="what">
            <a href={`/${lang}/partnerships/calls/${call.code}`}>
              {Object.keys(call.title).length > 0 ? <Text of={call.title} /> : call.code}
            </a>{" "}
            <small className="soft">
              {t(`calls:kind.${call.kind}`)} <span className="nw">{call.code}</span>
            </small>
          </span>,
          <PartyBadge key="body" house={call.body.house} name={bodyName(call.body, lang)} />,
          t(`calls:standing.${call.standing}`),
          [
            t("calls:interests", { count: call.interests }),
            call.waiting > 0 ? t("calls:waiting", { count: call.waiting }) : null,
          ]
            .filter(Boolean)
            .join("; "),
        ],
      }))}
    />
  );
}

/** What the reader's organisations are interested in, and how it was answered. */
export function OwnInterestTable(props: { interests: readonly OwnInterest[] }) {
  const { lang, t, format } = useLanguage();
  if (props.interests.length === 0) return <p className="soft">{t("calls:own.noInterests")}</p>;
  return (
    <StackTable
      caption={t("calls:own.interests")}
      columns={[
        { label: t("calls:own.column.what"), heads: true },
        { label: t("calls:own.column.body") },
        { label: t("calls:own.column.sent") },
        { label: t("calls:own.column.standing") },
      ]}
      rows={props.interests.map((one) => ({
        key: one.id,
        cells: [
          <a key="what" href={`/${lang}/partnerships/calls/${one.call.code}/interests/${one.id}`}>
            {one.call.code}: <Text of={one.call.title} />
          </a>,
          <PartyBadge key="body" house={one.body.house} name={bodyName(one.body, lang)} />,
          format.date(format.dayOf(one.sentAt)),
          t(`calls:interest.state.${one.state}`),
        ],
      }))}
    />
  );
}
