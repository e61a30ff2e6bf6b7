import type { Tombstone } from "#app/domain/initiatives/voice/comment.ts";
import { handWords } from "#app/ui/board/board-words.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What stands in place of the words: that they were taken back, or who hid them, on which ground and why. */
export function TombstoneText(props: { tombstone: Tombstone }) {
  const { lang, t, format } = useLanguage();
  const { tombstone } = props;
  const date = format.date(format.dayOf(tombstone.at));
  if (tombstone.kind === "WITHDRAWN") return <p className="soft">{t("voice:tombstone.withdrawn", { date })}</p>;
  const { ground, reason, language, body, post, appeal } = tombstone;
  const groundKey = `voice:ground.${ground}`;
  return (
    <div className="note flow tight">
      <p>
        {t("voice:tombstone.hidden", {
          ground: t.has(groundKey) ? t(groundKey) : ground,
          post: handWords(t, lang, { role: post, names: body }),
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
