import { deflateRawSync } from 'node:zlib';

export interface PartChanges {
  /** Size the zip claims for the part, unpacked. */
  readonly declaredBytes?: number;
  readonly encrypted?: boolean;
}

/** A zip made by hand, so that it can lie. */
export function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  changes: Readonly<Record<string, PartChanges>> = {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const { declaredBytes, encrypted } = changes[name] ?? {};
    const raw = Buffer.from(content as string);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declaredBytes ?? raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    common.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    bodies.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** The parts of an .xlsx with the given worksheets (the XML between `<worksheet>` and its end), as other programs write them. */
export function officeParts(
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string | Buffer>> = {},
): Record<string, string | Buffer> {
  const names = Object.keys(sheets);
  const extra = Object.keys(more).map((part, i) => {
    const kind = /sharedStrings|styles|theme/.exec(part)?.[0] ?? 'vbaProject';
    return `<Relationship Id="x${i}" Type="${OFFICE}/${kind}" Target="/${part}"/>`;
  });
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships ${RELATIONS}><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${RELATIONS}>${names
      .map(
        (_, i) =>
          `<Relationship Id="r${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}${extra.join('')}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((inner, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet>${inner}</worksheet>`,
      ]),
    ),
    ...more,
  };
}

/** A worksheet's cells. */
export function sheetData(...rows: readonly string[]): string {
  return `<sheetData>${rows.join('')}</sheetData>`;
}
