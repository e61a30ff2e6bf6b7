import { beforeAll, expect, it } from "vitest";
import { chooseSessionCookie, openSession, readActor } from "#app/domain/accounts/sessions/sessions.server.ts";
import { pool } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast } from "#test/support/initiative-cast.ts";

withTestDatabase();
beforeAll(() => chooseSessionCookie("http://localhost:3000"));

function asked(cookie: string) {
  return readActor(new Request("http://localhost/", { headers: { Cookie: cookie.split(";")[0] ?? "" } }));
}

it("a session in use is renewed at most once a minute, for people with a post as for everybody", async () => {
  const cast = await aCast();
  for (const person of [cast.intake, cast.proposer]) {
    const cookie = await openSession(person.personId);
    const first = await countQueries(() => asked(cookie));
    expect(first.value).toMatchObject({ personId: person.personId });
    expect(first.statements).toHaveLength(1);
    await pool().query("UPDATE session SET idle_expires_at = now() + interval '10 minutes' WHERE person_id = $1", [
      person.personId,
    ]);
    expect((await countQueries(() => asked(cookie))).statements).toHaveLength(2);
    expect((await countQueries(() => asked(cookie))).statements).toHaveLength(1);
  }
});

it("a session left alone ends", async () => {
  const cast = await aCast();
  const cookie = await openSession(cast.intake.personId);
  await pool().query("UPDATE session SET idle_expires_at = now() - interval '1 second'");
  expect(await asked(cookie)).toBeNull();
});
