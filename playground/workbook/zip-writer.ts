import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createDeflateRaw } from 'node:zlib';

interface Entry {
  readonly name: Buffer;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function addToChecksum(checksum: number, bytes: Buffer): number {
  let c = checksum;
  for (let i = 0; i < bytes.length; i++) c = (TABLE[(c ^ (bytes[i] as number)) & 255] as number) ^ (c >>> 8);
  return c;
}

/** Writes a zip into an open file, one part after the other; a part may come in any number of pieces. */
export class ZipWriter {
  private readonly file: FileHandle;
  private readonly entries: Entry[] = [];
  private position = 0;

  constructor(file: FileHandle) {
    this.file = file;
  }

  async add(name: string, content: string | Iterable<string>): Promise<void> {
    const offset = this.position;
    const bytes = Buffer.from(name, 'utf8');
    // The sizes are known once the part is packed: its heading is written over then.
    await this.put(Buffer.alloc(30 + bytes.length));
    let checksum = 0xffffffff;
    let unpacked = 0;
    const pieces = function* (): Generator<Buffer> {
      for (const text of typeof content === 'string' ? [content] : content) {
        const piece = Buffer.from(text, 'utf8');
        checksum = addToChecksum(checksum, piece);
        unpacked += piece.length;
        yield piece;
      }
    };
    const start = this.position;
    const source = Readable.from(pieces(), { objectMode: true });
    const deflate = createDeflateRaw({ level: 4, chunkSize: 256 * 1024 });
    source.on('error', (error) => deflate.destroy(error));
    for await (const piece of source.pipe(deflate) as AsyncIterable<Buffer>) await this.put(piece);
    const packed = this.position - start;
    const entry = { name: bytes, checksum: ~checksum >>> 0, packed, unpacked, offset };
    this.entries.push(entry);
    const heading = Buffer.concat([localHeading(entry), bytes]);
    await this.file.write(heading, 0, heading.length, offset);
  }

  /** Writes the list of parts: without it the file is no zip. */
  async end(): Promise<void> {
    const start = this.position;
    for (const entry of this.entries) await this.put(Buffer.concat([directoryHeading(entry), entry.name]));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(this.position - start, 12);
    end.writeUInt32LE(start, 16);
    await this.put(end);
  }

  private async put(bytes: Buffer): Promise<void> {
    await this.file.write(bytes, 0, bytes.length, this.position);
    this.position += bytes.length;
  }
}

/** Names in UTF-8, packed by deflate, dated 1980-01-01 so that equal books make equal files. */
function localHeading(entry: Entry): Buffer {
  const heading = Buffer.alloc(30);
  heading.writeUInt32LE(0x04034b50, 0);
  writeCommon(heading, 4, entry);
  return heading;
}

function directoryHeading(entry: Entry): Buffer {
  const heading = Buffer.alloc(46);
  heading.writeUInt32LE(0x02014b50, 0);
  heading.writeUInt16LE(20, 4);
  writeCommon(heading, 6, entry);
  heading.writeUInt32LE(entry.offset, 42);
  return heading;
}

function writeCommon(heading: Buffer, at: number, entry: Entry): void {
  heading.writeUInt16LE(20, at);
  heading.writeUInt16LE(0x0800, at + 2);
  heading.writeUInt16LE(8, at + 4);
  heading.writeUInt32LE((1 << 21) | (1 << 16), at + 6);
  heading.writeUInt32LE(entry.checksum, at + 10);
  heading.writeUInt32LE(entry.packed, at + 14);
  heading.writeUInt32LE(entry.unpacked, at + 18);
  heading.writeUInt16LE(entry.name.length, at + 22);
}
