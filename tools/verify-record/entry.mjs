// What of an entry goes under the seal, and what an entry says of itself.
import { sha256 } from "./merkle.mjs";

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

/** What is wrong with an entry by itself, as a sentence; null where nothing is. @param {Entry} entry */
export function faultOf(entry) {
  if (sha256(entry.payload) !== entry.sha256) return "its payload does not have the hash that stands beside it";
  // The payload repeats kind and subject, so that one payload cannot be shown under another entry's name.
  if (!entry.payload.includes(`"kind":${JSON.stringify(entry.kind)}`))
    return "its payload tells of another kind of change";
  if (!entry.payload.includes(`"subject":${JSON.stringify(entry.subject.code)}`))
    return "its payload is about something else";
  return null;
}
