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
  const actor = `{"organisation":${organisationCode === null ? "null" : JSON.stringify(organisationCode)},"post":${JSON.stringify(post)}}`;
  const about = `{"code":${JSON.stringify(subject.code)},"type":"${subject.type}"}`;
  return `{"actor":${actor},"at":"${at}","entry":${entryNo},"kind":${JSON.stringify(kind)},"payload":"${payload}","subject":${about}}`;
}
