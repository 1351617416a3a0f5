import { createInflateRaw } from 'node:zlib';
import { MAX_PARTS, MAX_UNPACKED_BYTES } from './limits.ts';
import { damaged, ENCRYPTED, tooBig, WorkbookFileError } from './workbook-file-error.ts';

/** One part of a zip: where its packed bytes lie and how long it says it is unpacked. */
export interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
  readonly declaredBytes: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/**
 * Lists a zip's parts by its central directory, by name without a leading slash. Nothing is unpacked here.
 * @throws WorkbookFileError if the zip is damaged, encrypted, or declares more than MAX_UNPACKED_BYTES
 */
export function listZipParts(file: Buffer): Map<string, ZipPart> {
  try {
    return readDirectory(file);
  } catch (error) {
    // Reading past the end of a cut file: every offset in it is suspect.
    if (error instanceof RangeError) throw damaged('its list of parts is cut off');
    throw error;
  }
}

function readDirectory(file: Buffer): Map<string, ZipPart> {
  const { count, offset } = findDirectory(file);
  if (count > MAX_PARTS) throw tooBig();
  const parts = new Map<string, ZipPart>();
  let total = 0;
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged('its list of parts is broken');
    const flags = file.readUInt16LE(at + 8);
    if ((flags & 1) === 1) throw new WorkbookFileError(ENCRYPTED);
    const nameLength = file.readUInt16LE(at + 28);
    const extraLength = file.readUInt16LE(at + 30);
    const name = file
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replace(/\\/g, '/')
      .replace(/^\/+/, '');
    const sizes = entrySizes(file, at, at + 46 + nameLength, extraLength);
    total += sizes.unpacked;
    if (total > MAX_UNPACKED_BYTES) throw tooBig();
    const local = sizes.offset;
    if (file.readUInt32LE(local) !== LOCAL_ENTRY) throw damaged(`the part ${name} is missing`);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    if (start + sizes.packed > file.length) throw damaged(`the part ${name} is cut off`);
    parts.set(name, {
      name,
      method: file.readUInt16LE(at + 10),
      packed: file.subarray(start, start + sizes.packed),
      declaredBytes: sizes.unpacked,
    });
    at += 46 + nameLength + extraLength + file.readUInt16LE(at + 32);
  }
  return parts;
}

/** The end record lies in the last 64 KB, before a comment; a zip of 64-bit sizes has a second one in front of it. */
function findDirectory(file: Buffer): { count: number; offset: number } {
  const lowest = Math.max(0, file.length - 65_557);
  for (let at = file.length - 22; at >= lowest; at--) {
    if (file.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    const count = file.readUInt16LE(at + 10);
    const offset = file.readUInt32LE(at + 16);
    if (count !== 0xffff && offset !== 0xffffffff) return { count, offset };
    const wide = Number(file.readBigUInt64LE(at - 20 + 8));
    if (file.readUInt32LE(wide) !== END_OF_DIRECTORY_64) throw damaged('its list of parts is broken');
    return {
      count: Number(file.readBigUInt64LE(wide + 32)),
      offset: Number(file.readBigUInt64LE(wide + 48)),
    };
  }
  throw damaged('its end is missing, so it was probably not downloaded whole');
}

function entrySizes(file: Buffer, at: number, extraAt: number, extraLength: number) {
  const sizes = {
    unpacked: file.readUInt32LE(at + 24),
    packed: file.readUInt32LE(at + 20),
    offset: file.readUInt32LE(at + 42),
  };
  // The extra field 0001 holds, in this order, only those values whose 32-bit place is full.
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + file.readUInt16LE(field + 2)) {
    if (file.readUInt16LE(field) !== 1) continue;
    let value = field + 4;
    for (const name of ['unpacked', 'packed', 'offset'] as const) {
      if (sizes[name] !== 0xffffffff) continue;
      sizes[name] = Number(file.readBigUInt64LE(value));
      value += 8;
    }
  }
  return sizes;
}

/**
 * Unpacks one part piece by piece, so that a part of any length needs little memory.
 * @throws WorkbookFileError if it unpacks to more than it declares, or not at all
 */
export async function* unpack(part: ZipPart): AsyncGenerator<Buffer> {
  if (part.method === 0) {
    yield part.packed;
    return;
  }
  if (part.method !== 8) throw damaged(`the part ${part.name} is packed in an unknown way`);
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  inflate.end(part.packed);
  let bytes = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > part.declaredBytes) throw tooBig();
      yield piece;
    }
  } catch (error) {
    if (error instanceof WorkbookFileError) throw error;
    throw damaged(`the part ${part.name} cannot be unpacked`);
  } finally {
    inflate.destroy();
  }
  if (bytes !== part.declaredBytes) throw damaged(`the part ${part.name} is cut off`);
}

/** Unpacks one part whole; for parts that are read as a tree, not for the cells. */
export async function unpackText(part: ZipPart): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of unpack(part)) pieces.push(piece);
  return Buffer.concat(pieces)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}
