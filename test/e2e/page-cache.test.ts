import { afterAll, beforeAll, expect, test } from "vitest";
import { asAdmin } from "#prisma/embedded/roles.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

/** How long what another process wrote may stay unseen, and a little. */
const SEEN_AFTER_MS = 1_200;

let portal: TestPortal;

beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal?.stop());

test("readers who have not signed in get one drawing of a page, whole and zipped alike", async () => {
  const plain = { "Accept-Encoding": "identity" };
  const [first, second, third] = await Promise.all([
    read("/vi/initiatives"),
    read("/vi/initiatives"),
    read("/vi/initiatives", plain),
  ]);
  expect(first.html).toContain("</html>");
  expect(second.html).toBe(first.html);
  expect(third.html).toBe(first.html);
  expect([first.encoding, third.encoding]).toEqual(["gzip", null]);
  expect(second.requestId).not.toBe(first.requestId);
});

test("an address with other parameters is another page", async () => {
  const list = await read("/vi/initiatives");
  const other = await read("/vi/initiatives?state=ACCEPTED");
  expect(other.html).not.toBe(list.html);
});

test("a page with forms or of one's own is drawn for each reader", async () => {
  const first = await read("/vi/sign-up");
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await read("/vi/sign-up")).html).not.toBe(first.html);
  const signedIn = { Cookie: "__Host-session=nobody" };
  const mine = await read("/vi/initiatives", signedIn);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await read("/vi/initiatives", signedIn)).html).not.toBe(mine.html);
});

test("what another process wrote is seen after a second", async () => {
  await read("/vi/organisations");
  const name = "Viện Nghiên cứu chế tạo thử Tây Nguyên";
  await asAdmin(portal.database.ownerUrl, (client) =>
    client.query(
      `INSERT INTO organisation (scheme, identifier, name_vi, house, province_code, verified_at)
       VALUES ('VN-PORTAL', 'thu-1', $1, 'SCHOOL', (SELECT min(code) FROM province), now())`,
      [name],
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, SEEN_AFTER_MS));
  expect((await read("/vi/organisations")).html).toContain(name);
});

test("an address that does not exist is not kept, and waits for nobody", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => fetch(`${portal.url}/vi/initiatives/SK-2026-9999`)),
  );
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([404]));
});

async function read(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(portal.url + path, { headers: { "Accept-Encoding": "gzip", ...headers } });
  expect(answer.status).toBe(200);
  return {
    html: await answer.text(),
    encoding: answer.headers.get("Content-Encoding"),
    requestId: answer.headers.get("X-Request-Id"),
  };
}
