// npm runs this after every install. Without the development packages there is nothing to generate with, and nothing
// to generate for: such an installation runs a build made elsewhere.
const tsx = await import("tsx/esm/api").catch(() => undefined);
if (tsx) {
  tsx.register();
  await import("./generate.ts");
}
