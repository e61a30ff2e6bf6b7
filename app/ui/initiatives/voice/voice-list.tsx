import { type PublicComment, STANCES, type Stance, type VoiceSummary } from "#app/domain/initiatives/voice/comment.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { CommentForm } from "#app/ui/initiatives/voice/comment-form.tsx";
import { CommentItem } from "#app/ui/initiatives/voice/comment-item.tsx";
import { saidOf, voiceWords } from "#app/ui/initiatives/voice/voice-section.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";

type Voice = VoiceSummary & { code: string; comments: readonly PublicComment[]; next: string | null };

/** One page of what is said, of one stance or of all. */
export function VoiceList(props: { voice: Voice; stance: Stance | null; isFirst: boolean; feed: string }) {
  const { lang, t } = useLanguage();
  const { voice, stance } = props;
  const href = `/${lang}/initiatives/${voice.code}/voice`;
  const tabs = [
    { href, label: t("voice:everything"), count: saidOf(voice), current: stance === null },
    ...STANCES.map((one) => ({
      href: `${href}?stance=${one}`,
      label: t(`voice:stances.${one}`),
      count: voice.counts[one],
      current: stance === one,
    })),
  ];
  const further = voice.next && new URLSearchParams({ ...(stance ? { stance } : {}), after: voice.next });
  return (
    <Section id="said" title={t("voice:said")} aside={voiceWords(t, voice)}>
      <Tabs label={t("voice:filter")} tabs={tabs} />
      {voice.comments.length === 0 ? (
        <EmptyState title={t("voice:none")}>{t("voice:noneText")}</EmptyState>
      ) : (
        voice.comments.map((one) => <CommentItem key={one.code} comment={one} newest={voice.version} />)
      )}
      <nav className="pages" aria-label={t("common:pages.label")}>
        <p className="row s">
          {props.isFirst ? null : <a href={stance ? `${href}?stance=${stance}` : href}>{t("voice:first")}</a>}
          {further ? (
            <a href={`${href}?${further}`} rel="next">
              {t("common:pages.next")}
            </a>
          ) : null}
          <a href={props.feed}>{t("voice:feed")}</a>
        </p>
      </nav>
    </Section>
  );
}

/** The form, or why this reader has none: they are an author, not signed in, or without a name. */
export function WriteSection(props: { voice: Voice; reader: { name: string | null } | null; form: FormState }) {
  const { lang, t } = useLanguage();
  const { voice, reader, form } = props;
  const back = encodeURIComponent(`/${lang}/initiatives/${voice.code}/voice`);
  return (
    <Section id="write" title={t("voice:write")}>
      <div className="read">
        {voice.isAuthor ? (
          <Notice>{t("voice:writeOwn")}</Notice>
        ) : reader === null ? (
          <p>
            <a href={`/${lang}/sign-in?next=${back}`}>{t("voice:signIn")}</a>
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
  );
}

/** How many comments are hidden, by ground: nothing disappears without being counted. */
export function HiddenCounts(props: { hidden: Record<string, number> }) {
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
