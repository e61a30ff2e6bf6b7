import { findVoice } from "#app/domain/initiatives/voice/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { atom } from "#app/web/feed.server.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

const NEWEST = 50;

/** What is said of one initiative, the newest first; a tombstone says that something was there. */
export const loader = publicLoader(async (page) => {
  const { lang, t, params } = page;
  const { code } = params;
  const asked = { stance: null, after: null, limit: NEWEST };
  const voice = isCode("SK", code) ? await findVoice(null, code, asked) : null;
  if (!voice) throw notFound();
  return atom(page, {
    title: `${t("voice:title")}: ${voice.code}`,
    description: t("voice:lede"),
    path: `/${lang}/initiatives/${voice.code}/voice`,
    items: voice.comments.map((comment) => ({
      path: `/${lang}/comments/${comment.code}`,
      title: `${t(`voice:stance.${comment.stance}`)}: ${comment.name ?? comment.code}`,
      text: comment.text ?? t(comment.tombstone?.kind === "HIDDEN" ? "voice:hidden" : "voice:withdrawn"),
      at: new Date(comment.at),
    })),
  });
});
