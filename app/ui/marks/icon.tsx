export type IconName =
  | "run"
  | "soon"
  | "over"
  | "wait"
  | "met"
  | "late"
  | "void"
  | "doc"
  | "yes"
  | "no"
  | "fix"
  | "x"
  | "up"
  | "down"
  | "same"
  | "seal";

/** A symbol out of `<Symbols>`; the words beside it carry the meaning. */
export function Icon(props: { name: IconName }) {
  return (
    <svg className="i" aria-hidden="true" focusable="false">
      <use href={`#i-${props.name}`} />
    </svg>
  );
}
