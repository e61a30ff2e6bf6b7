import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseBySecret, findSubscriber } from "#app/domain/notices/digest/unsubscribe.server.ts";
import { DIGEST_FREQUENCIES } from "#app/domain/notices/event.ts";
import { unsubscribeSchema } from "#app/domain/notices/notice.schema.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { notFound, publicAction, publicLoader, sendBack } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ params, t }) => {
  const subscriber = await findSubscriber(params["token"]);
  if (!subscriber) throw notFound();
  const { maskedEmail, frequency } = subscriber;
  return { title: t("notices:unsubscribe.title"), maskedEmail, frequency };
});

export const action = publicAction(async ({ params, lang, readForm }) => {
  const parsed = parseForm(await readForm(), unsubscribeSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await chooseBySecret(params["token"], parsed.value.frequency ?? "NEVER");
  if (!outcome.ok) throw notFound();
  return redirect(`/${lang}/unsubscribe/${params["token"]}`);
});

/** What comes and to whom, one button that ends it, and the choice to have it again. */
export default function Unsubscribe() {
  const { maskedEmail, frequency } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const isOff = frequency === "NEVER";
  const title = t("notices:unsubscribe.title");
  return (
    <Page crumbs={[{ label: title }]}>
      <ErrorSummary form={form} labels={{ frequency: t("notices:unsubscribe.choose") }} />
      <Head
        title={title}
        lede={t(isOff ? "notices:unsubscribe.off" : "notices:unsubscribe.on", { email: maskedEmail })}
      />
      {isOff ? null : (
        <Form>
          <input type="hidden" name="frequency" value="NEVER" />
          <Submit>{t("notices:unsubscribe.stop")}</Submit>
        </Form>
      )}
      <Section id="choose" title={t("notices:unsubscribe.choose")}>
        <p>
          {t("notices:unsubscribe.again")} {t("notices:unsubscribe.page")}
        </p>
        <Form>
          <RadioGroup
            name="frequency"
            label={t("notices:preferences.frequency")}
            hint={t("notices:preferences.frequencyHint")}
            form={form}
            value={frequency}
            choices={DIGEST_FREQUENCIES.map((value) => ({ value, label: t(`notices:preferences.${value}`) }))}
          />
          <Actions>
            <Submit look="alt">{t("notices:unsubscribe.save")}</Submit>
          </Actions>
        </Form>
        <p>
          <a href={`/${lang}/me/notices/preferences`}>{t("notices:unsubscribe.preferences")}</a>
        </p>
      </Section>
    </Page>
  );
}
