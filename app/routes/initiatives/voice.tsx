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
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { commentLabels } from "#app/ui/initiatives/voice/comment-form.tsx";
import { SupportPanel } from "#app/ui/initiatives/voice/support-panel.tsx";
import { HiddenCounts, VoiceList, WriteSection } from "#app/ui/initiatives/voice/voice-list.tsx";
import { InitiativeTabs, saidOf, supportOf } from "#app/ui/initiatives/voice/voice-section.tsx";
import { useLanguage } from "#app/ui/language.tsx";
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
  return (
    <Page
      crumbs={[
        { label: t("initiatives:list.title"), href: `/${lang}/initiatives` },
        { label: voice.code, href: `/${lang}/initiatives/${voice.code}` },
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
        <InitiativeTabs code={voice.code} current="voice" comments={saidOf(voice)} />
      </Head>
      <div className="cols side-r">
        <div>
          <VoiceList voice={voice} stance={stance} isFirst={isFirst} feed={feed} />
          <WriteSection voice={voice} reader={reader} form={form} />
        </div>
        <aside className="flow" aria-label={t("voice:support.title")}>
          <SupportPanel {...supportOf(voice.code, voice)} isSignedIn={reader !== null} />
          <HiddenCounts hidden={voice.hidden} />
        </aside>
      </div>
    </Page>
  );
}
