import { FieldFrame, type FieldProps, fieldParts } from "#app/ui/form/field-frame.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Evidence } from "#app/ui/marks/evidence.tsx";

/** A file that is already kept; `removeValue` is what the remove button sends under `removeName`. */
export type KeptFile = { name: string; href: string; meta: string; removeValue: string };

/** Files to add, beneath those already kept. A browser gives no file back, so kept ones never have to be chosen again. */
export function FileField(
  props: FieldProps & { accept?: string; multiple?: boolean; files?: readonly KeptFile[]; removeName?: string },
) {
  const { t } = useLanguage();
  const parts = fieldParts(props);
  const files = props.files ?? [];
  return (
    <FieldFrame field={props} parts={parts}>
      {files.length > 0 ? (
        <ul className="files">
          {files.map((file) => (
            <li key={file.removeValue}>
              <Evidence href={file.href} title={file.name} meta={file.meta} />
              {props.removeName ? (
                <button className="btn alt sm" type="submit" name={props.removeName} value={file.removeValue}>
                  {t("form:remove")}
                  <span className="vh"> {file.name}</span>
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <input
        className="in file"
        id={parts.id}
        name={props.name}
        type="file"
        multiple={props.multiple}
        accept={props.accept}
        aria-describedby={parts.describedBy}
        aria-invalid={parts.errors.length > 0 ? true : undefined}
      />
    </FieldFrame>
  );
}
