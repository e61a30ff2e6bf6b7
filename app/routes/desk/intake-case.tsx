import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { submitToSteering } from "#app/domain/initiatives/decision/submit-to-steering.server.ts";
import { mayCheckIntake, maySubmitToSteering } from "#app/domain/initiatives/initiative.policy.ts";
import { rejectFormSchema, returnSchema, screenSchema } from "#app/domain/initiatives/intake/intake.schema.ts";
import { rejectForm } from "#app/domain/initiatives/intake/reject-form.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { screen } from "#app/domain/initiatives/intake/screen.server.ts";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { CaseFile } from "#app/ui/initiatives/desk/case-file.tsx";
import { PlainAct } from "#app/ui/initiatives/desk/council-forms.tsx";
import { RejectForm, ReturnForm, ScreenForm } from "#app/ui/initiatives/desk/intake-forms.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { notFound, roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { caseData, refuseAct, requireCase } from "#app/web/initiatives/desk-page.server.ts";

export const loader = roleLoader(["INTAKE"], async ({ params, lang, actor }) => {
  const found = await requireCase(actor, params["code"]);
  const { facts, content } = found;
  return {
    ...(await caseData(found, lang)),
    mayCheck: facts.state === "SUBMITTED" && mayCheckIntake(actor, facts),
    maySteer: facts.state === "EVALUATED" && facts.track === "BREAKTHROUGH" && maySubmitToSteering(actor, facts),
    start: blankForm({
      track: facts.track,
      fordCode: content?.fordCode ?? "",
      productCodes: [...(content?.productCodes ?? [])],
    }),
  };
});

export const action = roleAction(["INTAKE"], async ({ params, readForm, lang, actor }) => {
  const { code } = await requireCase(actor, params["code"]);
  const form = await readForm();
  const desk = `/${lang}/desk/intake`;
  switch (form.get("intent")) {
    case "screen": {
      const parsed = parseForm(form, screenSchema, lang);
      if (!parsed.ok) return sendBack(parsed.form);
      const done = await screen(actor, code, parsed.value);
      if (!done.ok) return refuseAct(done, parsed.form, lang);
      throw redirect(desk, 303);
    }
    case "return": {
      const parsed = parseForm(form, returnSchema, lang);
      if (!parsed.ok) return sendBack(parsed.form);
      const done = await returnForCompletion(actor, code, parsed.value);
      if (!done.ok) return refuseAct(done, parsed.form, lang);
      throw redirect(desk, 303);
    }
    case "reject": {
      const parsed = parseForm(form, rejectFormSchema, lang);
      if (!parsed.ok) return sendBack(parsed.form);
      const done = await rejectForm(actor, code, parsed.value);
      if (!done.ok) return refuseAct(done, parsed.form, lang);
      throw redirect(desk, 303);
    }
    case "steering": {
      const done = await submitToSteering(actor, code);
      if (!done.ok) return refuseAct(done, blankForm({ intent: "steering" }), lang);
      throw redirect(desk, 303);
    }
    default:
      throw notFound();
  }
});

export default function IntakeCase() {
  const { file, mayCheck, maySteer, start } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const answer = useActionData<typeof action>();
  const formOf = (intent: string, blank = EMPTY_FORM) =>
    answer?.form.values["intent"] === intent ? answer.form : blank;
  const desk = `/${lang}/desk/intake`;
  const address = `${desk}/${file.code}`;
  return (
    <CaseFile
      file={file}
      desk={{ title: t("initiatives:desk.intake.title"), href: desk }}
      isMine={mayCheck || maySteer}
    >
      {mayCheck || answer ? (
        <>
          <ScreenForm action={address} form={formOf("screen", start)} names={file.names} />
          <ReturnForm action={address} form={formOf("return")} />
          <RejectForm action={address} form={formOf("reject")} />
        </>
      ) : null}
      {maySteer ? <PlainAct intent="steering" action={address} form={formOf("steering")} /> : null}
    </CaseFile>
  );
}
