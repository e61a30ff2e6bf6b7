import { Form, Submit } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** How many support it, never who; and the reader's own support, which they give, renew or take back. */
export function SupportPanel(props: {
  code: string;
  supports: number;
  /** the version that the reader supports */
  mine: number | null;
  newest: number;
  isAuthor: boolean;
  isSignedIn: boolean;
}) {
  const { lang, t } = useLanguage();
  const { mine, newest } = props;
  const action = `/${lang}/initiatives/${props.code}/voice`;
  return (
    <section className="clock flow tight" aria-labelledby="support-title">
      <h2 id="support-title">{t("voice:support.title")}</h2>
      <p>
        <strong>{t("voice:support.count", { count: props.supports })}</strong>
      </p>
      {props.isAuthor ? (
        <p className="s soft">{t("voice:support.own")}</p>
      ) : props.isSignedIn ? (
        <Form action={action}>
          {mine === null ? null : (
            <p className="s">{t(mine < newest ? "voice:support.mineOld" : "voice:support.mine", { number: mine })}</p>
          )}
          <p className="row">
            {mine === null || mine < newest ? (
              <Submit name="intent" value="support" small>
                {t(mine === null ? "voice:support.give" : "voice:support.renew", { number: newest })}
              </Submit>
            ) : null}
            {mine === null ? null : (
              <Submit name="intent" value="unsupport" look="alt" small>
                {t("voice:support.withdraw")}
              </Submit>
            )}
          </p>
        </Form>
      ) : (
        <p>
          <a href={`/${lang}/sign-in?next=${encodeURIComponent(action)}`}>{t("voice:support.signIn")}</a>
        </p>
      )}
      <p className="s soft">{t("voice:support.private")}</p>
    </section>
  );
}
