import { type Actor, ROLES } from "#app/domain/accounts/actor.ts";
import { type AnsweringPost, answeringPosts, type ExtensionFacts } from "./extension.ts";

/** More time is asked for by whoever owes: the person, or a holder of the post in the body that owes. */
export function mayRequestExtension(actor: Actor | null, { debtor }: ExtensionFacts): boolean {
  if (!actor) return false;
  if (debtor.personId !== null) return actor.personId === debtor.personId;
  return actor.roles.some(
    (held) =>
      held.role === debtor.role && (debtor.organisationId === null || held.organisationId === debtor.organisationId),
  );
}

/** The post in which the actor may answer a request; null for whoever asked, owes alone, or holds no such post. */
export function answeringPost(actor: Actor | null, facts: ExtensionFacts, requestedById: string): AnsweringPost | null {
  if (!actor || actor.personId === requestedById || actor.personId === facts.debtor.personId) return null;
  for (const { role, organisationId } of answeringPosts(facts, ROLES)) {
    const held = actor.roles.find(
      (one) => one.role === role && (organisationId === null || one.organisationId === organisationId),
    );
    if (held) return { role, organisationId: held.organisationId };
  }
  return null;
}
