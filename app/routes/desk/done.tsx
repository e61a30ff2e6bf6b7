import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DESK_ACTS, deskAct, hasHappened } from "#app/domain/initiatives/desk/acts.ts";
import { Confirmation } from "#app/ui/blocks/confirmation.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { InitiativeClock } from "#app/ui/initiatives/initiative-clock.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { roleLoader } from "#app/web/guard.server.ts";
import { openCase } from "#app/web/initiatives/desk-case.server.ts";

export const loader = roleLoader(["INTAKE", "CHAIR", "EVALUATOR", "INTAKE_HEAD", "STEERING"], async (page) => {
  const { file, open, today } = await openCase(page);
  const act = deskAct(page.url.searchParams.get("act"));
  // The page never says of a file what is not so, whatever its address asks it to say.
  if (!act || !hasHappened(act, file.facts.state, file.seat)) throw redirect(`/${page.lang}/desk`);
  return { title: page.t(`desk:done.${act}.title`), act, desk: DESK_ACTS[act].desk, code: file.code, open, today };
});

export default function Done() {
  const { act, desk, code, open, today } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const title = t(`desk:done.${act}.title`);
  const base = `/${lang}/desk/${desk}`;
  return (
    <Page
      crumbs={[
        { label: t("desk:title"), href: `/${lang}/desk` },
        { label: t(`desk:${desk}.title`), href: base },
        { label: code },
      ]}
    >
      <Confirmation
        title={title}
        code={code}
        clock={open ? <InitiativeClock obligation={open} today={today} /> : null}
        next={[
          { href: `${base}/${code}`, label: t(act === "declared" ? "desk:next.score" : "desk:next.file") },
          { href: base, label: t("desk:next.queue") },
          { href: `/${lang}/initiatives/${code}`, label: t("desk:next.public") },
        ]}
      >
        <p>{t(`desk:done.${act}.text`)}</p>
      </Confirmation>
    </Page>
  );
}
