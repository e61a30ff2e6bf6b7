import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";

/** A one-time link that cannot be used, and the way to a new one. */
export function LinkVoid(props: { again: { href: string; label: string } }) {
  const { t } = useLanguage();
  return (
    <Page crumbs={[{ label: t("accounts:linkVoid.title") }]}>
      <div className="read formpage">
        <h1>{t("accounts:linkVoid.title")}</h1>
        <EmptyState title={t("refusals:LINK_VOID")} action={props.again}>
          {t("accounts:linkVoid.text")}
        </EmptyState>
      </div>
    </Page>
  );
}
