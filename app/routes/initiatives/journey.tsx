import { useLoaderData } from "@remix-run/react";
import { stepsAhead } from "#app/domain/initiatives/journey.ts";
import { findLife } from "#app/domain/initiatives/life/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { JourneyStep } from "#app/ui/blocks/journey.tsx";
import { handWords } from "#app/ui/board/board-words.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { StateTag } from "#app/ui/initiatives/initiative-row.tsx";
import { aheadTitle } from "#app/ui/initiatives/journey-section.tsx";
import { LifeLine } from "#app/ui/initiatives/work/life-line.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ params, lang, t, actor }) => {
  const { code } = params;
  const life = isCode("SK", code) ? await findLife(actor, code) : null;
  if (!life) throw notFound();
  const { content, state, track, obligations } = life.initiative;
  const words = content ? pickText(content.title, lang)?.text : undefined;
  const open = obligations.findLast((one) => one.endedOn === null && one.dueOn !== null) ?? null;
  return {
    title: `${t("work:life.title")}: ${words ?? life.initiative.code}`,
    description: t("work:life.lede"),
    code: life.initiative.code,
    names: content?.title ?? null,
    ...{ state, track, entries: life.entries, revenueVnd: life.revenueVnd, open },
  };
});

export default function InitiativeJourney() {
  const { code, names, state, track, entries, revenueVnd, open } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <Page
      crumbs={[
        { label: t("initiatives:list.title"), href: `/${lang}/initiatives` },
        { label: code, href: `/${lang}/initiatives/${code}` },
        { label: t("work:life.title") },
      ]}
    >
      <Head
        eyebrow={
          <>
            <span>
              {t("initiatives:one")} <span className="nw">{code}</span>
            </span>
            <StateTag state={state} />
          </>
        }
        title={names ? <Text of={names} /> : t("initiatives:undecidedTitle", { code })}
        lede={t("work:life.lede")}
      />
      <Section id="life" title={t("work:life.title")} aside={t("work:life.count", { count: entries.length })}>
        {revenueVnd ? (
          <p>
            <strong>{t("work:life.revenue", { amount: format.money(BigInt(revenueVnd)) })}</strong>
          </p>
        ) : null}
        <LifeLine entries={entries} ahead={[...now(), ...coming()]} />
      </Section>
    </Page>
  );

  function now(): JourneyStep[] {
    if (!open) return [];
    const kind = `obligations:kind.${open.kind}`;
    return [
      {
        key: "now",
        state: "now",
        when: open.dueOn ? <time dateTime={open.dueOn}>{format.date(open.dueOn)}</time> : "",
        title: t.has(kind) ? t(kind) : open.kind,
        text: t("initiatives:journey.turnOf", { who: handWords(t, lang, open.debtor) }),
        clock: { state: open.clock.state, days: open.clock.days },
      },
    ];
  }

  function coming(): JourneyStep[] {
    return stepsAhead(track, state)
      .slice(open ? 1 : 0)
      .map((ahead) => ({
        key: `next-${ahead}`,
        state: "next",
        when: t("initiatives:journey.next"),
        title: aheadTitle(ahead, t),
      }));
  }
}
