import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { STANCES } from "#app/domain/initiatives/voice/comment.ts";
import { postComment } from "#app/domain/initiatives/voice/post-comment.server.ts";
import { findVoice } from "#app/domain/initiatives/voice/queries.server.ts";
import { support, withdrawSupport } from "#app/domain/initiatives/voice/support.server.ts";
import { commentSchema } from "#app/domain/initiatives/voice/voice.schema.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { CommentForm, commentLabels } from "#app/ui/initiatives/voice/comment-form.tsx";
import { CommentItem } from "#app/ui/initiatives/voice/comment-item.tsx";
import { SupportPanel } from "#app/ui/initiatives/voice/support-panel.tsx";
import { InitiativeTabs, saidOf, supportOf, voiceWords } from "#app/ui/initiatives/voice/voice-section.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { type FormRequest, memberAction, notFound, publicLoader } from "#app/web/guard.server.ts";
import { codeOf } from "#app/web/initiatives/desk-case.server.ts";
import { refuseVoice } from "#app/web/initiatives/voice-page.server.ts";

const PER_PAGE = 20;

export const loader = publicLoader(async ({ params, url, lang, t, actor }) => {
  const { code } = params;
  const stance = STANCES.find((one) => one === url.searchParams.get("stance")) ?? null;
  const after = url.searchParams.get("after");
  const voice = isCode("SK", code) ? await findVoice(actor, code, { stance, after, limit: PER_PAGE }) : null;
  if (!voice) throw notFound();
  const title = pickText(voice.title, lang)?.text ?? voice.code;
  return {
    title: `${t("voice:title")}: ${title}`,
    description: t("voice:lede"),
    feed: `/${lang}/initiatives/${voice.code}/voice.atom`,
    voice,
    stance,
    isFirst: after === null,
    reader: actor && { name: actor.name },
  };
});

export const action = memberAction(async (request) => {
  const code = codeOf(request);
  const form = await request.readForm();
  const intent = form.get("intent");
  if (intent !== "support" && intent !== "unsupport") return post(request, code, form);
  const done = await (intent === "support" ? support : withdrawSupport)(request.actor, code);
  if (!done.ok) return refuseVoice(blankForm(), done, request.lang);
  throw redirect(`/${request.lang}/initiatives/${code}/voice`, 303);
});

async function post({ actor, lang }: FormRequest<Actor>, code: string, form: FormData) {
  const parsed = parseForm(form, commentSchema, lang);
  if (!parsed.ok) return refuseVoice(parsed.form, null, lang);
  const posted = await postComment(actor, code, parsed.value);
  if (!posted.ok) return refuseVoice(parsed.form, posted, lang);
  throw redirect(`/${lang}/initiatives/${code}/voice#${posted.value.code}`, 303);
}

export default function InitiativeVoice() {
  const { voice, stance, isFirst, reader, feed } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const base = `/${lang}/initiatives/${voice.code}`;
  const said = saidOf(voice);
  const narrowed = stance ? `?stance=${stance}` : "";
  return (
    <Page
      crumbs={[
        { label: t("initiatives:list.title"), href: `/${lang}/initiatives` },
        { label: voice.code, href: base },
        { label: t("voice:title") },
      ]}
    >
      <ErrorSummary form={form} labels={commentLabels(t)} />
      <Head
        eyebrow={
          <span>
            {t("voice:title")} · <span className="nw">{voice.code}</span>
          </span>
        }
        title={<Text of={voice.title} />}
        lede={t("voice:lede")}
      >
        <InitiativeTabs code={voice.code} current="voice" comments={said} />
      </Head>
      <div className="cols side-r">
        <div>
          <Section id="said" title={t("voice:said")} aside={voiceWords(t, voice)}>
            <Tabs
              label={t("voice:filter")}
              tabs={[
                { href: `${base}/voice`, label: t("voice:everything"), count: said, current: stance === null },
                ...STANCES.map((one) => ({
                  href: `${base}/voice?stance=${one}`,
                  label: t(`voice:stances.${one}`),
                  count: voice.counts[one],
                  current: stance === one,
                })),
              ]}
            />
            {voice.comments.length === 0 ? (
              <EmptyState title={t("voice:none")}>{t("voice:noneText")}</EmptyState>
            ) : (
              voice.comments.map((one) => <CommentItem key={one.code} comment={one} newest={voice.version} />)
            )}
            <nav className="pages" aria-label={t("common:pages.label")}>
              <p className="row s">
                {isFirst ? null : <a href={`${base}/voice${narrowed}`}>{t("voice:first")}</a>}
                {voice.next ? (
                  <a
                    href={`${base}/voice?${new URLSearchParams(stance ? { stance, after: voice.next } : { after: voice.next })}`}
                    rel="next"
                  >
                    {t("common:pages.next")}
                  </a>
                ) : null}
                <a href={feed}>{t("voice:feed")}</a>
              </p>
            </nav>
          </Section>
          <Section id="write" title={t("voice:write")}>
            <div className="read">
              {voice.isAuthor ? (
                <Notice>{t("voice:writeOwn")}</Notice>
              ) : reader === null ? (
                <p>
                  <a href={`/${lang}/sign-in?next=${encodeURIComponent(`${base}/voice`)}`}>{t("voice:signIn")}</a>
                </p>
              ) : reader.name ? (
                <CommentForm code={voice.code} name={reader.name} hasSpoken={voice.myStance !== null} form={form} />
              ) : (
                <p>
                  <a href={`/${lang}/me/profile`}>{t("voice:nameFirst")}</a>
                </p>
              )}
            </div>
          </Section>
        </div>
        <aside className="flow" aria-label={t("voice:support.title")}>
          <SupportPanel {...supportOf(voice.code, voice)} isSignedIn={reader !== null} />
          <HiddenCounts hidden={voice.hidden} />
        </aside>
      </div>
    </Page>
  );
}

/** How many comments are hidden, by ground: nothing disappears without being counted. */
function HiddenCounts(props: { hidden: Record<string, number> }) {
  const { t } = useLanguage();
  const grounds = Object.entries(props.hidden);
  const groundWords = (ground: string) => {
    const key = `voice:ground.${ground}`;
    return t.has(key) ? t(key) : ground;
  };
  return (
    <div className="flow tight">
      <h2>{t("voice:moderation.title")}</h2>
      {grounds.length === 0 ? <p className="s soft">{t("voice:moderation.none")}</p> : null}
      <ul className="s">
        {grounds.map(([ground, count]) => (
          <li key={ground}>{t("voice:moderation.count", { count, ground: groundWords(ground) })}</li>
        ))}
      </ul>
      <p className="s soft">{t("voice:moderation.text")}</p>
    </div>
  );
}
