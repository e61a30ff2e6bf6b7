import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { listMine } from "#app/domain/initiatives/drafts/queries.server.ts";
import { startDraft } from "#app/domain/initiatives/drafts/start-draft.server.ts";
import { startSchema } from "#app/domain/initiatives/initiative.schema.ts";
import { TRACKS } from "#app/domain/initiatives/initiative.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Text } from "#app/ui/foreign.tsx";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, publicLoader, sendBack } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ t, actor, url }) => ({
  title: t("initiatives:submit.title"),
  description: t("initiatives:submit.lede"),
  isSignedIn: actor !== null,
  challenge: challengeIn(url),
  intakeDays: Number(await parameterOn("initiative.intake-check.working-days", dayInVietnam(new Date()))),
  drafts: actor ? (await listMine(actor)).filter((one) => one.state === "DRAFT").slice(0, 5) : [],
}));

/** The challenge that the address asks to answer. */
function challengeIn(url: URL): string | null {
  const code = url.searchParams.get("challenge") ?? undefined;
  return isCode("BT", code) ? code : null;
}

export const action = memberAction(async ({ readForm, lang, actor }) => {
  const parsed = parseForm(await readForm(), startSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const started = await startDraft(actor, parsed.value);
  if (!started.ok) return sendBack(withRefusal(parsed.form, started, lang), 409);
  throw redirect(`/${lang}/submit/${started.value.code}/applicant`, 303);
});

export default function SubmitStart() {
  const { isSignedIn, challenge } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const title = t("initiatives:submit.title");
  return (
    <Page crumbs={[{ label: t("initiatives:list.title"), href: `/${lang}/initiatives` }, { label: title }]}>
      <ErrorSummary form={form} labels={{ track: t("initiatives:submit.choose") }} />
      <Head title={title} lede={t("initiatives:submit.lede")} />
      <div className="cols side-r">
        <div>
          {challenge ? (
            <Notice>
              <p>
                {t("challenges:forChallenge")} <a href={`/${lang}/challenges/${challenge}`}>{challenge}</a>
              </p>
            </Notice>
          ) : null}
          <Form action={`/${lang}/submit`}>
            {challenge ? <input type="hidden" name="challenge" value={challenge} /> : null}
            <RadioGroup
              name="track"
              label={t("initiatives:submit.choose")}
              choices={TRACKS.map((track) => ({
                value: track,
                label: <b>{t(`initiatives:submit.${track}`)}</b>,
                note: t(`initiatives:submit.${track}_note`),
              }))}
              form={form}
            />
            <Actions>
              {isSignedIn ? (
                <Submit>{t("initiatives:submit.start")}</Submit>
              ) : (
                <a
                  className="btn"
                  href={`/${lang}/sign-in?next=${encodeURIComponent(`/${lang}/submit${challenge ? `?challenge=${challenge}` : ""}`)}`}
                >
                  {t("initiatives:submit.signIn")}
                </a>
              )}
            </Actions>
          </Form>
          <Needs />
        </div>
        <StartAside />
      </div>
    </Page>
  );
}

/** What to have at hand, and what each track asks for in full. */
function Needs() {
  const { lang, t } = useLanguage();
  return (
    <Section id="needs" title={t("initiatives:submit.needs")}>
      <ul className="flow tight read">
        {(["time", "words", "figures", "rights"] as const).map((need) => (
          <li key={need}>{t(`initiatives:submit.need.${need}`)}</li>
        ))}
        {TRACKS.map((track) => (
          <li key={track}>
            <a href={`/${lang}/submit/needs/${track.toLowerCase()}`}>
              {t("checklist:link", { track: t(`initiatives:submit.${track}`) })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function StartAside() {
  const { intakeDays, drafts } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <aside className="flow" aria-label={t("initiatives:submit.clocks")}>
      <div className="clock s flow">
        <h2>{t("initiatives:submit.clocks")}</h2>
        <p>{t("initiatives:submit.clock.intake", { count: intakeDays })}</p>
        <p>{t("initiatives:submit.clock.promise")}</p>
      </div>
      {drafts.length > 0 ? (
        <div>
          <h2 className="h-s">{t("initiatives:submit.drafts")}</h2>
          <ul className="flow tight">
            {drafts.map((draft) => (
              <li key={draft.code}>
                <a href={`/${lang}/submit/${draft.code}`}>
                  <span className="nw">{draft.code}</span>: <Text of={draft.title} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </aside>
  );
}
