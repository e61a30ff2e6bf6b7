import type { Language } from "#app/platform/languages/languages.ts";

/** An IMAGE was redrawn and is shown on the page; a DOCUMENT is downloaded. */
export const RESULT_FILE_KINDS = ["IMAGE", "DOCUMENT"] as const;
export type ResultFileKind = (typeof RESULT_FILE_KINDS)[number];

/** The most files of each kind that a result has; the database holds to it too. */
export const MOST_FILES: Record<ResultFileKind, number> = { IMAGE: 8, DOCUMENT: 10 };

/** The length of a title in characters: that of an image is read to those who do not see it. */
export const FILE_TITLE = { least: 5, most: 200 } as const;

/** A file of a result; of an image the edges of the whole and of the small one, in pixels. */
export type ResultFile = {
  id: string;
  kind: ResultFileKind;
  title: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  smallWidth: number | null;
  smallHeight: number | null;
};

/** A picture among the results of a list, and the language of the title that says what it shows. */
export type ListedPicture = { id: string; title: string; lang: Language };

/** The address of a file, without the portal's own: of an image a smaller one on request. */
export function filePath({ id }: Pick<ResultFile, "id">, size: "whole" | "small" | "thumb" = "whole"): string {
  return `/files/results/${id}${size === "whole" ? "" : `/${size}`}`;
}
