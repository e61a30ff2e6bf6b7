import type { SourceFile } from "./source-files.ts";

type Ban = { word: RegExp; why: string; where: RegExp; except?: RegExp };

const everywhere = /^(app|search|prisma|test)\//;
const product = /^(app|search|prisma)\//;
const ourselves = /^test\/architecture\//;

const bans: Ban[] = [
  {
    word: /\$(queryRaw|executeRaw)Unsafe/,
    why: "SQL travels in tagged templates, with parameters",
    where: everywhere,
    except: ourselves,
  },
  {
    word: /\bPrisma\.raw\b/,
    why: "SQL travels in tagged templates, with parameters",
    where: everywhere,
    except: ourselves,
  },
  { word: /\bMath\.random\b/, why: "random values come from node:crypto", where: product },
  { word: /\b(eval|new Function)\(/, why: "no code is made of text", where: product },
  {
    word: /\bdangerouslySetInnerHTML\b/,
    why: "only sanitised Markdown and data without any < are written as HTML",
    where: product,
    except: /^app\/ui\/(markdown|frame\/json-ld)\.tsx$/,
  },
  {
    word: /\sstyle=/,
    why: "the content security policy refuses style attributes: write a class",
    where: /^app\/.*\.tsx$/,
  },
  { word: /\son[A-Z][a-z]+="/, why: "the content security policy refuses inline handlers", where: /^app\/.*\.tsx$/ },
  {
    word: /\bprocess\.env\b/,
    why: "configuration is read once, by platform",
    where: /^(app|search)\//,
    except: /^(app\/(platform\/|commands\/|start\.mjs|dev\.mjs)|search\/commands\/)/,
  },
  {
    word: /\bimport\.meta\.(url|filename|dirname)\b/,
    why: "in the build this code lies elsewhere: name files from the project's root",
    where: /^(app|search|prisma)\/.*\.tsx?$/,
    // Module resolution works from wherever the build lies; the other two never enter a build.
    except: /^prisma\/(embedded\/binaries|generate|migrations-runner\/difference)\.ts$/,
  },
  { word: /\b(TODO|FIXME|XXX|HACK)\b/, why: "open ends stand in issues", where: everywhere, except: ourselves },
  { word: /\b(test|it|describe)\.(only|skip|todo)\b/, why: "every test runs", where: /^test\//, except: ourselves },
  { word: /@ts-(ignore|nocheck)/, why: "types are kept, not silenced", where: everywhere, except: ourselves },
];

/** Words that must not stand in the code, as "file:line why". */
export function bannedWords(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split("\n");
    const applying = bans.filter((ban) => ban.where.test(path) && !ban.except?.test(path));
    return applying.flatMap((ban) =>
      lines.flatMap((line, at) => (ban.word.test(line) ? [`${path}:${at + 1} ${ban.why}`] : [])),
    );
  });
}

/** Files under app/routes that neither app/routes.ts nor app/routes-api.ts names. */
export function unnamedRoutes(files: SourceFile[]): string[] {
  const maps = files.filter((file) => /^app\/routes(?:-api)?\.ts$/.test(file.path)).map((file) => file.text);
  const routes = files
    .filter((file) => /^app\/routes\/.*\.tsx?$/.test(file.path))
    .map((file) => file.path.slice("app/".length));
  return routes
    .filter((route) => !maps.some((map) => map.includes(`"${route}"`)))
    .map((route) => `app/${route} is not in app/routes.ts`);
}
