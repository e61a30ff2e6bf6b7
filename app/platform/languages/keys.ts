import type { Messages } from "#app/platform/languages/vi.server.ts";

type Category = "zero" | "one" | "two" | "few" | "many" | "other";

/** An ending such as `_one` is a plural where the same branch has `_other`; else it belongs to the name (`too_many`). */
type WithoutPlural<Key extends string, Tree> = Key extends `${infer Base}_${Category}`
  ? `${Base}_other` extends keyof Tree
    ? Base
    : Key
  : Key;

type Path<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? WithoutPlural<Key, Tree> : `${Key}.${Path<Tree[Key]>}`;
}[keyof Tree & string];

export type Namespace = keyof Messages;

/** `namespace:path` of every sentence in the Vietnamese files, plural endings left out. */
export type MessageKey = { [Name in Namespace]: `${Name}:${Path<Messages[Name]>}` }[Namespace];

/** One namespace or a branch of it. */
export type MessageTree = { [key: string]: string | MessageTree };

/** What a translator is built from: namespaces with their sentences. A hydrated page carries only those that it needs. */
export type MessageBundle = { [Name in Namespace]?: MessageTree };
