// Signed heads (C2SP checkpoints) and the keys that sign them.
import { createHash, createPublicKey, verify } from "node:crypto";

/** @typedef {{ name: string, id: string, vkey: string, key: import("node:crypto").KeyObject }} Key */
/** @typedef {{ size: number, root: string, time: string, keyId: string, note: string }} Head */

/** Reads `name+id+base64`; null for what is no Ed25519 key, or where the id is not that of the key. @param {string} vkey @returns {Key | null} */
export function readKey(vkey) {
  const [, name = "", id = "", encoded = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length !== 33 || bytes[0] !== 1) return null;
  if (createHash("sha256").update(`${name}\n`).update(bytes).digest("hex").slice(0, 8) !== id) return null;
  const x = bytes.subarray(1).toString("base64url");
  return { name, id, vkey, key: createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }) };
}

/** Whether the former key says that `vkey` is its successor. @param {Key} former @param {string} vkey @param {string} endorsement */
export function isEndorsed(former, vkey, endorsement) {
  return verify(null, Buffer.from(`ba-nha record key\n${vkey}\n`), former.key, Buffer.from(endorsement, "base64"));
}

/** Reads a head from its note, and nothing but the note; a sentence where it cannot be read. @param {string} note @returns {Head | string} */
export function readHead(note) {
  const found = /^(\S+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\ntime (\S+)\n\n— (\S+) ([A-Za-z0-9+/]+=*)\n$/.exec(
    note,
  );
  if (!found) return "its note is no signed head";
  const [, , size = "", root = "", time = "", , signature = ""] = found;
  const keyId = Buffer.from(signature, "base64").subarray(0, 4).toString("hex");
  return { size: Number(size), root: Buffer.from(root, "base64").toString("hex"), time, keyId, note };
}

/** What is wrong with a head's signature, as a sentence; null where it is good. @param {Head} head @param {Key} key */
export function signatureFault(head, key) {
  if (head.keyId !== key.id) return `it names the key ${head.keyId}, and the key in force is ${key.id}`;
  const [text = "", line = ""] = head.note.split("\n\n");
  const [, name, signature = ""] = line.trimEnd().split(" ");
  if (name !== key.name || text.split("\n")[0] !== key.name)
    return `it speaks for ${name}, and the key is that of ${key.name}`;
  const good = verify(null, Buffer.from(`${text}\n`), key.key, Buffer.from(signature, "base64").subarray(4));
  return good ? null : `its signature is not that of the key ${key.id}`;
}
