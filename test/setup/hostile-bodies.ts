/** What a page's form would send: its field names, and the values that hidden fields and buttons carry. */
export type FormShape = { names: string[]; carried: [string, string][] };

const TAG = /<(input|textarea|select|button)\b([^>]*)>/g;

/** Reads the fields of every form on one of our own pages. */
export function formShape(html: string): FormShape {
  const names = new Set<string>();
  const carried: [string, string][] = [];
  for (const [, tag, attributes = ""] of html.matchAll(TAG)) {
    const name = attribute(attributes, "name");
    if (!name) continue;
    names.add(name);
    const value = attribute(attributes, "value");
    if (value !== null && (tag === "button" || /type="(hidden|radio|checkbox)"/.test(attributes)))
      carried.push([name, value]);
  }
  return { names: [...names], carried };
}

function attribute(text: string, name: string): string | null {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? null;
}

export type HostileBody = { title: string; type: string; body: string | Uint8Array<ArrayBuffer> };

const FORM = "application/x-www-form-urlencoded";

/** Values that no honest person types, one body each; every field of the form gets the value. */
const VALUES: Record<string, string> = {
  nothing: "",
  "control characters": "\u0000\u0001\u001b[31m\u202e",
  markup: `"><script>alert(1)</script><!--'--`,
  SQL: "'; DROP TABLE initiative; --",
  "a huge number": "999999999999999999999999999999",
  "a negative number": "-1",
  "a number in exponents": "1e400",
  "digits of another script": "９９．９",
  "an impossible date": "31/02/2026",
  "a date beyond time": "+275760-09-14",
  "nobody's id": "00000000-0000-0000-0000-000000000000",
  "half a surrogate pair": "\ud800",
  "a path": "../../../../etc/passwd",
};

/** Every hostile body for a form of this shape. */
export function hostileBodies(shape: FormShape): HostileBody[] {
  const bodies: HostileBody[] = [
    { title: "an empty body", type: FORM, body: "" },
    { title: "JSON in a form", type: "application/json", body: "{}" },
    { title: "plain text", type: "text/plain", body: "a=b" },
    {
      title: "broken multipart",
      type: "multipart/form-data; boundary=x",
      body: "--x\r\nContent-Disposition: form-data; name=",
    },
    { title: "multipart without a boundary", type: "multipart/form-data", body: "--x--" },
    {
      title: "bytes that are not UTF-8",
      type: FORM,
      body: shape.names.map((name) => `${name}=%ff%fe%ed%a0%80`).join("&"),
    },
    {
      title: "names of every object's properties",
      type: FORM,
      body: "__proto__[a]=1&constructor.prototype=2&toString=3&team[0].__proto__=4&team[999].name=5",
    },
    {
      title: "thousands of fields",
      type: FORM,
      body: Array.from({ length: 5_000 }, (_, index) => `f${index}=1`).join("&"),
    },
    { title: "a file with a strange name", type: "multipart/form-data; boundary=x", body: upload(shape) },
  ];
  for (const [title, value] of Object.entries(VALUES)) {
    bodies.push({ title, type: FORM, body: fill(shape, value, []) });
    bodies.push({ title: `${title}, with what the form carries`, type: FORM, body: fill(shape, value, shape.carried) });
  }
  const long = "ư".repeat(Math.floor(150_000 / Math.max(1, shape.names.length)));
  bodies.push({ title: "long text", type: FORM, body: fill(shape, long, shape.carried) });
  bodies.push({
    title: "every field three times",
    type: FORM,
    body: `${fill(shape, "1", [])}&${fill(shape, "2", [])}&${fill(shape, "3", [])}`,
  });
  return bodies;
}

function fill(shape: FormShape, value: string, carried: [string, string][]): string {
  const kept = new Map(carried);
  const pairs = shape.names.map((name) => [name, kept.get(name) ?? value]);
  return pairs.map(([name = "", text = ""]) => `${encodeURIComponent(name)}=${encodeText(text)}`).join("&");
}

/** encodeURIComponent refuses half a surrogate pair; a hostile client does not. */
function encodeText(text: string): string {
  return text === "\ud800" ? "%ED%A0%80" : encodeURIComponent(text);
}

function upload(shape: FormShape): string {
  const fields = shape.carried.map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file =
    '--x\r\nContent-Disposition: form-data; name="files"; filename="../../\u202egpj.exe"\r\nContent-Type: image/png\r\n\r\nMZ\r\n';
  return `${fields.join("")}${file}--x--\r\n`;
}
