import type { PublicComment, VoiceSummary } from "#app/domain/initiatives/voice/comment.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { type Tab, Tabs } from "#app/ui/frame/tabs.tsx";
import { CommentItem } from "#app/ui/initiatives/voice/comment-item.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The file and what is said of it: the two parts of an initiative's page. */
export function InitiativeTabs(props: { code: string; current: "file" | "voice"; comments: number }) {
  const { lang, t } = useLanguage();
  const base = `/${lang}/initiatives/${props.code}`;
  const tabs: Tab[] = [
    { href: base, label: t("voice:tab.file"), current: props.current === "file" },
    { href: `${base}/voice`, label: t("voice:tab.voice"), count: props.comments, current: props.current === "voice" },
  ];
  return <Tabs label={t("voice:tab.label")} tabs={tabs} />;
}

/** How many speak for, against and ask, and the newest few of them. */
export function VoiceSection(props: { code: string; voice: VoiceSummary & { comments: readonly PublicComment[] } }) {
  const { lang, t } = useLanguage();
  const { voice } = props;
  const href = `/${lang}/initiatives/${props.code}/voice`;
  return (
    <Section id="voice" title={t("voice:title")} aside={<a href={href}>{t("voice:all")}</a>}>
      <p>{voiceWords(t, voice)}</p>
      {voice.comments.map((comment) => (
        <CommentItem key={comment.code} comment={comment} newest={voice.version} />
      ))}
    </Section>
  );
}

/** The counts in one line. */
export function voiceWords(t: ReturnType<typeof useLanguage>["t"], voice: VoiceSummary): string {
  return [
    t("voice:support.count", { count: voice.supports }),
    t("voice:count.FOR", { count: voice.counts.FOR }),
    t("voice:count.AGAINST", { count: voice.counts.AGAINST }),
    t("voice:count.QUESTION", { count: voice.counts.QUESTION }),
    ...(voice.unanswered > 0 ? [t("voice:count.unanswered", { count: voice.unanswered })] : []),
  ].join(" · ");
}

/** How many comments stand, of every kind. */
export function saidOf({ counts }: VoiceSummary): number {
  return counts.FOR + counts.AGAINST + counts.QUESTION;
}

/** What the support panel shows of them. */
export function supportOf(code: string, { supports, mySupport, version, isAuthor }: VoiceSummary) {
  return { code, supports, mine: mySupport, newest: version, isAuthor };
}
