/** That all of these conditions hold, in SQL. */
export function allOf(conditions: readonly string[]): string {
  return conditions.map((condition) => `(${condition})`).join(" AND ");
}

/**
 * The names of those filters that hold a row back, as an array in SQL: a row is counted for a value of one filter where
 * no other holds it back (`held <@ ARRAY['name']`).
 */
export function heldBackBy(conditions: Readonly<Record<string, string>>): string {
  const each = Object.entries(conditions).map(
    ([name, condition]) => `CASE WHEN ${condition} THEN NULL ELSE '${name}' END`,
  );
  return `array_remove(ARRAY[${each.join(", ")}], NULL)`;
}
