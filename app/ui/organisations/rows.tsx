import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseName } from "#app/ui/marks/house.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";

type Row = { code: string; names: Texts; house: House; provinceCode: string };

/** Organisations one beneath the other: name, house, province, code. */
export function OrganisationRows(props: { items: readonly Row[]; provinceName: ReadonlyMap<string, string> }) {
  const { lang } = useLanguage();
  return (
    <ol className="list">
      {props.items.map((item) => (
        <li className="hit" key={item.code}>
          <h2>
            <a href={`/${lang}/organisations/${item.code}`}>
              <Text of={item.names} />
            </a>
          </h2>
          <div className="meta">
            <span>
              <HouseName house={item.house} />
            </span>
            <span>{props.provinceName.get(item.provinceCode)}</span>
            <span className="nw">{item.code}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Nothing to list: because nothing is there at all, or because nothing matches. */
export function NoOrganisations(props: { atAll: boolean; allHref: string }) {
  const { t } = useLanguage();
  if (props.atAll)
    return <EmptyState title={t("organisations:list.empty")}>{t("organisations:list.noneText")}</EmptyState>;
  const action = { href: props.allHref, label: t("organisations:list.all") };
  return <EmptyState title={t("organisations:list.none")} action={action} />;
}
