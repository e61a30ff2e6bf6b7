import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { environment } from "#app/platform/environment.server.ts";

/** A mail as it stands in the folder that takes the place of a mail server. */
const letterSchema = z.object({
  id: z.string().regex(/^\d{1,19}$/),
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type Letter = z.output<typeof letterSchema>;

const KEPT = 200;

/** The folder whose mails a page may show; null in production and wherever a mail server is set. */
export function shownMailFolder(): string | null {
  const { production, smtpUrl, dataFolder } = environment();
  return production || smtpUrl !== null ? null : mailFolder(dataFolder);
}

/** The folder of mails that takes the place of a mail server. */
export function mailFolder(dataFolder: string): string {
  return path.join(dataFolder, "mail");
}

/** Puts a mail into the folder: as the message itself (`.eml`) and, readable without a parser, as JSON. */
export async function keepLetter(folder: string, letter: Letter, message: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  await put(path.join(folder, `${letter.id}.eml`), message);
  await put(path.join(folder, `${letter.id}.json`), JSON.stringify(letter, null, 2));
}

/** The newest mails of the folder, at most 200. */
export async function listLetters(folder: string): Promise<Letter[]> {
  const names = await readdir(folder).catch(() => []);
  const ids = names
    .flatMap((name) => /^(\d{1,19})\.json$/.exec(name)?.[1] ?? [])
    .sort((a, b) => b.length - a.length || (a < b ? 1 : -1))
    .slice(0, KEPT);
  const letters = await Promise.all(ids.map((id) => findLetter(folder, id)));
  return letters.filter((letter) => letter !== null);
}

/** One mail by its number; null when there is none. */
export async function findLetter(folder: string, id: string): Promise<Letter | null> {
  if (!/^\d{1,19}$/.test(id)) return null;
  const text = await readFile(path.join(folder, `${id}.json`), "utf8").catch(() => null);
  if (text === null) return null;
  const parsed = letterSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** A reader never meets half a file. */
async function put(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}
