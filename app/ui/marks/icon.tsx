import type { IconName } from "#app/ui/marks/icon-paths.ts";

/** A symbol out of `<Symbols>`; the words beside it carry the meaning. */
export function Icon(props: { name: IconName }) {
  return (
    <svg className="i" aria-hidden="true" focusable="false">
      <use href={`#i-${props.name}`} />
    </svg>
  );
}
