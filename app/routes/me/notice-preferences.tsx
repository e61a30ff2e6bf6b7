import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DIGEST_FREQUENCIES, NOTICE_GROUPS } from "#app/domain/notices/event.ts";
import { preferencesSchema } from "#app/domain/notices/notice.schema.ts";
import { readPreferences, savePreferences } from "#app/domain/notices/preferences.server.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";

export const loader = memberLoader(async ({ t, url, actor }) => ({
  title: t("notices:preferences.title"),
  email: actor.email,
  chosen: await readPreferences(actor.personId),
  saved: url.searchParams.has("saved"),
}));

export const action = memberAction(async ({ readForm, lang, actor }) => {
  const parsed = parseForm(await readForm(), preferencesSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  await savePreferences(actor, parsed.value);
  return redirect(`/${lang}/me/notices/preferences?saved`);
});

export default function NoticePreferences() {
  const { chosen, email, saved } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const title = t("notices:preferences.title");
  return (
    <Page crumbs={[{ label: t("notices:title"), href: `/${lang}/me/notices` }, { label: title }]}>
      <ErrorSummary form={form} labels={{ frequency: t("notices:preferences.frequency") }} />
      <Head title={title} lede={t("notices:preferences.lede")} />
      {saved ? <Notice>{t("notices:preferences.saved")}</Notice> : null}
      <Form>
        <GroupTable onPage={chosen.onPage} byMail={chosen.byMail} />
        <RadioGroup
          name="frequency"
          label={t("notices:preferences.frequency")}
          hint={`${t("notices:preferences.frequencyHint")} ${t("notices:preferences.address", { email })}`}
          form={form}
          value={chosen.frequency}
          choices={DIGEST_FREQUENCIES.map((value) => ({ value, label: t(`notices:preferences.${value}`) }))}
        />
        <Actions>
          <Submit>{t("notices:preferences.save")}</Submit>
        </Actions>
      </Form>
    </Page>
  );
}

function GroupTable(props: { onPage: readonly string[]; byMail: readonly string[] }) {
  const { t } = useLanguage();
  const ways = ["onPage", "byMail"] as const;
  return (
    <table className="choices">
      <caption>{t("notices:preferences.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("notices:preferences.what")}</th>
          {ways.map((way) => (
            <th scope="col" key={way}>
              {t(`notices:preferences.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {NOTICE_GROUPS.map((group) => (
          <tr key={group}>
            <th scope="row">
              {t(`notices:group.${group}.name`)} <small className="soft">{t(`notices:group.${group}.text`)}</small>
            </th>
            {ways.map((way) => (
              <td key={way}>
                <label className="pick">
                  <input type="checkbox" name={way} value={group} defaultChecked={props[way].includes(group)} />
                  <span className="vh">
                    {t(`notices:preferences.${way}Of`, { group: t(`notices:group.${group}.name`) })}
                  </span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
