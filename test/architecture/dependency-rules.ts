import type { IForbiddenRuleType } from "dependency-cruiser";

type Side = { path?: string | string[]; pathNot?: string | string[] };

// routes → web, ui → domain → search → prisma, and platform below all; app/demo above everything.
const processes = "^app/(server|worker)\\.ts$";
const demo = "^app/demo/";
const routes = "^app/(routes/|root\\.tsx$|entry\\.|routes(-api)?\\.ts$)";
const databaseClient = "^prisma/(client\\.server|query-count\\.server|generated/)";

/** The lower domain folders from the bottom: each may know those before it. */
const ground = ["record", "catalogue", "accounts", "obligations", "notices", "extensions", "organisations"];
const upper = ["initiatives", "partnerships", "results", "progress", "monitoring"];
const readers = ["progress", "monitoring"];

/** One sentence of the house: whoever matches `from` may not import what matches `to`, not even its types unless said. */
function never(name: string, from: Side, to: Side, options: { typesToo?: boolean } = {}): IForbiddenRuleType {
  const dependencyTypesNot = options.typesToo === false ? { dependencyTypesNot: ["type-only" as const] } : {};
  return { name, severity: "error", from, to: { ...to, ...dependencyTypesNot } };
}

function npm(...names: string[]): string {
  return `(^|node_modules/)(${names.join("|")})(/|$)`;
}

const layers: IForbiddenRuleType[] = [
  never("platform lies below all", { path: "^app/platform/" }, { path: "^(app|search)/", pathNot: "^app/platform/" }),
  never(
    "platform knows of the database its client alone",
    { path: "^app/platform/" },
    { path: "^prisma/", pathNot: databaseClient },
  ),
  never(
    "prisma knows of the rest only platform",
    { path: "^prisma/" },
    { path: "^(app|search|test)/", pathNot: "^app/platform/" },
  ),
  never("search knows of app only platform", { path: "^search/" }, { path: "^app/", pathNot: "^app/platform/" }),
  never(
    "domain knows no web and no page",
    { path: "^app/domain/" },
    { path: "^app/", pathNot: "^app/(domain|platform)/" },
  ),
  never("ui knows nouns and platform alone", { path: "^app/ui/" }, { path: "^(app/(web|routes|demo)|search|prisma)/" }),
  never("ui knows no command and no query", { path: "^app/ui/" }, { path: "^app/domain/.*\\.server\\.tsx?$" }),
  never("web knows no page", { path: "^app/web/" }, { path: `^app/(routes|demo)/` }),
  never("pages ask the domain, not the database", { path: routes }, { path: "^prisma/" }),
  never("demo is used by processes and tests alone", { pathNot: [demo, processes, "^test/"] }, { path: demo }),
  never("no code imports a test", { pathNot: "^test/" }, { path: "^test/" }),
];

const domainOrder: IForbiddenRuleType[] = [
  ...ground.map((folder, level) =>
    never(
      `${folder} lies below the rest of the domain`,
      { path: `^app/domain/${folder}/` },
      { path: "^app/domain/", pathNot: `^app/domain/(${ground.slice(0, level + 1).join("|")})/` },
    ),
  ),
  ...upper.map((folder) =>
    never(
      `${folder} keeps to itself and what lies below`,
      { path: `^app/domain/${folder}/` },
      {
        path: "^app/domain/",
        pathNot: [
          `^app/domain/(${[...ground, folder].join("|")})/`,
          // The two that watch the others may read them, through queries and nouns.
          ...(readers.includes(folder) ? ["/queries\\.server\\.ts$", "(?<!\\.server)\\.ts$"] : []),
        ],
      },
    ),
  ),
  never(
    "internal files are private to their folder",
    { path: "^(app/domain/[^/]+|search)/" },
    { path: "/internal/", pathNot: "^$1/" },
  ),
  never(
    "internal files are private to their folder (elsewhere)",
    { pathNot: "^(app/domain|search|test)/" },
    {
      path: "/internal/",
      pathNot: ["node_modules", "^prisma/generated/"],
    },
  ),
];

const packages: IForbiddenRuleType[] = [
  never(
    "@remix-run is known to the web layer and the pages alone",
    { pathNot: [routes, processes, "^app/web/", "^test/", "^[^/]+$"] },
    { path: npm("@remix-run") },
  ),
  never("lucia is known to accounts alone", { pathNot: "^(app/domain/accounts|test)/" }, { path: npm("lucia") }),
  never(
    "react draws pages and nothing else",
    { path: "^(app/domain|search|prisma)/" },
    { path: npm("react", "react-dom", "express", "@conform-to/[^/]+") },
  ),
  never("the search engine is known to search alone", { pathNot: "^(search|test)/" }, { path: npm("meilisearch") }),
];

const browser: IForbiddenRuleType[] = [
  never(
    "what a browser may load imports no server file",
    { path: "^app/(ui|web|domain|platform)/", pathNot: ["\\.server\\.tsx?$"] },
    // The nouns of search are plain lists and types.
    { path: "(\\.server\\.tsx?$|^prisma/|^search/)", pathNot: "^search/(document|facets|port)\\.ts$" },
    { typesToo: false },
  ),
  never(
    "what a browser may load uses no part of Node",
    { path: "^app/(ui|web|domain|platform)/", pathNot: "\\.server\\.tsx?$" },
    {
      path: "^(node:)?(fs|path|crypto|os|net|http|child_process|async_hooks|worker_threads|url|stream|util|buffer|events)(/|$)",
    },
  ),
];

/** Every rule about who may import whom. */
export const rules: IForbiddenRuleType[] = [
  ...layers,
  ...domainOrder,
  ...packages,
  ...browser,
  {
    name: "no cycles",
    severity: "error",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "no import that cannot be found",
    severity: "error",
    from: {},
    to: { couldNotResolve: true, pathNot: ["^virtual:", "^npm:", "\\+types/"] },
  },
];
