import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { type Catalogue, productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { ASSIGNED_ROLES } from "#app/domain/initiatives/assignment/assignment.policy.ts";
import { assignedTo } from "#app/domain/initiatives/assignment/queries.server.ts";
import { findCase } from "#app/domain/initiatives/desk/queries.server.ts";
import { mayCheckIntake } from "#app/domain/initiatives/initiative.policy.ts";
import type { Track } from "#app/domain/initiatives/initiative.ts";
import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { Refusal } from "#app/platform/outcome.ts";
import { withRefusal } from "#app/web/form.server.ts";
import { notFound, type PageRequest, sendBack } from "#app/web/guard.server.ts";
import { sentContent } from "#app/web/initiatives/sent-content.server.ts";

/** The file that a page of an act is about, without its clocks. Throws a 404 where there is none for this reader. */
export async function openFile(page: PageRequest<Actor>) {
  const file = await findCase(page.actor, codeOf(page));
  if (!file) throw notFound();
  return file;
}

/**
 * The file that a desk's page is about, with its clocks. Throws a 404 where there is none for this reader. It holds more
 * than each desk may see: a loader picks what its page shows.
 */
export async function openCase(page: PageRequest<Actor>) {
  const at = new Date();
  const file = await openFile(page);
  const [obligations, catalogue] = await Promise.all([obligationsOf(file.code, at), loadCatalogue()]);
  const assigned = waitsFor(page.actor, obligations) ? file.assigned : null;
  return { file, open: runningOf(obligations), obligations, catalogue, today: dayInVietnam(at), assigned };
}

/** Who was given a case that waits for a body of the actor's; null where it waits for none of them. */
export async function whoWorksOn(actor: Actor, code: string, obligations: readonly PublicObligation[]) {
  return waitsFor(actor, obligations) ? assignedTo(actor, code) : null;
}

function waitsFor(actor: Actor, obligations: readonly PublicObligation[]): boolean {
  return obligations.some((one) => one.endedOn === null && isOwedBy(actor, one));
}

/** Whether a clock is one that a body of the actor's shares out among its officers. */
function isOwedBy(actor: Actor, { debtor }: PublicObligation): boolean {
  const role = ASSIGNED_ROLES.find((one) => one === debtor.role);
  const body = debtor.organisationId ?? undefined;
  return role !== undefined && (holds(actor, role, body) || (role === "INTAKE" && holds(actor, "INTAKE_HEAD", body)));
}

/** The code in the address of a form; a 404 where it is none. */
export function codeOf(page: PageRequest<Actor>): string {
  const code = page.params["code"];
  if (!isCode("SK", code)) throw notFound();
  return code;
}

/** The clock that runs: the newest open one that does not stand; else the one that stands. */
export function runningOf(obligations: readonly PublicObligation[]): PublicObligation | null {
  const open = obligations.filter((one) => one.endedOn === null);
  return open.findLast((one) => one.pausedOn === null) ?? open.at(-1) ?? null;
}

/** What every case page shows at its top; the content is null while it is closed to the reader. */
export function caseHead({ file, open, today, assigned }: Awaited<ReturnType<typeof openCase>>) {
  const { code, facts, applicant, submittedAt, content } = file;
  return {
    code,
    state: facts.state,
    track: facts.track,
    applicant,
    submittedAt,
    content: content && sentContent(content),
    closed: file.closed,
    attachments: file.attachments,
    open,
    today,
    assigned,
  };
}

/** A command's refusal on a desk, at its field; where the file is not there for the actor, a 404. */
export function refused(
  form: Parameters<typeof withRefusal>[0],
  refusal: Refusal,
  lang: Parameters<typeof withRefusal>[2],
) {
  if (refusal.code === "NOT_FOUND") throw notFound();
  return sendBack(withRefusal(form, refusal, lang), refusal.code === "NOT_YOUR_CASE" ? 403 : 409);
}

/** The products that a file names, of whichever edition. */
export function namedProducts(catalogue: Catalogue, content: { productCodes: readonly string[] } | null) {
  return catalogue.products.filter(({ code }) => content?.productCodes.includes(code));
}

/**
 * What the pages of intake's acts show: the file's head and content, the products in force, and whether the act is still
 * open to the actor. Where it is not, the page says so, and gives back what was typed all the same.
 */
export async function openIntakeAct(page: PageRequest<Actor>) {
  const [file, catalogue] = await Promise.all([openFile(page), loadCatalogue()]);
  if (!file.content) throw notFound();
  return {
    file,
    catalogue,
    head: { code: file.code, applicant: { title: file.applicant.title } },
    content: sentContent(file.content),
    products: productsOn(catalogue, dayInVietnam(new Date())),
    mayAct: file.facts.state === "SUBMITTED" && mayCheckIntake(page.actor, file.facts),
  };
}

/** Whether a decision is what comes next on this track. */
export function isDecidable({ state, track }: { state: string; track: Track }): boolean {
  return state === (track === "BREAKTHROUGH" ? "SUBMITTED_TO_STEERING" : "EVALUATED");
}
