import type { Lack } from "../lack.ts";
import { FILE_TITLE, type ResultFile } from "./file.ts";

/** Files without a title that says what they show. */
export function fileLacks(files: readonly Pick<ResultFile, "title">[]): Lack[] {
  return files.flatMap(({ title }, index): Lack[] => {
    const at = { part: "files", field: `files[${index}].title` } as const;
    if (title === "") return [{ ...at, need: "REQUIRED" }];
    if ([...title].length >= FILE_TITLE.least) return [];
    return [{ ...at, need: "TOO_SHORT", params: { min: FILE_TITLE.least } }];
  });
}
