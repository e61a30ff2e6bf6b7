/**
 * Whether an action sent a form back with errors. `actionData` is what the actions of a page answered, by route, as Remix
 * keeps it on the server and, on a hydrated page, hands it to the browser.
 */
export function hasErrors(actionData: Record<string, unknown> | null | undefined): boolean {
  return Object.values(actionData ?? {}).some((data) => Object.keys(inside(inside(data, "form"), "errors")).length > 0);
}

function inside(value: unknown, key: string): object {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return {};
  const found: unknown = Reflect.get(value, key);
  return typeof found === "object" && found !== null ? found : {};
}
