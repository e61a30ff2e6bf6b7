import type { Tombstone } from "#app/domain/initiatives/voice/comment.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What stands in place of the words: that they were taken back, or who hid them, on which ground and why. */
export function TombstoneText(props: { tombstone: Tombstone }) {
  const { t, format } = useLanguage();
  const { tombstone } = props;
  const date = format.date(format.dayOf(tombstone.at));
  if (tombstone.kind === "WITHDRAWN") return <p className="soft">{t("voice:tombstone.withdrawn", { date })}</p>;
  const { ground, reason, language, body, post, appeal } = tombstone;
  const groundKey = `voice:ground.${ground}`;
  const postKey = `obligations:debtor.${post}`;
  return (
    <div className="note flow tight">
      <p>
        {t("voice:tombstone.hidden", {
          ground: t.has(groundKey) ? t(groundKey) : ground,
          post: body ?? (t.has(postKey) ? t(postKey) : post),
          date,
        })}
      </p>
      <p>
        <Foreign lang={language}>{t("voice:tombstone.reason", { reason })}</Foreign>
      </p>
      {appeal ? <p>{t(`voice:tombstone.appeal.${appeal}`)}</p> : null}
    </div>
  );
}
