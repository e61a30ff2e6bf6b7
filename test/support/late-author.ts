import { Client } from "pg";
import { testDatabase } from "#test/setup/database.ts";

/** A co-author of a file that was submitted before: the guard that freezes authors is off for this one row. */
export async function aLateAuthor(initiativeId: string, personId: string, ppm = 0): Promise<void> {
  const owner = new Client({ connectionString: testDatabase().ownerUrl });
  await owner.connect();
  await owner.query("ALTER TABLE initiative_author DISABLE TRIGGER freeze_author");
  await owner.query(
    `INSERT INTO initiative_author (initiative_id, position, name, person_id, contribution_ppm, confirmed_at, confirmed_ppm)
    VALUES ($1, 2, 'Đồng tác giả', $2, $3, now(), $3)`,
    [initiativeId, personId, ppm],
  );
  await owner.query("ALTER TABLE initiative_author ENABLE TRIGGER freeze_author");
  await owner.end();
}
