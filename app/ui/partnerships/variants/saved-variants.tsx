import type { Texts } from "#app/platform/languages/texts.ts";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";

export type SavedRow = {
  id: string;
  name: string;
  organisation: { names: Texts; house: House };
  savedAt: string;
  sharedAt: string | null;
  comments: number;
};

/** What is saved: own variants and those that members shared; each can be laid beside what is typed. */
export function SavedVariants(props: { here: string; saved: readonly SavedRow[]; mayAdd: boolean }) {
  const { lang, t, format } = useLanguage();
  return (
    <ul className="list">
      {props.saved.map(({ id, name, organisation, savedAt, sharedAt, comments }) => (
        <li className="hit" key={id}>
          <h3>
            <a href={`${props.here}/workbench/${id}`}>{name}</a>
          </h3>
          <p>
            <PartyBadge house={organisation.house} name={nameOf(organisation.names, lang)} />
          </p>
          <p className="meta">
            {sharedAt
              ? t("workbench:saved.sharedAt", { at: format.dateTime(sharedAt) })
              : t("workbench:saved.own", { at: format.dateTime(savedAt) })}
            {sharedAt ? ` · ${t("workbench:saved.comments", { count: comments })}` : null}
          </p>
          {props.mayAdd ? (
            <p>
              <button className="btn alt sm" type="submit" name="intent" value={`load-${id}`}>
                {t("workbench:saved.load")}
                <span className="vh"> {name}</span>
              </button>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
