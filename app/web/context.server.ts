import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "#app/domain/accounts/actor.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    requestId: string;
    clientAddress: string;
    /** allows the inline scripts of a hydrated page, and of no other */
    nonce: string;
    /** who asks, once a guard has looked; asked for once a request */
    actor?: Promise<Actor | null>;
  }
}

export type { AppLoadContext };
