import { MARKET_KINDS } from "#app/domain/partnerships/calls/call.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { callFeed } from "#app/web/partnerships/calls/call-list.server.ts";

/** The newest offers of results and needs that take interests. */
export const loader = publicLoader((page) => {
  const { lang, t } = page;
  const told = { title: t("calls:market.title"), lede: t("calls:market.lede"), path: `/${lang}/results/market` };
  return callFeed(page, MARKET_KINDS, told);
});
