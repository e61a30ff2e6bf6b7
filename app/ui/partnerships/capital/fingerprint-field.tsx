import type { FormState } from "#app/platform/form-state.ts";
import { FileField } from "#app/ui/form/file-field.tsx";
import { listOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";

/** A document of which the fingerprint alone is kept; one that was received stays when the form comes back. */
export function FingerprintField(props: {
  name: string;
  label: string;
  form: FormState | undefined;
  optional?: boolean;
}) {
  const { t } = useLanguage();
  const { name, label, form, optional } = props;
  const kept = listOf(form, name).findLast((text) => /^[0-9a-f]{64}$/.test(text));
  return (
    <>
      {kept ? <input type="hidden" name={name} value={kept} /> : null}
      <FileField
        name={name}
        label={label}
        hint={kept ? t("money:field.fileKept", { hash: shortHash(kept) }) : t("money:field.fileHint")}
        optional={optional}
        form={form}
      />
    </>
  );
}
