/**
 * Loads the reference data into the database of `ownerUrl`, repeatably: a second run changes nothing. Answers one line
 * per file for the terminal.
 */
export async function loadReference(_ownerUrl: string): Promise<string[]> {
  return [];
}
