import { StringDecoder } from 'node:string_decoder';
import { MAX_CELLS } from './limits.ts';
import { tooBig } from './workbook-file-error.ts';
import { type XmlEvents, XmlScanner } from './xml-scanner.ts';
import { unescapeOffice } from './xml-text.ts';
import { unpack, type ZipPart } from './zip-reader.ts';

/** Feeds a part to a scanner piece by piece. */
export async function scanPart(part: ZipPart, events: XmlEvents): Promise<void> {
  const scanner = new XmlScanner(events);
  const decoder = new StringDecoder('utf8');
  for await (const piece of unpack(part)) scanner.write(decoder.write(piece));
  scanner.write(decoder.end());
  scanner.end();
}

/** The texts that cells refer to by number. */
export async function readSharedStrings(part: ZipPart): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let reading = false;
  let aside = 0;
  await scanPart(part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') aside++;
      else if (name === 't') reading = aside === 0;
    },
    text(piece) {
      if (reading) text += piece;
    },
    close(name) {
      if (name === 't') reading = false;
      else if (name === 'rPh') aside--;
      else if (name === 'si') {
        strings.push(unescapeOffice(text));
        if (strings.length > MAX_CELLS) throw tooBig();
      }
    },
  });
  return strings;
}
