import { Form, Submit } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** An invitation is answered by people who signed in: the way there and back. */
export function SignInFirst(props: { here: string }) {
  const { lang, t } = useLanguage();
  return (
    <section className="flow" aria-labelledby="sign-in-first">
      <h2 className="h-s" id="sign-in-first">
        {t("organisations:invitation.signInTitle")}
      </h2>
      <p>{t("organisations:invitation.signInText")}</p>
      <p>
        <a className="btn" href={`/${lang}/sign-in?${new URLSearchParams({ next: props.here })}`}>
          {t("organisations:invitation.signIn")}
        </a>
      </p>
      <p>
        <a href={`/${lang}/sign-up`}>{t("organisations:invitation.signUp")}</a>
        <br />
        <span className="soft s">{t("organisations:invitation.signUpText")}</span>
      </p>
    </section>
  );
}

/** Another address was invited than the reader's. */
export function OtherReader(props: { email: string }) {
  const { lang, t } = useLanguage();
  return (
    <Notice warn>
      <p>
        {t("refusals:INVITATION_OF_OTHERS")} {t("organisations:invitation.others", { email: props.email })}
      </p>
      <Form action={`/${lang}/sign-out`}>
        <Submit look="alt" small>
          {t("organisations:invitation.signOut")}
        </Submit>
      </Form>
    </Notice>
  );
}
