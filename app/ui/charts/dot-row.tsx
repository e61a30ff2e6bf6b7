import type { PartyShares } from "#app/ui/charts/share-geometry.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** A scale of shares from 0: its end and the step of its ticks, both in ppm. */
export type DotScale = { end: number; step: number };

/** Round steps of 10, or of 20 where a share passes 60 %; the end lies beyond every share, so that no mark is cut off. */
export function dotScale(sharesPpm: readonly number[]): DotScale {
  const largest = Math.max(...sharesPpm, 0);
  const step = largest > 600_000 ? 200_000 : 100_000;
  return { end: (Math.floor(largest / step) + 1) * step, step };
}

function ticks(scale: DotScale): number[] {
  return Array.from({ length: scale.end / scale.step + 1 }, (_tick, index) => index * scale.step);
}

function at(scale: DotScale, ppm: number): string {
  return `${(ppm / scale.end) * 100}%`;
}

/** Key and axis of the dot rows: ■ capital ◇ risk ● profit. */
export function DotAxis(props: { scale: DotScale }) {
  const { t, format } = useLanguage();
  const { scale } = props;
  return (
    <>
      <span className="bkey">
        <KeyMark shape="capital" /> {t("share:small.capital")} <KeyMark shape="risk" /> {t("share:small.risk")}{" "}
        <KeyMark shape="profit" /> {t("share:small.profit")}
      </span>
      <svg className="ch ba" aria-hidden="true" focusable="false">
        {ticks(scale).map((tick) => (
          <text
            key={tick}
            className={tick === 0 ? undefined : tick === scale.end ? "e" : "m"}
            x={at(scale, tick)}
            y=".85rem"
          >
            {format.percentDigits(tick)}
          </text>
        ))}
      </svg>
    </>
  );
}

function KeyMark(props: { shape: "capital" | "risk" | "profit" }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {props.shape === "capital" ? <path className="p-ink" d="M3 3h10v10H3Z" /> : null}
      {props.shape === "risk" ? <path className="o-ink" d="M8 .8 15.2 8 8 15.2.8 8Z" /> : null}
      {props.shape === "profit" ? <circle className="o-ink pr" cx="8" cy="8" r="5" /> : null}
    </svg>
  );
}

/** The three shares of one party on the common scale, the range between them as a line. */
export function DotRow(props: { scale: DotScale; shares: PartyShares }) {
  const { scale } = props;
  const { capital, risk, profit } = props.shares;
  const known = [capital, risk, profit].filter((ppm) => ppm !== null);
  return (
    <svg className="ch bell" aria-hidden="true" focusable="false">
      {ticks(scale).map((tick) => (
        <line key={tick} className="ax" x1={at(scale, tick)} x2={at(scale, tick)} y1="0" y2="100%" />
      ))}
      {known.length > 0 ? (
        <line className="rng" x1={at(scale, Math.min(...known))} x2={at(scale, Math.max(...known))} y1="50%" y2="50%" />
      ) : null}
      {capital === null ? null : (
        <svg x={at(scale, capital)} y="50%" overflow="visible" aria-hidden="true">
          <path className="p-ink" d="M-5-5h10V5H-5Z" />
        </svg>
      )}
      {risk === null ? null : (
        <svg x={at(scale, risk)} y="50%" overflow="visible" aria-hidden="true">
          <path className="o-ink" d="M0-7.5 7.5 0 0 7.5-7.5 0Z" />
        </svg>
      )}
      {profit === null ? null : (
        <svg x={at(scale, profit)} y="50%" overflow="visible" aria-hidden="true">
          <circle className="o-ink pr" r="4.5" />
        </svg>
      )}
    </svg>
  );
}
