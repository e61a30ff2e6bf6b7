import type { FundingSource } from "#app/domain/catalogue/funding-source.ts";
import type { ComplaintGround } from "#app/domain/results/complaints/complaint.ts";
import type { ExploitationKind, IpKind, IpStatus, ResultType } from "#app/domain/results/exploitation.ts";

/** How far the story of a result has come. */
export type Ending = "published" | "draft" | "submitted" | "returned" | "verified" | "withdrawn";

/** What an officer was shown of its use, and whether the evidence bore it out. */
export type PlannedAct = {
  kind: ExploitationKind;
  on: string;
  with: string;
  where: string;
  /** whole đồng */
  vnd?: bigint;
  shown: string;
  doubtful?: true;
};

export type PlannedRight = {
  kind: IpKind;
  status: IpStatus;
  no: string;
  filed?: string;
  granted?: string;
  shown?: string;
};

/** A result of the demonstration: invented, with the bodies of the demonstration. Days are 'YYYY-MM-DD'. */
export type ResultPlan = {
  host: string;
  type: ResultType;
  /** codes of the edition in force on `start` */
  products: string[];
  ford: string;
  title: { vi: string; en?: string; fr?: string };
  teaser: { vi: string; en?: string; fr?: string };
  about: string;
  benefits?: string;
  words: string[];
  /** level, day, evidence */
  levels: [level: number, on: string, shown: string][];
  /** groups of authors with their contributions in ppm; they make the whole */
  team: [name: string, ppm: number][];
  acts?: PlannedAct[];
  rights?: PlannedRight[];
  funding: [source: FundingSource, vnd: bigint][];
  start: string;
  ending?: Ending;
  /** asked for once before it was verified */
  asked?: string;
  /** the partnership that it comes from, by its title, where the demonstration has it by then */
  from?: string;
  /** the initiative that it comes from, the same */
  fromInitiative?: string;
  /** nobody says again that it holds, until the clock asks its host */
  silent?: true;
  embargo?: { until: string; why: string };
  note?: string;
  /** what somebody reports, `after` so many days from the start, and the answer where there is one */
  complaint?: { ground: ComplaintGround; text: string; after: number; answer?: string };
};
