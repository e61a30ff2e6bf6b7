import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DECLARED_RELATIONS } from "#app/domain/initiatives/council/conflict.ts";
import { declareTie } from "#app/domain/initiatives/council/interests/declare-tie.server.ts";
import { endTie } from "#app/domain/initiatives/council/interests/end-tie.server.ts";
import { endTieSchema, tieSchema } from "#app/domain/initiatives/council/interests/interest.schema.ts";
import { findInterests } from "#app/domain/initiatives/council/interests/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { InterestList } from "#app/ui/council/interest-list.tsx";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { overLimit, sendRefusal } from "#app/web/limit.server.ts";

export const loader = memberLoader(async ({ actor, lang, t }) => {
  const { ties, organisations } = await findInterests(actor);
  return {
    title: t("council:interests.title"),
    ties,
    organisations: organisations
      .map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id }))
      .sort((a, b) => a.label.localeCompare(b.label, lang)),
  };
});

export const action = memberAction(async ({ actor, readForm, lang }) => {
  const body = await readForm();
  if (body.get("intent") === "end") {
    const ended = parseForm(body, endTieSchema, lang);
    if (!ended.ok) return sendBack(ended.form);
    const outcome = await endTie(actor, ended.value);
    return outcome.ok ? redirect(`/${lang}/me/interests`) : sendRefusal(EMPTY_FORM, outcome, lang);
  }
  const parsed = parseForm(body, tieSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  // Who has an account is nobody's to find out by trying addresses.
  const tooOften = await overLimit("invitation", actor.personId, parsed.form, lang);
  if (tooOften) return tooOften;
  const outcome = await declareTie(actor, parsed.value);
  return outcome.ok ? redirect(`/${lang}/me/interests`) : sendRefusal(parsed.form, outcome, lang);
});

export default function Interests() {
  const { ties, organisations } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const labels = {
    relation: t("council:interests.relation"),
    other: t("council:interests.other"),
    organisationId: t("council:interests.organisation"),
    fromOn: t("council:interests.from"),
    note: t("council:interests.note"),
    tieId: t("council:interests.end"),
  };
  return (
    <Page crumbs={[{ label: t("accounts:me.title"), href: `/${lang}/me` }, { label: t("council:interests.title") }]}>
      <ErrorSummary form={form} labels={labels} />
      <Head title={t("council:interests.title")} lede={t("council:interests.lede")} />
      <Section id="ties" title={t("council:interests.list")}>
        {ties.length === 0 ? (
          <EmptyState title={t("council:interests.none")}>{t("council:interests.noneText")}</EmptyState>
        ) : (
          <InterestList ties={ties} />
        )}
      </Section>
      <Section id="declare" title={t("council:interests.declare")}>
        <div className="read">
          <Form>
            <RadioGroup
              name="relation"
              label={labels.relation}
              form={form}
              choices={DECLARED_RELATIONS.map((value) => ({ value, label: t(`council:tie.${value}`) }))}
            />
            <Field name="other" label={labels.other} hint={t("council:interests.otherHint")} optional form={form} />
            <Select
              name="organisationId"
              label={labels.organisationId}
              hint={t("council:interests.organisationHint")}
              empty={t("council:interests.noOrganisation")}
              options={organisations}
              form={form}
            />
            <DateField name="fromOn" label={labels.fromOn} optional form={form} />
            <TextArea name="note" label={labels.note} rows={3} max={500} optional form={form} />
            <Actions>
              <Submit>{t("council:interests.button")}</Submit>
            </Actions>
          </Form>
        </div>
      </Section>
    </Page>
  );
}
