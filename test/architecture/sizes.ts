import ts from "typescript";
import { type SourceFile, walk } from "./source-files.ts";

export const mostLines = { file: 300, route: 200, function: 60 };
export const mostFilesInFolder = 12;

/** Files, functions and folders beyond their size, as sentences. */
export function tooLarge(files: SourceFile[]): string[] {
  return [...files.flatMap(longFile), ...files.flatMap(longFunctions), ...fullFolders(files)].sort();
}

function longFile(file: SourceFile): string[] {
  if (file.path.endsWith(".css")) return [];
  const most = file.path.startsWith("app/routes/") ? mostLines.route : mostLines.file;
  const lines = file.text.trimEnd().split("\n").length;
  return lines > most ? [`${file.path} has ${lines} lines, more than ${most}`] : [];
}

function longFunctions(file: SourceFile): string[] {
  const { tree } = file;
  if (!tree) return [];
  const found: string[] = [];
  walk(tree, (node) => {
    if (!ts.isFunctionLike(node) || isGroupOfTests(node)) return;
    const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
    const lines = tree.getLineAndCharacterOfPosition(node.end).line - first + 1;
    if (lines > mostLines.function) {
      found.push(`${file.path}:${first + 1} is a function of ${lines} lines, more than ${mostLines.function}`);
    }
  });
  return found;
}

/** `describe(…, () => { … })` only gathers tests. */
function isGroupOfTests(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression.getText().startsWith("describe");
}

function fullFolders(files: SourceFile[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > mostFilesInFolder)
    .map(([folder, count]) => `${folder} holds ${count} files, more than ${mostFilesInFolder}`);
}
