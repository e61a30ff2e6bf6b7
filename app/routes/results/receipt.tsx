import { useLoaderData } from "@remix-run/react";
import { loadParameterNames } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { Confirmation } from "#app/ui/blocks/confirmation.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";
import { ResultClock } from "#app/ui/results/result-clock.tsx";
import { memberLoader, notFound } from "#app/web/guard.server.ts";
import { readableResult } from "#app/web/results/result-file.server.ts";

export const loader = memberLoader(async ({ params, lang, t, actor }) => {
  const { code, submittedAt } = await readableResult(actor, params["code"]);
  if (submittedAt === null) throw notFound();
  const [obligations, entries, names] = await Promise.all([
    obligationsOf(code),
    entriesOf("RESULT", code),
    loadParameterNames(),
  ]);
  const entry = entries.findLast((it) => it.kind === "result.submitted");
  const open = obligations.find((it) => it.kind === "RESULT_VERIFICATION" && it.endedOn === null);
  return {
    title: t("results:receipt.title"),
    code,
    entry: entry ? { entryNo: entry.entryNo, hash: entry.hash, payload: entry.payload } : null,
    clock: open ? { ...open, basisName: names.get(open.basis)?.[lang] ?? null } : null,
    today: dayInVietnam(new Date()),
  };
});

export default function Receipt() {
  const { title, code, entry, clock, today } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const fingerprint = entry ? /"contentSha256":"([0-9a-f]{64})"/.exec(entry.payload)?.[1] : null;
  return (
    <Page crumbs={[{ label: t("results:mine.title"), href: `/${lang}/me/results` }, { label: title }]}>
      <Confirmation
        title={title}
        code={code}
        clock={clock ? <ResultClock clock={clock} today={today} /> : null}
        next={[
          { href: `/${lang}/results/${code}`, label: t("results:receipt.see") },
          { href: `/${lang}/me/results`, label: t("results:receipt.mine") },
        ]}
      >
        <p>{t("results:receipt.text")}</p>
        {fingerprint ? (
          <p className="s">
            {t("results:receipt.fingerprint")}: <code>{fingerprint}</code>
          </p>
        ) : null}
        {entry ? <RecordSeal entryNo={entry.entryNo} hash={entry.hash} /> : null}
      </Confirmation>
    </Page>
  );
}
