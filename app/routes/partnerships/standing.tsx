import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { declarer } from "#app/domain/partnerships/failing/failing.policy.ts";
import { moveSchema, voteSchema, withdrawMotionSchema } from "#app/domain/partnerships/motions/motion.schema.ts";
import { LONGEST_SUSPENSION_DAYS, motionsIn } from "#app/domain/partnerships/motions/motion.ts";
import { move } from "#app/domain/partnerships/motions/move.server.ts";
import { findStanding } from "#app/domain/partnerships/motions/queries.server.ts";
import { vote } from "#app/domain/partnerships/motions/vote.server.ts";
import { withdrawMotion } from "#app/domain/partnerships/motions/withdraw.server.ts";
import { amender, mayRepresent, stateAuthority } from "#app/domain/partnerships/partnership.policy.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { MotionDetail } from "#app/ui/partnerships/motions/motion-detail.tsx";
import { MoveForm, VoteForm, WithdrawMotionForm } from "#app/ui/partnerships/motions/motion-forms.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { entryIndex } from "#app/web/partnerships/entry-index.server.ts";

/** What the public record says of a motion, of which the last stands. */
const MOVED = [
  ...(["partnership.motion", "partnership.motion-rejected", "partnership.motion-withdrawn"] as const),
  ...(["partnership.suspended", "partnership.resumed", "partnership.terminated"] as const),
];

async function standingOr404(code: string | undefined) {
  const found = isCode("DA", code) ? await findStanding(code) : null;
  if (!found) throw notFound();
  return found;
}

export const loader = publicLoader(async ({ params, actor, t }) => {
  const { motions, members, ...partnership } = await standingOr404(params["code"]);
  const entryOf = entryIndex(await entriesOf("PARTNERSHIP", partnership.code));
  const told = motions.map((motion) => ({ ...motion, entryNo: entryOf(MOVED, { motion: motion.number }) }));
  const open = told.find(({ state }) => state === "OPEN") ?? null;
  const member = amender(actor, members);
  const isOrder = member === null && stateAuthority(actor, members) !== null;
  const waiting = members.filter(({ id }) => !open?.votes.some(({ memberId }) => memberId === id));
  const kinds = motionsIn(partnership.state).filter((kind) => !isOrder || kind !== "TERMINATE");
  return {
    title: `${t("motions:title")} ${partnership.code}`,
    partnership,
    voters: members.map(({ id, house, names }) => ({ id, house, names })),
    open,
    past: told.filter((motion) => motion !== open),
    isOrder,
    kinds: open === null && (member || isOrder) ? kinds : [],
    mayFail: partnership.state === "ACTIVE" && declarer(actor, members) !== null,
    mayVote: open !== null && amender(actor, waiting) !== null,
    mayWithdraw: open !== null && mayRepresent(actor, open.byOrganisationId),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code } = await standingOr404(params["code"]);
  const sent = await carryOut(actor, code, await readForm(), lang);
  if (!sent.ok) return sendBack(sent.form);
  if (!sent.outcome.ok) return sendBack(withRefusal(sent.form, sent.outcome, lang), 409);
  return redirect(`/${lang}/partnerships/${code}/standing`);
});

type Sent = { ok: true; outcome: Outcome<unknown>; form: FormState } | { ok: false; form: FormState };

async function carryOut(actor: Actor, code: string, form: FormData, lang: Language): Promise<Sent> {
  const intent = form.get("intent");
  if (intent === "move") {
    const parsed = parseForm(form, moveSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await move(actor, code, parsed.value) } : parsed;
  }
  if (intent === "vote") {
    const parsed = parseForm(form, voteSchema, lang);
    if (!parsed.ok) return parsed;
    const { vote: said, ...input } = parsed.value;
    return { ...parsed, outcome: await vote(actor, code, { ...input, inFavour: said === "yes" }) };
  }
  if (intent !== "withdraw") throw notFound();
  const parsed = parseForm(form, withdrawMotionSchema, lang);
  return parsed.ok ? { ...parsed, outcome: await withdrawMotion(actor, code, parsed.value.number) } : parsed;
}

export default function PartnershipStanding() {
  const { partnership, open, past, voters, ...page } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { lang, t, format } = useLanguage();
  const labels = {
    ...{ kind: t("motions:what"), untilOn: t("motions:until"), reason: t("motions:reason"), vote: t("motions:vote") },
    password: t("partnerships:sign.password"),
  };
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: partnership.code, href: `/${lang}/partnerships/${partnership.code}` },
        { label: t("motions:title") },
      ]}
    >
      <ErrorSummary form={form} labels={labels} />
      <Head
        eyebrow={
          <>
            <Text of={partnership.title} /> <Tag>{t(`partnerships:state.${partnership.state}`)}</Tag>
          </>
        }
        title={t("motions:title")}
        lede={t("motions:lede")}
      />
      {page.mayFail ? (
        <p>
          <a href={`/${lang}/partnerships/${partnership.code}/failure`}>{t("failing:declare")}</a>
        </p>
      ) : null}
      {open ? (
        <Section id="open" title={t("motions:open")} aside={t(`motions:kind.${open.kind}`)}>
          <MotionDetail motion={open} voters={voters} />
          {page.mayVote ? <VoteForm number={open.number} form={form} /> : null}
          {page.mayWithdraw ? <WithdrawMotionForm number={open.number} /> : null}
        </Section>
      ) : null}
      {page.kinds.length > 0 ? (
        <Section id="move" title={t(page.isOrder ? "motions:orderTitle" : "motions:moveTitle")}>
          <MoveForm kinds={page.kinds} isOrder={page.isOrder} longestDays={LONGEST_SUSPENSION_DAYS} form={form} />
        </Section>
      ) : null}
      {open && past.length === 0 ? null : (
        <Section id="history" title={t("motions:history")}>
          {past.length === 0 ? <EmptyState title={t("motions:none")}>{t("motions:noneText")}</EmptyState> : null}
          {past.map((motion) => (
            <details className="data" key={motion.number} open={motion === past[0]}>
              <summary>
                {t(`motions:kind.${motion.kind}`)}, {t(`motions:state.${motion.state}`).toLocaleLowerCase(lang)},{" "}
                {format.dateTime(motion.movedAt)}
              </summary>
              <MotionDetail motion={motion} voters={voters} />
            </details>
          ))}
        </Section>
      )}
    </Page>
  );
}
