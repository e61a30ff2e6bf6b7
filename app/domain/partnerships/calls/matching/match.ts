import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { CallBody, CallKind, CallNeed } from "../call.ts";

/** Why two sides fit, each said in words; what is empty or null is no reason. Source: docs/domain.md, "Matching". */
export type MatchReasons = {
  /** products that both name */
  products: string[];
  /** products of the other side that correspond, by the crosswalk of the two catalogues */
  related: string[];
  /** what one seeks and the other offers */
  needs: CallNeed[];
  /** readiness levels that both allow */
  readiness: [from: number, to: number] | null;
  provinces: string[];
  /** the house that a partnership lacks and the other side is of */
  missingHouse: House | null;
  /** the field of science of both, by its code */
  field: string | null;
  /** words that one side names and the other side's text says */
  words: string[];
};

/** A call or an offer that fits, with its reasons; the most reasons first. */
export type Match = {
  code: string;
  kind: CallKind;
  title: Texts;
  closesOn: string;
  body: CallBody;
  reasons: MatchReasons;
  /** the actor's own call or offer that it fits; null where it fits the organisation itself */
  fits: string | null;
};

/** An organisation that has public results or signed agreements on the same products. */
export type FittingBody = CallBody & {
  results: number;
  partnerships: number;
  provinces: string[];
  missingHouse: House | null;
};
