import ts from "typescript";
import type { SourceFile } from "./source-files.ts";

/** Pages that answer everybody alike before anything is known of them: the redirect to a language, and nothing found. */
const beforeTheGuard = new Set(["app/routes/entrance.ts", "app/routes/nowhere.tsx"]);
const guard = {
  loader: /^((public|member|role|api|root)Loader|onlyBy)$/,
  action: /^((public|member|role|api|token)Action|onlyBy)$/,
};

/** Loaders and actions that no guard makes: authorisation is declared on them, so that they cannot run without it. */
export function unguardedRoutes(files: SourceFile[]): string[] {
  return files.flatMap(({ path, tree }) => {
    if (!tree || !path.startsWith("app/routes/") || beforeTheGuard.has(path)) return [];
    return tree.statements.flatMap((statement) =>
      (["loader", "action"] as const)
        .filter((name) => exportsUnguarded(statement, name))
        .map((name) => `${path} exports a ${name} without a guard`),
    );
  });
}

function exportsUnguarded(statement: ts.Statement, name: "loader" | "action"): boolean {
  if (!isExported(statement)) return false;
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text === name;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    (it) => it.name.getText() === name && !(it.initializer && isMadeBy(it.initializer, guard[name])),
  );
}

function isMadeBy(value: ts.Expression, makers: RegExp): boolean {
  return makers.test(ts.isCallExpression(value) ? value.expression.getText() : value.getText());
}

const commandFolders = /^app\/domain\/(initiatives|partnerships|results|progress|monitoring)\//;

/**
 * Commands that ask no policy: a file that exports an async function with an actor among its parameters and an Outcome
 * to return is a command, and imports the policy that decides who may.
 */
export function commandsWithoutPolicy(files: SourceFile[]): string[] {
  return files
    .filter(({ path, tree }) => tree && commandFolders.test(path) && /\.server\.ts$/.test(path) && isCommand(tree))
    .filter(({ text }) => !/from "[^"]+\.policy\.ts"/.test(text))
    .map(({ path }) => `${path} is a command that asks no policy`);
}

function isCommand(tree: ts.SourceFile): boolean {
  return tree.statements.some(
    (it) =>
      ts.isFunctionDeclaration(it) &&
      isExported(it) &&
      /\bOutcome\b/.test(it.type?.getText() ?? "") &&
      it.parameters.some((parameter) => /\bactor\b|\bActor\b/.test(parameter.getText())),
  );
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some((word) => word.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
