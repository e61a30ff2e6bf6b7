import { z } from "zod";
import { say } from "#app/platform/typed.ts";

const CODE = /^[\w.-]{1,40}$/;

/** Codes of products or provinces chosen from a list, each once; whether they exist is for the command to say. */
export function chosenCodes({ max }: { max: number }) {
  return z
    .union([z.string(), z.array(z.string())], { error: say("errors:choose") })
    .optional()
    .transform((value) => [...new Set([value ?? []].flat())].filter((code) => code !== ""))
    .refine((codes) => codes.every((code) => CODE.test(code)), { error: say("errors:choose") })
    .refine((codes) => codes.length <= max, { error: say("errors:too_many", { max }) });
}
