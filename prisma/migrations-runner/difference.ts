import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const snapshotHead = "// The schema as the newest migration leaves it; `npm run db:diff` reads it and writes it.\n";

/** Every schema file in `folder` as one text, file by file in the order of their names. */
export async function readSchema(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  const parts = await Promise.all(
    names.map(async (name) => `// ${name}\n\n${(await readFile(path.join(folder, name), "utf8")).trim()}\n`),
  );
  return `${snapshotHead}\n${parts.join("\n")}`;
}

/**
 * The SQL that leads from one schema text to another, asked of Prisma's own engine in WebAssembly: its native engine
 * would have to be downloaded. `from` may be empty. The engine wants a database within reach and leaves it alone.
 */
export async function sqlBetween(from: string, to: string, databaseUrl: string): Promise<string> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const place = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(path.join(path.dirname(place), "schema_engine_bg.wasm"));
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = { "./schema_engine_bg.js": { ...bindings } };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();

  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  const engine = await bindings.SchemaEngine.new({ datamodels: [["schema.prisma", to]] }, () => undefined, adapter);
  const schema = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
    configDir: process.cwd(),
  });
  const result = await engine.diff({
    from: from === "" ? { tag: "empty" } : schema(from),
    to: schema(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.stdout ?? "";
}
