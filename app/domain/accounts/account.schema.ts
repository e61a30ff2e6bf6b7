import { z } from "zod";
import { typedPassword } from "#app/domain/accounts/passwords/password.ts";
import { isLanguage, LANGUAGES } from "#app/platform/languages/languages.ts";
import { line, oneOf, say } from "#app/platform/typed.ts";

const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9](?:[a-z0-9-]{0,62}))+$/;

/** An e-mail address in small letters, of at most 254 characters. */
export function emailAddress() {
  return line({ min: 1, max: 254 })
    .transform((text) => text.toLowerCase())
    .superRefine((text, ctx) => {
      if (text !== "" && !ADDRESS.test(text)) ctx.addIssue({ code: "custom", message: say("errors:email") });
    });
}

export const signUpSchema = z.object({ email: emailAddress(), password: typedPassword() });
export const signInSchema = z.object({ email: emailAddress(), password: typedPassword() });
export const confirmSchema = z.object({ password: typedPassword() });
export const forgotSchema = z.object({ email: emailAddress() });
export const resetSchema = z.object({ password: typedPassword() });
export const languageSchema = z.object({ language: oneOf(LANGUAGES.filter(isLanguage)) });
