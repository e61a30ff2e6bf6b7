import { useLoaderData } from "@remix-run/react";
import type { Role } from "#app/domain/accounts/actor.ts";
import { listRefusedTries } from "#app/domain/monitoring/refusals/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { actWord, reasonWord } from "#app/ui/monitoring/words.ts";
import { postWord } from "#app/ui/record/entry-words.ts";
import { roleLoader } from "#app/web/guard.server.ts";

const READERS = ["MONITOR", "MONITOR_LEAD", "AUDITOR"] as const satisfies readonly Role[];

export const loader = roleLoader(READERS, async ({ t, actor }) => ({
  title: t("monitoring:refusedTries"),
  tries: await listRefusedTries(actor),
}));

export default function RefusedTries() {
  const { title, tries } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <Page crumbs={[{ label: t("monitoring:title"), href: `/${lang}/monitoring` }, { label: title }]}>
      <Head title={title} lede={t("monitoring:triesLede")} />
      {tries.length === 0 ? (
        <EmptyState title={t("monitoring:triesNone")} />
      ) : (
        <StackTable
          caption={title}
          columns={[
            { label: t("monitoring:try.at"), heads: true },
            { label: t("monitoring:try.act") },
            { label: t("monitoring:try.who") },
            { label: t("monitoring:try.reason") },
          ]}
          rows={tries.map((one) => ({
            key: one.id,
            cells: [
              format.dateTime(one.at),
              <>
                {actWord(t, one.act) ?? <code>{one.act}</code>}{" "}
                {one.code === "" ? null : <span className="nw">{one.code}</span>}
              </>,
              <>
                {one.roles.map((role) => postWord(t, role)).join(", ") || t("monitoring:noRole")}
                {one.bodies.length > 0 ? (
                  <small className="soft"> {one.bodies.map((body) => pickText(body, lang)?.text).join(", ")}</small>
                ) : null}
              </>,
              reasonWord(t, one.reason),
            ],
          }))}
        />
      )}
    </Page>
  );
}
