import type { Texts } from "#app/platform/languages/texts.ts";

/** A drawn subject with its readers, for its own bodies of the Front. Days are 'YYYY-MM-DD'. */
export type AssignedUnit = {
  unitId: string;
  key: string;
  subjectCode: string;
  body: Texts | null;
  settled: boolean;
  /** how many have read it */
  readings: number;
  /** who is to read it, first and second */
  readers: { place: 1 | 2; personId: string; name: string; post: string; dueOn: string; hasRead: boolean }[];
};
