import type { Translate } from "#app/platform/languages/translate.ts";
import type { FormState } from "#app/ui/form/form-state.ts";

/** What a page's `<title>` says; it opens with the word for error while its form has something to correct. */
export function pageTitle(t: Translate, title: string, form?: FormState): string {
  const failed = form !== undefined && Object.keys(form.errors).length > 0;
  return t(failed ? "frame:titleWithErrors" : "frame:title", { title });
}
