import { PARTNER_KINDS } from "#app/domain/partnerships/calls/call.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { callFeed } from "#app/web/partnerships/calls/call-list.server.ts";

/** The newest calls and offers of partners that take interests. */
export const loader = publicLoader((page) => {
  const { lang, t } = page;
  return callFeed(page, PARTNER_KINDS, {
    title: t("calls:title"),
    lede: t("calls:lede"),
    path: `/${lang}/partnerships/calls`,
  });
});
