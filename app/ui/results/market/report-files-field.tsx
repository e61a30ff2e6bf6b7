import { MOST_REPORT_FILES } from "#app/domain/results/reports/report.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkbox, Checkboxes } from "#app/ui/form/choices.tsx";
import { FileField } from "#app/ui/form/file-field.tsx";
import { listOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";

type Props = { held: readonly { sha256: string; name: string }[]; endings: string; form: FormState };

/** Documents that come with a report; those that were received stay when the form comes back, until they are unticked. */
export function ReportFilesField({ held, endings, form }: Props) {
  const { t } = useLanguage();
  const kept = listOf(form, "held");
  const received = held.filter(({ sha256 }) => kept.includes(sha256));
  return (
    <>
      {received.length > 0 ? (
        <Checkboxes
          name="held"
          label={t("reports:file.held")}
          choices={received.map(({ sha256, name }) => ({ value: sha256, label: name, note: shortHash(sha256) }))}
          form={form}
        />
      ) : null}
      <FileField
        name="files"
        label={t("reports:file.label")}
        hint={t("reports:file.hint", { max: MOST_REPORT_FILES })}
        accept={endings}
        multiple
        optional
        form={form}
      />
      <Checkbox name="filesPublic" label={t("reports:file.public")} hint={t("reports:file.publicHint")} form={form} />
    </>
  );
}
