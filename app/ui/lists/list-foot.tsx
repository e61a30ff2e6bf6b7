import { FirstNext } from "#app/ui/lists/pagination.tsx";

/** Beneath a list: the way through its pages, and its feed. */
export function ListFoot(props: {
  isFirst: boolean;
  firstHref: string;
  nextHref: string | null;
  feed: { href: string; label: string };
}) {
  return (
    <>
      <FirstNext firstHref={props.isFirst ? undefined : props.firstHref} nextHref={props.nextHref ?? undefined} />
      <p className="s">
        <a href={props.feed.href} type="application/atom+xml">
          {props.feed.label}
        </a>
      </p>
    </>
  );
}
