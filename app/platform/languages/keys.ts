import type { Messages } from "#app/platform/languages/vi.server.ts";

type WithoutPlural<Key extends string> =
  Key extends `${infer Base}_${"zero" | "one" | "two" | "few" | "many" | "other"}` ? Base : Key;

type Path<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? WithoutPlural<Key> : `${Key}.${Path<Tree[Key]>}`;
}[keyof Tree & string];

export type Namespace = keyof Messages;

/** `namespace:path` of every sentence in the Vietnamese files, plural endings left out. */
export type MessageKey = { [Name in Namespace]: `${Name}:${Path<Messages[Name]>}` }[Namespace];

/** One namespace or a branch of it. */
export type MessageTree = { [key: string]: string | MessageTree };

/** What a translator is built from: namespaces with their sentences. A hydrated page carries only those that it needs. */
export type MessageBundle = { [Name in Namespace]?: MessageTree };
