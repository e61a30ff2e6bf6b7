import { STATUS_CODES } from "node:http";
import type { z } from "zod";
import { translator } from "#app/platform/languages/messages.server.ts";
import { namedIn, type Refusal } from "#app/platform/outcome.ts";
import { unpack } from "#app/platform/typed.ts";

/** One wrong place in what a program sent: `path` as dotted names, `code` for machines, `message` in English. */
export type ProblemError = { path: string; code: string; message: string };

export type ProblemOptions = {
  /** names the refusal or the kind of problem: SUM_NOT_100, NO_AGREEMENT_IN_FORCE */
  code?: string;
  detail?: string;
  errors?: readonly ProblemError[];
  /** seconds, for 429 and 503 */
  retryAfter?: number;
};

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/** What a program may not have: thrown inside an API handler, answered as RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly options: ProblemOptions;
  constructor(status: ProblemStatus, options: ProblemOptions = {}) {
    super(options.code ?? STATUS_CODES[status] ?? "problem");
    this.status = status;
    this.options = options;
  }
}

/** The problem as a body and its headers, without those that every API answer carries. */
export function problemBody(problem: Problem, requestId: string): Record<string, unknown> {
  const { code, detail, errors } = problem.options;
  return {
    type: code ? `urn:ba-nha:problem:${code}` : "about:blank",
    title: STATUS_CODES[problem.status] ?? "Problem",
    status: problem.status,
    ...(detail === undefined ? {} : { detail }),
    ...(code === undefined ? {} : { code }),
    requestId,
    ...(errors === undefined ? {} : { errors }),
  };
}

/** Whoever sends a list of a hundred thousand wrong things reads enough in the first hundred. */
const MOST_ERRORS = 100;

/** 422 with a line for each wrong place that zod found, up to a hundred. */
export function invalidInput(error: z.ZodError): Problem {
  return new Problem(422, { code: "INVALID_INPUT", errors: error.issues.slice(0, MOST_ERRORS).map(toError) });
}

/** 422 at one place. */
export function invalidAt(path: string, code: string, message: string): Problem {
  return new Problem(422, { code: "INVALID_INPUT", errors: [{ path, code, message }] });
}

/** For a body that can be read and says what no rule allows: the code names the rule, the path its place. */
export function refusedInput({ code, field = "", params = {} }: Refusal, status: 403 | 404 | 409 | 422 = 422): Problem {
  const t = translator("en");
  const key = `refusals:${code}`;
  const message = t.has(key) ? t(key, namedIn(params, "en")) : t("errors:invalid");
  return new Problem(status, { code, detail: message, errors: [{ path: field, code, message }] });
}

function toError(issue: z.core.$ZodIssue): ProblemError {
  const said = unpack(issue.message);
  const t = translator("en");
  const sentence = said && t.has(said.key) ? t(said.key, said.params) : null;
  return {
    path: issue.path.map(String).join("."),
    code: said ? said.key.replace(/^\w+:/, "") : issue.code,
    message: sentence ?? (said ? t("errors:invalid") : issue.message),
  };
}
