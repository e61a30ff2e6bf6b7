import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type UsesOfKind = { count: number; newest: { code: string; path: string; title: Texts }[] };

/** How many initiatives and partnerships there are for a product, and the newest. */
export function Uses(props: { uses: { initiative: UsesOfKind; partnership: UsesOfKind } }) {
  const { t } = useLanguage();
  return (
    <div className="cols half">
      <Kind title={t("catalogue:initiatives")} uses={props.uses.initiative} />
      <Kind title={t("catalogue:partnerships")} uses={props.uses.partnership} />
    </div>
  );
}

function Kind(props: { title: string; uses: UsesOfKind }) {
  const { lang, t, format } = useLanguage();
  const { count, newest } = props.uses;
  return (
    <div>
      <h3>
        {props.title} <span className="soft num">{format.number(count)}</span>
      </h3>
      {count === 0 ? <p className="soft">{t("catalogue:nothing")}</p> : null}
      <ul className="flow tight">
        {newest.map((it) => (
          <li key={it.code}>
            <a href={`/${lang}${it.path}`}>
              <Text of={it.title} />
            </a>{" "}
            <span className="s soft nw">{it.code}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
