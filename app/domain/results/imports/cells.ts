/** What a cell or a member of an object holds, as the form would get it. */
export function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Codes that stand in one cell. */
export function codesIn(cell: string): string[] {
  return cell.split(/[\s;,]+/);
}

/** Whole ppm as the per cent that the form takes; anything else as it stands, for the form to refuse. */
export function percentOf(ppm: unknown): string {
  if (typeof ppm !== "number" || !Number.isInteger(ppm) || ppm < 0) return text(ppm);
  return `${Math.floor(ppm / 10_000)}.${String(ppm % 10_000).padStart(4, "0")}`;
}

/** The named members of an object as cells. */
export function cellsOf(row: Record<string, unknown>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, text(row[name])]));
}

/**
 * A right of the API as its form has it: owners and events by their numbers. An older file has no events: then what it
 * says of filing and grant becomes them.
 */
export function rightCells(right: Record<string, unknown>): Record<string, string> {
  const owners = listOf(right["owners"]).map(objectOf);
  const told = listOf(right["events"]).map(objectOf);
  const events = told.length > 0 ? told : formerEvents(right);
  return Object.assign(
    cellsOf(right, ["kind", "office", "applicationNo", "disclosedOn", "expiresOn"]),
    ...owners.map((owner, index) => ({
      [`owner${index + 1}`]: text(owner["name"]),
      [`share${index + 1}`]: percentOf(owner["ppm"]),
    })),
    ...events.map((event, index) => ({
      [`event${index + 1}`]: text(event["kind"]),
      [`eventOn${index + 1}`]: text(event["onDate"]),
      [`eventRef${index + 1}`]: text(event["reference"]),
    })),
  );
}

function formerEvents(right: Record<string, unknown>): Record<string, unknown>[] {
  const days = [
    ["FILED", text(right["filedOn"])],
    ["GRANTED", text(right["grantedOn"])],
  ];
  return days.flatMap(([kind, onDate]) => (onDate === "" ? [] : [{ kind, onDate }]));
}
