// What of an entry goes under the seal.

/**
 * @typedef {{ leafIndex: number, leafHash: string, entryNo: number, at: string, kind: string, post: string,
 *   subject: { type: string, code: string }, organisationCode: string | null, sha256: string, payload: string }} Entry
 */

/**
 * The text of a leaf: JSON with sorted names and no white space, of everything but the payload, of which the hash.
 * @param {Entry} entry
 */
export function leafText({ organisationCode, post, at, entryNo, kind, sha256: payload, subject }) {
  const organisation = organisationCode === null ? "null" : quoted(organisationCode);
  return `{"actor":{"organisation":${organisation},"post":${quoted(post)}},"at":"${at}","entry":${entryNo},"kind":${quoted(kind)},"payload":"${payload}","subject":{"code":${JSON.stringify(subject.code)},"type":"${subject.type}"}}`;
}

/** Bodies, posts and kinds are few and come again and again. @type {Map<string, string>} */
const seen = new Map();
const MOST_SEEN = 10_000;

/** @param {string} text */
function quoted(text) {
  const before = seen.get(text);
  if (before !== undefined) return before;
  const now = JSON.stringify(text);
  if (seen.size < MOST_SEEN) seen.set(text, now);
  return now;
}
