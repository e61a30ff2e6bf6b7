import type { FormHTMLAttributes, ReactNode } from "react";
import { useLanguage } from "#app/ui/language.tsx";

type FormElementProps = {
  action?: string;
  /** Needed for files. */
  multipart?: boolean;
  /**
   * The address that takes what is typed while it is typed (`intent=autosave`) and answers JSON, where scripts run; a
   * plain save button stays beside it.
   */
  autosave?: string;
  id?: string;
  children: ReactNode;
};

/** A form that posts. The browser's own checks stay off: the server's words stand at the field, and nothing typed is lost. */
export function Form(props: FormElementProps) {
  const attributes: FormHTMLAttributes<HTMLFormElement> & { "data-autosave"?: string } = {
    method: "post",
    action: props.action,
    id: props.id,
    noValidate: true,
    encType: props.multipart ? "multipart/form-data" : undefined,
  };
  if (props.autosave) attributes["data-autosave"] = props.autosave;
  return (
    <form {...attributes}>
      {props.children}
      {props.autosave ? <AutosaveStatus /> : null}
    </form>
  );
}

/** Says what the autosave did; empty until it did something. */
function AutosaveStatus() {
  const { t } = useLanguage();
  return (
    <p
      className="s autosave"
      aria-live="polite"
      data-autosave-status=""
      data-saving={t("form:autosave.saving")}
      data-saved={t("form:autosave.saved", { time: "{time}" })}
      data-failed={t("form:autosave.failed")}
    />
  );
}

type SubmitProps = {
  children: ReactNode;
  name?: string;
  value?: string;
  /** `alt` is outlined; one plain button a block. */
  look?: "alt";
  small?: boolean;
  full?: boolean;
  /** Posts somewhere else than its form. */
  formAction?: string;
};

/** A button that sends its form: the verb first. It is never disabled; what is missing is said after the press. */
export function Submit(props: SubmitProps) {
  const className = ["btn", props.look, props.small ? "sm" : "", props.full ? "full" : ""].filter(Boolean).join(" ");
  return (
    <button className={className} type="submit" name={props.name} value={props.value} formAction={props.formAction}>
      {props.children}
    </button>
  );
}

/** The row of buttons at the end of a form. */
export function Actions(props: { children: ReactNode }) {
  return <div className="row actions">{props.children}</div>;
}
