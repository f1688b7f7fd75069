import { constants, inflateRawSync } from "node:zlib";
import { Unreadable } from "../unreadable.ts";

/** All parts of a workbook together may unpack to this much; real lists stay far below, traps do not. */
const MOST_UNPACKED = 200 * 1024 * 1024;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/**
 * The parts of a zip file by name, each really unpacked, so that a small file that unpacks to gigabytes is
 * stopped at the limit instead of filling the machine; the sizes that the file tells of itself are not believed.
 */
export function unpack(bytes: Buffer, wanted: RegExp): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  let left = MOST_UNPACKED;
  for (const entry of entries(bytes)) {
    const part = content(bytes, entry, left);
    left -= part.length;
    if (wanted.test(entry.name)) parts.set(entry.name, part);
  }
  return parts;
}

function entries(bytes: Buffer): readonly Entry[] {
  const end = directoryEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const list: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = count; left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const from = at + 46;
    list.push({
      name: bytes.toString("utf8", from, from + (name ?? 0)),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return list;
}

/** The end of the directory stands at the very end, but for a comment of at most 64 KB. */
function directoryEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--)
    if (bytes.readUInt32LE(at) === DIRECTORY_END) return at;
  throw damaged();
}

function content(bytes: Buffer, { method, packed, offset }: Entry, most: number): Buffer {
  if (offset + 30 > bytes.length) throw damaged();
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const part = bytes.subarray(from, from + packed);
  if (method === 0 && part.length <= most) return part;
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof RangeError)
      throw new Unreadable(
        "unpacks to more than 200 MB, which no list needs; save the table alone as a new file",
      );
    throw damaged();
  }
}

function damaged(): Unreadable {
  return new Unreadable(
    "is a damaged workbook; open it in Excel or WPS, save it as .xlsx again, and take that file",
  );
}
