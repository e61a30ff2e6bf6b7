// npm run admin:create: makes somebody an administrator, and opens the account where there is none yet
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { openAccount } from "#app/domain/accounts/access/open-account.server.ts";
import { signUpSchema } from "#app/domain/accounts/account.schema.ts";
import { passwordFault } from "#app/domain/accounts/passwords/password.ts";
import { makeAdministrator } from "#app/domain/accounts/roles/make-administrator.server.ts";
import { findPersonRoles } from "#app/domain/accounts/roles/queries.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { runCommand } from "#prisma/commands/connections.ts";

const t = translator("en");

await runCommand(async ({ appUrl }) => {
  setEnvironment(readEnvironment(process.env));
  openDatabase(appUrl);
  try {
    await createAdministrator();
  } finally {
    await closeDatabase();
  }
});

async function createAdministrator(): Promise<void> {
  const asked = signUpSchema.shape.email.safeParse(process.env["ADMIN_EMAIL"] ?? (await ask("E-mail address: ")));
  if (!asked.success) throw new Error(`ADMIN_EMAIL: ${t("errors:email")}`);
  const email = asked.data;
  if (!(await findPersonRoles({ email }))) await open(email);
  const made = await makeAdministrator(email);
  if (!made.ok) throw new Error(t(`refusals:${made.code}`));
  process.stdout.write(`${email} is an administrator now and signs in at /en/sign-in.\n`);
}

async function open(email: string): Promise<void> {
  const password = (process.env["ADMIN_PASSWORD"] ?? (await ask("Password: ", { hidden: true }))).normalize("NFC");
  const fault = passwordFault(password, { email });
  if (fault) throw new Error(`ADMIN_PASSWORD: ${t(`refusals:${fault}`)}`);
  const opened = await openAccount({ email, password, name: null, language: "vi" });
  if (!opened.ok)
    throw new Error("The account waits for its address to be confirmed: open the link in its mail first.");
}

/** Asks at the terminal; what is hidden is not shown while it is typed. */
async function ask(question: string, options: { hidden?: boolean } = {}): Promise<string> {
  if (!process.stdin.isTTY) throw new Error("Set ADMIN_EMAIL and ADMIN_PASSWORD, or run this at a terminal.");
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = options.hidden ? silent : process.stdout;
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stdout.write("\n");
  }
}
