import type { Holiday } from "./computed-year.ts";

export type CalendarDay = {
  on: string;
  /** a weekend day on which State bodies work, or a weekday on which they do not */
  working: boolean;
  names: { vi: string; en: string; fr: string } | null;
  /** the holiday behind a day that nobody published; its name is a sentence of the page */
  holiday: Holiday | null;
};

export type CalendarYearPage = {
  year: number;
  /** PUBLISHED by the State; PROVISIONAL: a list with its sources, not final; COMPUTED: no list at all */
  standing: "PUBLISHED" | "PROVISIONAL" | "COMPUTED";
  source: string | null;
  confidence: string | null;
  days: CalendarDay[];
};
