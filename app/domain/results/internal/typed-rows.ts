import { z } from "zod";
import { say } from "#app/platform/typed.ts";

/** Rows of a list; those in which nothing was typed fall away. `once` names a field whose value no two rows share. */
export function rows<Row extends z.ZodType>(row: Row, max: number, once?: { field: string; message: string }) {
  const typed = (value: unknown) =>
    typeof value === "object" && value !== null && Object.values(value).some((one) => one !== "" && one !== undefined);
  return z
    .array(z.unknown(), { error: say("errors:invalid") })
    .max(max + 5, { error: say("errors:too_many", { max }) })
    .default([])
    .transform((list) => list.map((value, index) => ({ value, index })).filter(({ value }) => typed(value)))
    .transform((list, ctx) => {
      const seen = new Set<unknown>();
      return list.flatMap(({ value, index }): z.output<Row>[] => {
        const parsed = row.safeParse(value);
        for (const issue of parsed.error?.issues ?? [])
          ctx.addIssue({ code: "custom", path: [index, ...issue.path], message: issue.message });
        if (!parsed.success) return [];
        const key = once ? new Map(Object.entries(Object(parsed.data))).get(once.field) : undefined;
        if (once && seen.has(key)) ctx.addIssue({ code: "custom", path: [index, once.field], message: once.message });
        seen.add(key);
        return [parsed.data];
      });
    })
    .refine((list) => list.length <= max, { error: say("errors:too_many", { max }) });
}

/** What may not be left empty. */
export function required<Value>(field: z.ZodType<Value | null>) {
  return field.transform((value, ctx): Value => {
    if (value !== null) return value;
    ctx.addIssue({ code: "custom", message: say("errors:required") });
    return z.NEVER;
  });
}
