import { useContext } from "react";
import { useLanguage } from "#app/ui/language.tsx";
import { ReaderContext } from "#app/ui/reader.ts";
import type { SearchView } from "#app/ui/search/search-view.ts";

/** To be told of what this search finds newly: by mail and page for who has an account, by its feed for everybody. */
export function SaveBar(props: { view: SearchView }) {
  const { lang, t } = useLanguage();
  const reader = useContext(ReaderContext);
  const { address } = props.view;
  if (address === "") return null;
  return (
    <div className="row follow" id="save">
      {reader ? (
        <form method="post" action={`/${lang}/me/searches`} className="row">
          <input type="hidden" name="address" value={address} />
          <button className="btn alt sm" type="submit">
            {t("notices:searches.save")}
          </button>
        </form>
      ) : (
        <a
          className="btn alt sm"
          href={`/${lang}/sign-in?${new URLSearchParams({ next: `/${lang}/search?${address}` })}`}
        >
          {t("notices:searches.signIn")}
        </a>
      )}
      <a className="s" href={`/${lang}/search.atom?${address}`} type="application/atom+xml">
        {t("notices:searches.feed")}
      </a>
      {reader ? (
        <a className="s" href={`/${lang}/me/searches`}>
          {t("notices:searches.all")}
        </a>
      ) : null}
    </div>
  );
}
