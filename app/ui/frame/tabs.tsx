import { useLanguage } from "#app/ui/language.tsx";

export type Tab = { href: string; label: string; count?: number | undefined; current?: boolean | undefined };

/** Links to the parts of one thing, or to the states of a list; they wrap and never scroll. */
export function Tabs(props: { label: string; tabs: readonly Tab[] }) {
  const { format } = useLanguage();
  return (
    <nav className="tabs" aria-label={props.label}>
      <ul>
        {props.tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
              {tab.label}
              {tab.count === undefined ? null : (
                <>
                  {" "}
                  <span>{format.number(tab.count)}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
