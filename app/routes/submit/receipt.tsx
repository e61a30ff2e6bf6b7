import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findInitiative } from "#app/domain/initiatives/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Confirmation } from "#app/ui/blocks/confirmation.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { InitiativeClock } from "#app/ui/initiatives/initiative-clock.tsx";
import { stateWords } from "#app/ui/initiatives/initiative-row.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { memberLoader, notFound } from "#app/web/guard.server.ts";

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const { code } = params;
  const mine = isCode("SK", code) ? await findInitiative(actor, code) : null;
  if (!mine?.isMine) throw notFound();
  if (mine.state === "DRAFT") throw redirect(`/${lang}/submit/${mine.code}/check`);
  const { state, versions, obligations, today } = mine;
  return {
    title:
      state === "SUBMITTED"
        ? t("initiatives:submit.receiptTitle")
        : t("initiatives:undecidedTitle", { code: mine.code }),
    code: mine.code,
    state,
    version: versions[0] ?? null,
    open: obligations.findLast((one) => one.endedOn === null && one.dueOn !== null) ?? null,
    today,
  };
});

export default function SubmitReceipt() {
  const { title, code, state, version, open, today } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const mayWithdraw = !["WITHDRAWN", "LAPSED", "REJECTED_FORM", "ACCEPTED", "REJECTED"].includes(state);
  return (
    <Page crumbs={[{ label: t("initiatives:mine.title"), href: `/${lang}/me/initiatives` }, { label: code }]}>
      <Confirmation
        title={title}
        code={code}
        clock={open ? <InitiativeClock obligation={open} today={today} /> : <p>{stateWords(state, t)}</p>}
        next={[
          ...(state === "NEEDS_COMPLETION"
            ? [{ href: `/${lang}/submit/${code}/check`, label: t("initiatives:mine.complete") }]
            : []),
          { href: `/${lang}/initiatives/${code}`, label: t("initiatives:submit.next.read") },
          { href: `/${lang}/me/initiatives/${code}/receipts`, label: t("authorship:receipts.link") },
          { href: `/${lang}/me/initiatives/${code}/readings`, label: t("authorship:readers.link") },
          { href: `/${lang}/me/initiatives`, label: t("initiatives:submit.next.mine") },
          { href: `/${lang}/submit`, label: t("initiatives:submit.next.another") },
          ...(mayWithdraw
            ? [{ href: `/${lang}/submit/${code}/withdraw`, label: t("initiatives:submit.withdraw") }]
            : []),
        ]}
      >
        {version ? (
          <p>
            {t("initiatives:submit.receiptText", { version: version.number })}{" "}
            <a href={`/${lang}/receipts/${version.sha256}`}>
              <code className="hash">{version.sha256}</code>
            </a>
          </p>
        ) : null}
      </Confirmation>
    </Page>
  );
}
