import { useLoaderData } from "@remix-run/react";
import { shownMailFolder } from "#app/platform/mail/mail-folder.server.ts";
import { Confirmation } from "#app/ui/blocks/confirmation.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

/** After signing up and after asking for a new password: the same page, whether or not there is an account. */
export const loader = publicLoader(async ({ t, url }) => {
  const kind = url.pathname.endsWith("/forgot/sent") ? ("reset" as const) : ("confirm" as const);
  return { title: t(`accounts:sent.${kind}.title`), kind, mailsHere: shownMailFolder() !== null };
});

export default function Sent() {
  const { kind, mailsHere } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const title = t(`accounts:sent.${kind}.title`);
  const again = kind === "confirm" ? "sign-up" : "forgot";
  return (
    <Page crumbs={[{ label: t("accounts:signIn.title"), href: `/${lang}/sign-in` }, { label: title }]}>
      <Confirmation
        title={title}
        next={[
          { href: `/${lang}/sign-in`, label: t("accounts:sent.signIn") },
          { href: `/${lang}/${again}`, label: t("accounts:sent.again") },
        ]}
      >
        <p>{t(`accounts:sent.${kind}.text`)}</p>
        {mailsHere ? (
          <Notice>
            <p>
              {t("accounts:sent.here")} <a href={`/${lang}/dev/mail`}>{t("accounts:devMail.title")}</a>
            </p>
          </Notice>
        ) : null}
      </Confirmation>
    </Page>
  );
}
