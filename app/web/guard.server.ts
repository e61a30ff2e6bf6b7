import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type Actor, holds, type Role } from "#app/domain/accounts/actor.ts";
import { readActor } from "#app/domain/accounts/sessions/sessions.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { type FileSink, readForm, typedValues, UnreadableForm } from "#app/web/form.server.ts";
import type { KeepPage } from "#app/web/http/page-cache.server.ts";
import { outageOf } from "#app/web/outage.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    requestId: string;
    clientAddress: string;
    /** allows the inline scripts of a hydrated page, and of no other */
    nonce: string;
    /** takes the page where nobody in particular asks for it */
    keepPage?: KeepPage;
    /** who asks, once a guard has looked; asked for once a request */
    actor?: Promise<Actor | null>;
  }
}

/** What every page function gets: the request, its language and sentences, and who asks. */
export type PageRequest<Who> = {
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
  lang: Language;
  t: Translate;
  actor: Who;
  clientAddress: string;
};

/** What a form's function gets on top: the body, read once. */
export type FormRequest<Who> = PageRequest<Who> & { readForm: (files?: FileSink) => Promise<FormData> };

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** A page that anybody reads. */
export function publicLoader<Data>(handler: (page: PageRequest<Actor | null>) => Promise<Data>) {
  return (args: LoaderFunctionArgs) => answer(args, async () => handler(await pageOf(args, await actorOf(args))));
}

/** A page for people who signed in; others are sent to the sign-in page and come back. */
export function memberLoader<Data>(handler: (page: PageRequest<Actor>) => Promise<Data>) {
  return (args: LoaderFunctionArgs) => answer(args, async () => handler(pageOf(args, await requireMember(args))));
}

/** A page for holders of one of the roles; others get a 403. */
export function roleLoader<Data>(roles: readonly Role[], handler: (page: PageRequest<Actor>) => Promise<Data>) {
  return (args: LoaderFunctionArgs) => answer(args, async () => handler(pageOf(args, await requireRole(args, roles))));
}

/** A form that anybody sends. */
export function publicAction<Data>(handler: (form: FormRequest<Actor | null>) => Promise<Data>) {
  return (args: ActionFunctionArgs) => answerForm(args, handler, actorOf);
}

/** A form for people who signed in. */
export function memberAction<Data>(handler: (form: FormRequest<Actor>) => Promise<Data>) {
  return (args: ActionFunctionArgs) => answerForm(args, handler, requireMember);
}

/** A form for holders of one of the roles. The command behind it asks its own policy again. */
export function roleAction<Data>(roles: readonly Role[], handler: (form: FormRequest<Actor>) => Promise<Data>) {
  return (args: ActionFunctionArgs) => answerForm(args, handler, (a) => requireRole(a, roles));
}

/** A form that goes back to whoever sent it: with what was typed and the sentences at its fields. 422 unless said otherwise. */
export function sendBack<Extra extends object>(
  form: FormState,
  status: 409 | 403 | 413 | 422 | 429 = 422,
  extra?: Extra,
) {
  return json({ form, ...extra }, { status });
}

/** The page does not exist, or not for this reader: both look the same. */
export function notFound(): Response {
  return json({ kind: "absent" }, { status: 404 });
}

/** Not theirs to do; the page that says so is the same for all. */
export function forbidden(): Response {
  return json({ kind: "forbidden" }, { status: 403 });
}

function actorOf(args: Args): Promise<Actor | null> {
  args.context.actor ??= readActor(args.request);
  return args.context.actor;
}

async function requireMember(args: Args): Promise<Actor> {
  const actor = await actorOf(args);
  if (actor) return actor;
  const { pathname, search } = new URL(args.request.url);
  const back = args.request.method === "GET" ? pathname + search : pathname;
  throw redirect(`/${languageOf(args)}/sign-in?${new URLSearchParams({ next: back })}`);
}

async function requireRole(args: Args, roles: readonly Role[]): Promise<Actor> {
  const actor = await requireMember(args);
  if (roles.some((role) => holds(actor, role))) return actor;
  throw forbidden();
}

function languageOf(args: Args): Language {
  // An address that carries no language (a file) speaks the portal's own.
  const { lang = DEFAULT_LANGUAGE } = args.params;
  if (!isLanguage(lang)) throw notFound();
  return lang;
}

function pageOf<Who>(args: Args, actor: Who): PageRequest<Who> {
  const lang = languageOf(args);
  const { request, params, context } = args;
  return {
    request,
    url: new URL(request.url),
    params,
    lang,
    t: translator(lang),
    actor,
    clientAddress: context.clientAddress,
  };
}

async function answer<Data>(args: Args, work: () => Promise<Data>): Promise<Data> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Response ? error : outageOf(error, args.context.requestId, {});
  }
}

async function answerForm<Who, Data>(
  args: ActionFunctionArgs,
  handler: (form: FormRequest<Who>) => Promise<Data>,
  guard: (args: Args) => Promise<Who>,
): Promise<Data> {
  let typed: FormState["values"] = {};
  try {
    const page = pageOf(args, await guard(args).catch((refused) => keepTyped(args, refused)));
    return await handler({
      ...page,
      readForm: async (files) => {
        const form = await readForm(args.request, files);
        typed = typedValues(form);
        return form;
      },
    });
  } catch (error) {
    if (error instanceof Response) throw error;
    if (error instanceof UnreadableForm) throw json({ kind: "unreadable" }, { status: error.status });
    throw outageOf(error, args.context.requestId, typed);
  }
}

/** Nothing typed is lost: whoever is sent to sign in after writing gets a page that sends the same words again. */
async function keepTyped(args: ActionFunctionArgs, refused: unknown): Promise<never> {
  const isSignIn = refused instanceof Response && refused.status === 302;
  const form = isSignIn ? await readForm(args.request).catch(() => null) : null;
  const typed = form ? typedValues(form) : {};
  const hasWords = Object.values(typed)
    .flat()
    .some((text) => /\S\s+\S/.test(text));
  throw hasWords ? json({ kind: "signedOut", typed }, { status: 401 }) : refused;
}
