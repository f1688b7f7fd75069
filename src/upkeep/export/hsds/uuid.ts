import { createHash } from "node:crypto";

/** The namespace for domain names, RFC 9562 appendix A. */
export const DNS_NAMESPACE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

/** Ours: everything exported lives in it, so that an id of ours gives the same UUID in every export. */
const NAMESPACE = uuidOf("quanzhou-elder-service-assistant", DNS_NAMESPACE);

/** The UUID (version 5) of a row: its table and our id, e.g. `rowId("service", "anhai-canteen")`. */
export function rowId(table: string, id: string): string {
  return uuidOf(`${table}/${id}`, NAMESPACE);
}

/** A name-based UUID, version 5 (RFC 9562): the same name in the same namespace always gives the same one. */
export function uuidOf(name: string, namespace: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}
