import ts from "typescript";
import { type SourceFile, walk } from "./source-files.ts";

const bannedNames = new Set(["utils", "util", "helpers", "helper", "lib", "common", "misc", "service", "manager"]);
const kebabCase = /^[a-z0-9$_]+(-[a-z0-9$_]+)*$/;

/** Routes, processes and configuration are found by their default export; everything else has a name. */
const mayExportDefault = [
  /^app\/routes\//,
  /^app\/(root|routes|entry\.(client|server))\.tsx?$/,
  /^test\/setup\/(cluster|built)\.ts$/,
];

/** Names that say nothing, or are not written in kebab-case. */
export function badNames(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) =>
      path.split("/").some((part) => part.split(/[-.]/).some((word) => bannedNames.has(word)) || !isKebabCase(part)),
    )
    .map(({ path }) => `${path} has a name that is banned or not in kebab-case`);
}

function isKebabCase(part: string): boolean {
  const words = part.split(".");
  return part.startsWith("migration") || words.every((word) => kebabCase.test(word));
}

/** Barrels, default exports out of place, classes that are no errors, and arrow functions where a `function` belongs. */
export function badShapes(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (!file.tree) return [];
    const tree = file.tree;
    const said = [
      [isBarrel(file.path, tree), "is a barrel: import from the file that has the thing"],
      [hasDefaultExport(tree) && !mayExportDefault.some((it) => it.test(file.path)), "has a default export"],
      [hasOtherClass(tree), "has a class that is no error"],
      [hasNamedArrow(tree), "names an arrow function at its top level: write a function"],
    ] as const;
    return said.filter(([wrong]) => wrong).map(([, what]) => `${file.path} ${what}`);
  });
}

function isBarrel(path: string, tree: ts.SourceFile): boolean {
  if (/(^|\/)index\.tsx?$/.test(path)) return true;
  const reexports = tree.statements.filter((it) => ts.isExportDeclaration(it) && it.moduleSpecifier !== undefined);
  const rest = tree.statements.filter((it) => !ts.isImportDeclaration(it) && !ts.isExportDeclaration(it));
  return reexports.length > 0 && rest.length === 0;
}

function hasDefaultExport(tree: ts.SourceFile): boolean {
  return tree.statements.some(
    (it) =>
      ts.isExportAssignment(it) ||
      (ts.canHaveModifiers(it) && ts.getModifiers(it)?.some((word) => word.kind === ts.SyntaxKind.DefaultKeyword)),
  );
}

function hasOtherClass(tree: ts.SourceFile): boolean {
  let found = false;
  walk(tree, (node) => {
    if (ts.isClassLike(node) && !node.heritageClauses?.some((it) => it.getText(tree).endsWith("Error"))) found = true;
  });
  return found;
}

function hasNamedArrow(tree: ts.SourceFile): boolean {
  return tree.statements.some(
    (it) =>
      ts.isVariableStatement(it) &&
      it.declarationList.declarations.some(
        (one) => one.initializer && ts.isArrowFunction(one.initializer) && !one.type,
      ),
  );
}
