import type { FormState } from "#app/platform/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { SignForm } from "#app/ui/partnerships/manage/sign-form.tsx";

/** The reader's signature on the settlement, where one is still due. */
export function SettlementSign(props: {
  textSha256: string;
  parties: readonly { value: string; label: string }[];
  form: FormState;
}) {
  const { t } = useLanguage();
  if (props.parties.length === 0) return null;
  return (
    <div className="read" id="sign">
      <h3>{t("exits:sign")}</h3>
      <SignForm
        intent="sign"
        textSha256={props.textSha256}
        parties={props.parties}
        agreed={t("exits:signAgreed", { hash: shortHash(props.textSha256) })}
        submit={t("exits:sign")}
        form={props.form}
      />
    </div>
  );
}
