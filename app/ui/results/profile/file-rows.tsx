import { filePath, type ResultFile } from "#app/domain/results/profile/file.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkbox } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { sizeWords, typeWords } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Evidence } from "#app/ui/marks/evidence.tsx";
import { Picture } from "#app/ui/results/profile/gallery.tsx";

/** The files that a draft has: what each is, its title, and a box that takes it off. */
export function FileRows(props: { files: readonly ResultFile[]; form: FormState; lang: string }) {
  const { t, format } = useLanguage();
  const { form, lang } = props;
  return props.files.map((file, index) => {
    const prefix = `files[${index}]`;
    return (
      <fieldset className="rowset" key={file.id}>
        <legend>{t(`profile:form.${file.kind}`, { number: index + 1 })}</legend>
        <input type="hidden" name={`${prefix}.id`} value={file.id} />
        <div className="kept">
          {file.kind === "IMAGE" ? (
            <p className="gallery one">
              <Picture file={file} lang={lang} />
            </p>
          ) : null}
          <Evidence
            href={filePath(file)}
            title={file.name}
            meta={[typeWords(file.mediaType), sizeWords(file.sizeBytes, format.number)].join(" · ")}
          />
          <Field
            name={`${prefix}.title`}
            label={t(`profile:form.titleOf.${file.kind}`)}
            hint={file.kind === "IMAGE" ? t("profile:form.altHint") : undefined}
            form={form}
          />
          <Checkbox name={`${prefix}.drop`} label={t("profile:form.drop")} form={form} />
        </div>
      </fieldset>
    );
  });
}
