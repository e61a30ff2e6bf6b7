import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Submit } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

export type Tie = {
  id: string;
  relation: "FINANCIAL" | "SUPERVISOR" | "FAMILY";
  name: string | null;
  body: Texts | null;
  note: string;
  fromOn: string;
  toOn: string | null;
};

/** One's own declared ties, each with the button that says it has ended. */
export function InterestList(props: { ties: readonly Tie[] }) {
  const { t, format } = useLanguage();
  return (
    <StackTable
      caption={t("council:interests.list")}
      columns={[
        { label: t("council:interests.to"), heads: true },
        { label: t("council:interests.relation") },
        { label: t("council:interests.period") },
        { label: t("council:interests.end") },
      ]}
      rows={props.ties.map((tie) => ({
        key: tie.id,
        cells: [
          <span key="name">
            <Named tie={tie} />
            {tie.note ? <small className="soft"> {tie.note}</small> : null}
          </span>,
          t(`council:tie.${tie.relation}`),
          tie.toOn
            ? t("council:interests.fromTo", { from: format.date(tie.fromOn), to: format.date(tie.toOn) })
            : t("council:interests.since", { from: format.date(tie.fromOn) }),
          tie.toOn ? (
            t("council:interests.ended")
          ) : (
            <form key="end" method="post">
              <input type="hidden" name="tieId" value={tie.id} />
              <input type="hidden" name="intent" value="end" />
              <Submit look="alt" small>
                {t("council:interests.endButton")}{" "}
                <span className="vh">
                  <Named tie={tie} />
                </span>
              </Submit>
            </form>
          ),
        ],
      }))}
    />
  );
}

function Named({ tie }: { tie: Tie }) {
  return tie.body ? <Text of={tie.body} badge={false} /> : tie.name;
}
