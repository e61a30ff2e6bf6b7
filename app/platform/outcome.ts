/** What a command that people can be refused returns: done with a value, or a refusal that a page can show. */
export type Outcome<Value, Code extends string = string> = Done<Value> | Refusal<Code>;

export type Done<Value> = { ok: true; value: Value };

/** `code` names the rule; `field` is the form field it stands at; `params` fill the sentence `refusals:{code}`. */
export type Refusal<Code extends string = string> = {
  ok: false;
  code: Code;
  field?: string;
  params?: Record<string, string | number>;
};

export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  at: { field?: string; params?: Record<string, string | number> } = {},
): Refusal<Code> {
  return { ok: false, code, ...at };
}
