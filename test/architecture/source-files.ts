import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One file of code: `path` from the root with forward slashes, its text, and its syntax tree where it is TypeScript. */
export type SourceFile = { path: string; text: string; tree?: ts.SourceFile };

const folders = ["app", "search", "prisma", "test", "public"];
const code = /\.(ts|tsx|mjs|css)$/;

/** Every file of code under `root` that people write. */
export function readSources(root: string): SourceFile[] {
  return folders
    .flatMap((folder) => list(root, folder))
    .filter((file) => code.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      return /\.tsx?$/.test(file) ? { path: file, text, tree } : { path: file, text };
    });
}

/** Calls `visit` for `node` and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function list(root: string, folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
  const files = entries.map((entry) => `${folder}/${entry.replaceAll("\\", "/")}`);
  return files.filter((file) => !file.startsWith("prisma/generated/")).sort();
}
