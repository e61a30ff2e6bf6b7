/** A form as it comes back: what was typed, and the sentences to stand at each field ("" is the form as a whole). */
export type FormState = {
  values: Record<string, string | string[]>;
  errors: Record<string, string[]>;
};
