import { LONGEST_COMMENT } from "#app/domain/partnerships/workbench/variant.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";

export type Said = {
  id: string;
  organisation: { names: Texts; house: House };
  post: string;
  text: string;
  saidAt: string;
};

/** What members said of a shared variant: whose organisation, in which post, when; and room to say more. */
export function VariantTalk(props: { comments: readonly Said[]; maySpeak: boolean; form: FormState }) {
  const { lang, t, format } = useLanguage();
  return (
    <>
      {props.comments.length === 0 ? <p>{t("workbench:talk.none")}</p> : null}
      {props.comments.map(({ id, organisation, post, text, saidAt }) => (
        <article className="talk" key={id} id={`said-${id}`}>
          <PartyBadge
            house={organisation.house}
            name={nameOf(organisation.names, lang)}
            role={`${post === "PARTY_REP" ? t("partnerships:signatures.representative") : post} · ${format.dateTime(saidAt)}`}
          />
          <p className="said">{text}</p>
        </article>
      ))}
      {props.maySpeak ? (
        <Form>
          <TextArea
            name="text"
            label={t("workbench:talk.text")}
            hint={t("workbench:talk.hint")}
            max={LONGEST_COMMENT}
            rows={4}
            form={props.form}
          />
          <Actions>
            <Submit name="intent" value="comment">
              {t("workbench:talk.send")}
            </Submit>
          </Actions>
        </Form>
      ) : null}
    </>
  );
}
