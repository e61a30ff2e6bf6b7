/** The rows of these results. */
export function whereOf(parts: readonly { resultId: string }[]) {
  return { where: { resultId: { in: parts.map(({ resultId }) => resultId) } } };
}

/** A day ('YYYY-MM-DD') as the database's client takes it. */
export function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** A day that may be absent. */
export function asDateOrNull(day: string | null): Date | null {
  return day === null ? null : asDate(day);
}
