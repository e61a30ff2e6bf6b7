import type { Lack } from "../lack.ts";
import type { Recognition } from "./audience.ts";
import { FILE_TITLE, type ResultFile } from "./file.ts";
import type { OfficeEvent, RightOwner } from "./right.ts";

/** Files without a title that says what they show. */
export function fileLacks(files: readonly Pick<ResultFile, "title">[]): Lack[] {
  return files.flatMap(({ title }, index): Lack[] => {
    const at = { part: "files", field: `files[${index}].title` } as const;
    if (title === "") return [{ ...at, need: "REQUIRED" }];
    if ([...title].length >= FILE_TITLE.least) return [];
    return [{ ...at, need: "TOO_SHORT", params: { min: FILE_TITLE.least } }];
  });
}

const WHOLE_PPM = 1_000_000;

type Right = { owners: readonly RightOwner[]; events: readonly OfficeEvent[] };

/** Owners whose shares are not the whole, and acts of an office on days to come. */
export function rightLacks(rights: readonly Right[], today: string): Lack[] {
  return rights.flatMap(({ owners, events }, index): Lack[] => {
    const sumPpm = owners.reduce((sum, { ppm }) => sum + ppm, 0);
    const later = events.findIndex(({ onDate }) => onDate > today);
    const at = (field: string) => ({ part: "rights", field: `rights[${index}].${field}` }) as const;
    return [
      ...(owners.length > 0 && sumPpm !== WHOLE_PPM
        ? [{ ...at("share1"), need: "OWNERS_NOT_100" as const, params: { sumPpm } }]
        : []),
      ...(later < 0 ? [] : [{ ...at(`eventOn${later + 1}`), need: "IN_THE_FUTURE" as const }]),
    ];
  });
}

/** Recognition that was not given yet. */
export function recognitionLacks(recognition: readonly Recognition[], today: string): Lack[] {
  return recognition.flatMap(({ onDate }, index): Lack[] =>
    onDate > today ? [{ part: "recognition", field: `recognition[${index}].onDate`, need: "IN_THE_FUTURE" }] : [],
  );
}
