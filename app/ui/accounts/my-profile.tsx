import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Form, Submit } from "#app/ui/form/form.tsx";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type ShownProfile = {
  email: string;
  name: string | null;
  affiliation: string | null;
  orcid: string | null;
  fields: readonly string[];
  language: Language;
};

/** What the reader said of themselves, and the language of their mails. */
export function MyProfile(props: { profile: ShownProfile; form: FormState }) {
  const { lang, t } = useLanguage();
  const { email, name, affiliation, orcid, fields, language } = props.profile;
  return (
    <Section
      id="profile"
      title={t("accounts:me.profile")}
      aside={<a href={`/${lang}/me/profile`}>{t("accounts:me.changeProfile")}</a>}
    >
      <div className="cols half">
        <Facts
          facts={[
            { term: t("accounts:profile.name"), value: name },
            { term: t("accounts:email"), value: email },
            { term: t("accounts:profile.affiliation"), value: affiliation },
            { term: "ORCID", value: orcid ? <a href={`https://orcid.org/${orcid}`}>{orcid}</a> : null },
            { term: t("accounts:profile.fields"), value: fields.join("; ") },
          ]}
        />
        <Form>
          <input type="hidden" name="intent" value="language" />
          <LanguageChoice
            label={t("accounts:me.language")}
            hint={t("accounts:me.languageHint")}
            form={props.form}
            value={language}
          />
          <div className="row actions">
            <Submit look="alt">{t("accounts:me.saveLanguage")}</Submit>
          </div>
        </Form>
      </div>
    </Section>
  );
}
