import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { FileField } from "#app/ui/form/file-field.tsx";
import { listOf, textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";

/** A document that is kept, and who reads it; one that was received stays when the form comes back. */
export function EvidenceField({ form }: { form: FormState }) {
  const { t } = useLanguage();
  const name = "evidenceSha256";
  const kept = listOf(form, name).findLast((text) => /^[0-9a-f]{64}$/.test(text));
  return (
    <>
      {kept ? <input type="hidden" name={name} value={kept} /> : null}
      <FileField
        name={name}
        label={t("performance:field.evidence")}
        hint={
          kept ? t("performance:field.evidenceKept", { hash: shortHash(kept) }) : t("performance:field.evidenceHint")
        }
        optional
        form={form}
      />
      <RadioGroup
        name="readers"
        label={t("performance:field.readers")}
        choices={(["PUBLIC", "MEMBERS"] as const).map((value) => ({ value, label: t(`performance:readers.${value}`) }))}
        value={textOf(form, "readers") || "PUBLIC"}
        form={form}
      />
    </>
  );
}
