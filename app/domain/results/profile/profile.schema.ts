import { z } from "zod";
import { isUuid, line, say, ticked } from "#app/platform/typed.ts";
import { rows } from "../internal/typed-rows.ts";
import { FILE_TITLE, MOST_FILES } from "./file.ts";

const fileRow = z.object({
  id: line({ max: 36 }).refine(isUuid, { error: say("errors:choose") }),
  title: line({ max: FILE_TITLE.most }),
  drop: ticked(),
});

/** What is typed of the files that a result has: their titles, and which of them go. */
export const filesShape = { files: rows(fileRow, MOST_FILES.IMAGE + MOST_FILES.DOCUMENT) };
