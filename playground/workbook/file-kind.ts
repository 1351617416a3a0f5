import { ENCRYPTED, WorkbookFileError } from './workbook-file-error.ts';
import type { ZipPart } from './zip-reader.ts';

const SAVE_AS_XLSX = 'Open it in the program that made it and save it as .xlsx, then open that.';

/**
 * Refuses what is not a zip, in a sentence of its own for the files that people take for a workbook.
 * @throws WorkbookFileError
 */
export function requireZip(file: Buffer): void {
  if (file.length === 0)
    throw new WorkbookFileError('This file is empty. Download the workbook again as .xlsx.');
  const start = file.subarray(0, 4).toString('latin1');
  if (start === 'PK\x03\x04' || start === 'PK\x05\x06') return;
  if (start === '\xd0\xcf\x11\xe0') {
    // A workbook locked with a password is wrapped in the container of the old formats.
    if (file.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new WorkbookFileError(ENCRYPTED);
    throw new WorkbookFileError(`This is an old Excel file (.xls), whatever its name says. ${SAVE_AS_XLSX}`);
  }
  const text = file.subarray(0, 4096).toString(start.startsWith('\xff\xfe') ? 'utf16le' : 'latin1');
  if (/^\W*<(?:!doctype html|html|head|body|table|meta)/i.test(text)) {
    throw new WorkbookFileError(
      `This is a web page (HTML), not a workbook, whatever its name says. ${SAVE_AS_XLSX}`,
    );
  }
  if (/^\W*<\?xml/.test(text))
    throw new WorkbookFileError(`This is an XML file, not a workbook. ${SAVE_AS_XLSX}`);
  if (!text.includes('\0')) {
    throw new WorkbookFileError(
      'This is a text file (such as CSV), not a workbook, whatever its name says. Open a workbook and import the text file there.',
    );
  }
  throw new WorkbookFileError('This file is no workbook. Open a file that was downloaded or saved as .xlsx.');
}

/**
 * Refuses a zip that is another kind of document.
 * @throws WorkbookFileError
 */
export function requireWorkbook(parts: ReadonlyMap<string, ZipPart>): void {
  const mimetype = parts.get('mimetype')?.packed.subarray(0, 100).toString('latin1') ?? '';
  if (mimetype.includes('opendocument.spreadsheet')) {
    throw new WorkbookFileError(
      `This is an OpenDocument workbook (.ods), whatever its name says. ${SAVE_AS_XLSX}`,
    );
  }
  if (parts.has('xl/workbook.bin')) {
    throw new WorkbookFileError(`This is a binary Excel workbook (.xlsb). ${SAVE_AS_XLSX}`);
  }
  if (parts.has('[Content_Types].xml') && [...parts.keys()].some((name) => /^(?:word|ppt)\//.test(name))) {
    throw new WorkbookFileError(
      'This is a text document or a presentation, not a workbook. Open a file saved as .xlsx.',
    );
  }
  if (!parts.has('[Content_Types].xml') || !parts.has('_rels/.rels')) {
    throw new WorkbookFileError(
      'This is a zip archive, not a workbook. Open a file that was downloaded or saved as .xlsx.',
    );
  }
}
