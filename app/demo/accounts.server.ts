import { DEMO_BODIES, type DemoBody } from "#app/demo/organisation-list.ts";
import { type NewAccount, openAccount } from "#app/domain/accounts/access/open-account.server.ts";
import { findActor } from "#app/domain/accounts/actor.server.ts";
import type { Actor, House, Role } from "#app/domain/accounts/actor.ts";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { grantRole } from "#app/domain/accounts/roles/grant-role.server.ts";
import { makeAdministrator } from "#app/domain/accounts/roles/make-administrator.server.ts";
import { createOrganisation } from "#app/domain/organisations/create.server.ts";
import type { OrganisationForm } from "#app/domain/organisations/organisation.schema.ts";
import { verifyOrganisation } from "#app/domain/organisations/verify.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import type { Outcome } from "#app/platform/outcome.ts";

/** The accounts of the demonstration that are printed at the start, one per role and a second one where a first may not act, with what each is for. */
const ROLES = {
  scientist: { address: "nha-khoa-hoc", name: "Tài khoản mẫu: nhà khoa học", role: null, body: null },
  intake: { address: "tiep-nhan", name: "Tài khoản mẫu: cán bộ tiếp nhận", role: "INTAKE", body: "tiep-nhan" },
  secondIntake: {
    address: "tiep-nhan-hai",
    name: "Tài khoản mẫu: cán bộ tiếp nhận thứ hai",
    role: "INTAKE",
    body: "tiep-nhan",
  },
  intakeHead: {
    address: "truong-tiep-nhan",
    name: "Tài khoản mẫu: trưởng bộ phận tiếp nhận",
    role: "INTAKE_HEAD",
    body: "tiep-nhan",
  },
  steering: {
    address: "thuong-truc",
    name: "Tài khoản mẫu: cơ quan thường trực",
    role: "STEERING",
    body: "thuong-truc",
  },
  fund: { address: "quy", name: "Tài khoản mẫu: quỹ, tài chính", role: "FUND", body: "thuong-truc" },
  evaluator: {
    address: "chuyen-gia",
    name: "Tài khoản mẫu: chuyên gia đánh giá",
    role: "EVALUATOR",
    body: "chuyen-gia",
  },
  chair: { address: "chu-tich", name: "Tài khoản mẫu: chủ tịch hội đồng", role: "CHAIR", body: "chuyen-gia" },
  secondChair: {
    address: "chu-tich-hai",
    name: "Tài khoản mẫu: chủ tịch hội đồng thứ hai (phúc tra)",
    role: "CHAIR",
    body: "chuyen-gia",
  },
  verifier: { address: "kiem-chung", name: "Tài khoản mẫu: người kiểm chứng", role: "VERIFIER", body: "xac-minh" },
  resultOfficer: {
    address: "xac-minh",
    name: "Tài khoản mẫu: cán bộ xác minh kết quả",
    role: "RESULT_OFFICER",
    body: "xac-minh",
  },
  monitor: { address: "giam-sat", name: "Tài khoản mẫu: giám sát của Mặt trận", role: "MONITOR", body: "lang-mau" },
  monitorLead: {
    address: "truong-giam-sat",
    name: "Tài khoản mẫu: trưởng đoàn giám sát của Mặt trận",
    role: "MONITOR_LEAD",
    body: "lang-mau",
  },
  secondMonitor: {
    address: "giam-sat-hai",
    name: "Tài khoản mẫu: giám sát thứ hai của Mặt trận (người đọc thứ hai)",
    role: "MONITOR",
    body: "lang-mau",
  },
  provinceLead: {
    address: "giam-sat-tinh",
    name: "Tài khoản mẫu: trưởng đoàn giám sát của Mặt trận cấp tỉnh",
    role: "MONITOR_LEAD",
    body: "ben-mo",
  },
  communeLead: {
    address: "giam-sat-xa",
    name: "Tài khoản mẫu: trưởng đoàn giám sát của Mặt trận cấp xã",
    role: "MONITOR_LEAD",
    body: "goc-da",
  },
  auditor: { address: "kiem-toan", name: "Tài khoản mẫu: kiểm toán", role: "AUDITOR", body: null },
  admin: { address: "quan-tri", name: "Tài khoản mẫu: quản trị", role: "ADMIN", body: null },
} as const satisfies Record<string, { address: string; name: string; role: Role | null; body: string | null }>;
export type DemoRole = keyof typeof ROLES;

export type DemoOrganisation = {
  id: string;
  code: string;
  key: string;
  house: House;
  body: DemoBody;
  representative: Actor;
};

export type DemoPeople = {
  /** one actor per role */
  actors: Record<DemoRole, Actor>;
  /** the scientist and others who submit */
  scientists: Actor[];
  /** all of them, verified, each with a representative */
  organisations: DemoOrganisation[];
};

/** The organisations whose representatives are printed at the start, one of each house. */
const PRINTED_REPRESENTATIVES = ["quy-mai-ngoi", "song-may", "hat-gao"];

