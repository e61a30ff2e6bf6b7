import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TRACKS } from "#app/domain/initiatives/initiative.ts";
import { screenSchema } from "#app/domain/initiatives/intake/intake.schema.ts";
import { screen } from "#app/domain/initiatives/intake/screen.server.ts";
import { ActPage, BackLink } from "#app/ui/desk/form-page.tsx";
import { Checkboxes, RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { SimilarSection } from "#app/ui/initiatives/similar-list.tsx";
import { listNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { codeOf, openIntakeAct, refused } from "#app/web/initiatives/desk-case.server.ts";
import { similarForDesk } from "#app/web/initiatives/similar.server.ts";

export const loader = roleLoader(["INTAKE"], async (page) => {
  const { head, mayAct, catalogue, products, content } = await openIntakeAct(page);
  return {
    title: page.t("desk:screen.title"),
    head,
    mayAct,
    similar: await similarForDesk(page.actor, { code: head.code, ...content }, page),
    names: listNames(catalogue, products, page.lang),
    proposed: blankForm({
      track: content.track,
      fordCode: content.fordCode ?? "",
      productCodes: [...content.productCodes],
    }),
  };
});

export const action = roleAction(["INTAKE"], async (page) => {
  const code = codeOf(page);
  const parsed = parseForm(await page.readForm(), screenSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await screen(page.actor, code, parsed.value);
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  return redirect(`/${page.lang}/desk/done/${code}?act=screened`);
});

export default function Screen() {
  const { head, mayAct, similar, names, proposed } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? proposed;
  const labels = {
    track: t("desk:screen.track"),
    fordCode: t("desk:screen.field"),
    productCodes: t("desk:screen.products"),
  };
  return (
    <ActPage
      desk="intake"
      head={head}
      title={t("desk:screen.title")}
      lede={t("desk:screen.lede")}
      form={form}
      labels={labels}
      mayAct={mayAct}
    >
      <SimilarSection similar={similar} />
      <Form>
        <RadioGroup
          name="track"
          label={labels.track}
          form={form}
          choices={TRACKS.map((track) => ({
            value: track,
            label: t(`initiatives:track.${track}`),
            note: t(`desk:screen.trackNote.${track}`),
          }))}
        />
        <Select
          name="fordCode"
          label={labels.fordCode}
          empty={t("desk:screen.chooseField")}
          options={fieldGroups(names.fields)}
          form={form}
        />
        <Checkboxes
          name="productCodes"
          label={labels.productCodes}
          hint={t("desk:screen.productsHint")}
          optional
          form={form}
          choices={names.products.map(({ code, number, name }) => ({ value: code, label: `${number}. ${name}` }))}
        />
        <Actions>
          <Submit>{t("desk:screen.button")}</Submit>
          <BackLink href={`/${lang}/desk/intake/${head.code}`} />
        </Actions>
      </Form>
    </ActPage>
  );
}

type Field = { code: string; name: string; parentCode: string | null };

/** The detailed fields under their broad ones, as one chooses them. */
function fieldGroups(fields: readonly Field[]) {
  return fields
    .filter(({ parentCode }) => parentCode === null)
    .map((group) => ({
      label: group.name,
      options: fields
        .filter(({ parentCode }) => parentCode === group.code)
        .map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
    }));
}
