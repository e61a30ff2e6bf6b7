import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";

export type Seat = {
  id: string;
  name: string | null;
  bodyNames: Texts | null;
  declared: boolean;
  recused: boolean;
  scored: boolean;
  /** why the seat was left, where the reader may know */
  recusalGround: string | null;
  recusalReason: string | null;
  /** the seat that was left and is filled by this one */
  replacesSeatId: string | null;
};

/** Who sits in a round and how far each is; points stay closed until the round is. */
export function SeatsTable(props: { caption: string; seats: readonly Seat[] }) {
  const { t } = useLanguage();
  return (
    <table className="stack" role="table">
      <caption className="vh">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(["evaluator", "declared", "scored"] as const).map((column) => (
            <th role="columnheader" scope="col" key={column}>
              {t(`desk:seat.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.seats.map((seat) => (
          <tr role="row" key={seat.id}>
            <th role="rowheader" scope="row">
              {seat.name ?? t("desk:seat.unnamed")}
              {seat.bodyNames ? (
                <small className="soft">
                  {" "}
                  <Text of={seat.bodyNames} badge={false} />
                </small>
              ) : null}
              {seat.replacesSeatId ? (
                <small className="soft">
                  {" "}
                  {t("council:seat.replaces", { name: nameOf(props.seats, seat.replacesSeatId) })}
                </small>
              ) : null}
            </th>
            {seat.recused ? (
              <td role="cell" colSpan={2}>
                {t("desk:seat.recused")}
                {seat.recusalGround ? <Ground ground={seat.recusalGround} reason={seat.recusalReason} /> : null}
              </td>
            ) : (
              <>
                <td role="cell" data-l={t("desk:seat.declared")}>
                  <State
                    done={seat.declared}
                    words={seat.declared ? "desk:seat.noConflict" : "desk:seat.notDeclared"}
                  />
                </td>
                <td role="cell" data-l={t("desk:seat.scored")}>
                  <State done={seat.scored} words={seat.scored ? "desk:seat.sent" : "desk:seat.notSent"} />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Ground({ ground, reason }: { ground: string; reason: string | null }) {
  const { t } = useLanguage();
  const key = `council:tie.${ground}`;
  return (
    <small className="soft">
      {" "}
      {t.has(key) ? t(key) : ground}
      {reason ? `: ${reason}` : ""}
    </small>
  );
}

function nameOf(seats: readonly Seat[], id: string): string {
  return seats.find((seat) => seat.id === id)?.name ?? "";
}

type Words = "desk:seat.noConflict" | "desk:seat.notDeclared" | "desk:seat.sent" | "desk:seat.notSent";

function State(props: { done: boolean; words: Words }) {
  const { t } = useLanguage();
  return (
    <span className={props.done ? undefined : "soft"}>
      <Icon name={props.done ? "yes" : "no"} /> {t(props.words)}
    </span>
  );
}