/** What a command that the demonstration built legally gives. Throws where it was refused: then the demonstration is wrong. */
export function legally<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The demonstration was refused: ${outcome.code} ${outcome.field ?? ""}`);
}

/** Opens an account with the demonstration's password and gives its actor. */
export async function openDemoAccount(account: Partial<NewAccount> & Pick<NewAccount, "email">): Promise<Actor> {
  if (environment().production) throw new Error("There are no demonstration accounts in production.");
  const { personId } = legally(await openAccount({ password: DEMO_PASSWORD, name: null, ...account }));
  return actorNow(personId);
}

/** An actor as they are now, with the roles given meanwhile. */
export async function actorNow(personId: string): Promise<Actor> {
  const actor = await findActor(personId);
  if (!actor) throw new Error("The demonstration has lost somebody.");
  return actor;
}

/** Registers an organisation in the name of its representative; `overrides` take the place of single answers. */
export async function registerOrganisation(
  representative: Actor,
  body: DemoBody,
  overrides: Partial<OrganisationForm> = {},
  at = new Date(),
): Promise<{ id: string; code: string }> {
  const form: OrganisationForm = {
    nameVi: body.vi,
    nameEn: body.en,
    nameFr: body.fr,
    house: body.house,
    scheme: "VN-PORTAL",
    identifier: "",
    provinceCode: body.province,
    isPublicBody: body.house === "STATE",
    post: "Người đại diện",
    ...overrides,
  };
  return legally(await createOrganisation(representative, form, at));
}

/** Accounts, organisations and roles of the demonstration, through the commands that people use. */
export async function buildAccounts(at = new Date()): Promise<DemoPeople> {
  const people = await openPeople();
  const organisations = await registerAll(at);
  const idOf = new Map(organisations.map((one) => [one.key, one.id]));
  legally(await makeAdministrator(people.admin.email, at));
  const admin = await actorNow(people.admin.personId);
  for (const [key, { role, body }] of Object.entries(ROLES)) {
    if (role === null || role === "ADMIN" || !isDemoRole(key)) continue;
    const organisationId = body === null ? "" : (idOf.get(body) ?? "");
    legally(await grantRole(admin, { email: people[key].email, role, organisationId }, at));
  }
  const intake = await actorNow(people.intake.personId);
  for (const organisation of organisations) legally(await verifyOrganisation(intake, organisation.id, at));
  return current(people, organisations);
}

/** The lines that the start prints: who is who, and the one password. */
export function demoAccountLines(): string[] {
  const roles = Object.values(ROLES).map(({ address, name }) => line(address, name.replace("Tài khoản mẫu: ", "")));
  const representatives = DEMO_BODIES.filter((body) => PRINTED_REPRESENTATIVES.includes(body.key)).map((body) =>
    line(`dai-dien.${body.key}`, `người đại diện, ${body.vi}`),
  );
  return [`Tài khoản mẫu (mật khẩu chung: ${DEMO_PASSWORD})`, ...roles, ...representatives];
}

function line(address: string, name: string): string {
  return `  ${`${address}@ba-nha.example`.padEnd(38)} ${name}`;
}

async function openPeople(): Promise<Record<DemoRole, Actor>> {
  const entries: [string, Actor][] = [];
  for (const [key, { address, name }] of Object.entries(ROLES)) {
    entries.push([key, await openDemoAccount({ email: `${address}@ba-nha.example`, name })]);
  }
  const people = Object.fromEntries(entries);
  if (!isComplete(people)) throw new Error("A role of the demonstration has nobody.");
  return people;
}

async function registerAll(at: Date): Promise<DemoOrganisation[]> {
  const organisations: DemoOrganisation[] = [];
  for (const body of DEMO_BODIES) {
    const email = `dai-dien.${body.key}@ba-nha.example`;
    const representative = await openDemoAccount({ email, name: `Tài khoản mẫu: đại diện ${body.vi}` });
    const { id, code } = await registerOrganisation(representative, body, {}, at);
    organisations.push({ id, code, key: body.key, house: body.house, body, representative });
  }
  return organisations;
}

async function current(people: Record<DemoRole, Actor>, organisations: DemoOrganisation[]): Promise<DemoPeople> {
  const actors = { ...people };
  for (const key of Object.keys(ROLES)) {
    if (isDemoRole(key)) actors[key] = await actorNow(people[key].personId);
  }
  const scientists = [actors.scientist];
  for (const number of ["hai", "ba", "bon", "nam", "sau"]) {
    const name = `Tài khoản mẫu: nhà khoa học (${scientists.length + 1})`;
    scientists.push(await openDemoAccount({ email: `nha-khoa-hoc-${number}@ba-nha.example`, name }));
  }
  const refreshed: DemoOrganisation[] = [];
  for (const one of organisations) {
    refreshed.push({ ...one, representative: await actorNow(one.representative.personId) });
  }
  return { actors, scientists, organisations: refreshed };
}

function isDemoRole(key: string): key is DemoRole {
  return Object.hasOwn(ROLES, key);
}

function isComplete(people: Record<string, Actor>): people is Record<DemoRole, Actor> {
  return Object.keys(ROLES).every((key) => Object.hasOwn(people, key));
}
