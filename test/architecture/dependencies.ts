import { existsSync } from "node:fs";
import path from "node:path";
import { cruise, type IForbiddenRuleType } from "dependency-cruiser";

/** The sentences that the imports under `root` break: "rule: importer → imported". */
export async function brokenDependencies(root: string, rules: IForbiddenRuleType[]): Promise<string[]> {
  const folders = ["app", "search", "prisma", "test"].filter((name) => existsSync(path.join(root, name)));
  const result = await cruise(
    folders,
    {
      baseDir: root,
      ruleSet: { forbidden: rules },
      doNotFollow: { path: ["node_modules", "^prisma/generated"] },
      tsPreCompilationDeps: true,
      combinedDependencies: false,
      validate: true,
    },
    {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      conditionNames: ["import", "types", "default"],
      exportsFields: ["exports"],
    },
  );
  if (typeof result.output === "string") throw new Error(result.output);
  return result.output.summary.violations.map((it) => `${it.rule.name}: ${it.from} → ${it.to}`).sort();
}
