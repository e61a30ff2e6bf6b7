import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A small house in a temporary folder, with this one's import names, that holds `files` (path to text). */
export async function plant(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), "planted-"));
  const { imports, type } = JSON.parse(await readFile("package.json", "utf8"));
  await writeFile(path.join(root, "package.json"), JSON.stringify({ name: "planted", type, imports }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  return root;
}
