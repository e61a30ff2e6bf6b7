import { useLoaderData } from "@remix-run/react";
import { findLetter, listLetters, shownMailFolder } from "#app/platform/mail/mail-folder.server.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

/** The mails of a portal without a mail server; in production, or with a mail server, there is no such page. */
export const loader = publicLoader(async ({ t, params }) => {
  const folder = shownMailFolder();
  if (folder === null) throw notFound();
  const { id } = params;
  const letter = id === undefined ? null : await findLetter(folder, id);
  if (id !== undefined && !letter) throw notFound();
  const letters = letter
    ? []
    : (await listLetters(folder)).map(({ id: number, at, to, subject }) => ({ id: number, at, to, subject }));
  const links = [...(letter?.text.matchAll(/^https?:\/\/\S+$/gm) ?? [])].map(([href]) => href);
  return {
    title: letter?.subject ?? t("accounts:devMail.title"),
    letter: letter && { at: letter.at, to: letter.to, subject: letter.subject, text: letter.text },
    links,
    letters,
  };
});

export default function DevMail() {
  const { letter, links, letters } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const list = { label: t("accounts:devMail.title"), href: `/${lang}/dev/mail` };
  if (letter) {
    return (
      <Page crumbs={[list, { label: letter.subject }]}>
        <Head title={letter.subject} />
        <Facts
          facts={[
            { term: t("accounts:devMail.to"), value: letter.to },
            { term: t("accounts:devMail.at"), value: format.dateTimeSeconds(letter.at) },
          ]}
        />
        <pre className="payload">{letter.text}</pre>
        <Section id="links" title={t("accounts:devMail.links")}>
          <ul className="flow tight">
            {links.map((href) => (
              <li key={href}>
                <a href={href}>{href}</a>
              </li>
            ))}
          </ul>
        </Section>
      </Page>
    );
  }
  return (
    <Page crumbs={[{ label: t("accounts:devMail.title") }]}>
      <Head title={t("accounts:devMail.title")} lede={t("accounts:devMail.lede")} />
      {letters.length === 0 ? (
        <EmptyState title={t("accounts:devMail.none")}>{t("accounts:devMail.noneText")}</EmptyState>
      ) : (
        <ul className="list">
          {letters.map((one) => (
            <li className="hit" key={one.id}>
              <h2 className="h-s">
                <a href={`/${lang}/dev/mail/${one.id}`}>{one.subject}</a>
              </h2>
              <p className="s soft">
                {one.to} · {format.dateTimeSeconds(one.at)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
