import type { Texts } from "#app/platform/languages/texts.ts";

/** What stands of a body's own work in public: campaigns, findings, recommendations open and past their day. */
type BodyCounts = { campaigns: number; findings: number; open: number; overdue: number };

/** A body of the Front in the list of all, or below another. */
export type FrontBodyItem = BodyCounts & {
  id: string;
  code: string;
  name: Texts;
  provinceCode: string;
  parentId: string | null;
};

/** A body of the Front with its space. The team is told by its posts: no person is named. */
export type FoundFrontBody = FrontBodyItem & {
  parent: { code: string; name: Texts } | null;
  /** posts of those who monitor for it, a lead's first, with how many hold each */
  posts: { role: "MONITOR_LEAD" | "MONITOR"; post: string | null; people: number }[];
};
