/** A workbook file that cannot be opened or saved. `message` is one plain sentence for people: what is wrong and the way out. */
export class WorkbookFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WorkbookFileError';
  }
}

/** The sentence for a file that is an .xlsx but does not hold together. */
export function damaged(what: string): WorkbookFileError {
  return new WorkbookFileError(
    `This file is damaged (${what}). Download it again as .xlsx, or open it in a spreadsheet program and save it anew.`,
  );
}

/** The sentence for a file made (or grown) to fill the memory. */
export function tooBig(): WorkbookFileError {
  return new WorkbookFileError(
    'This file would unpack to more than a spreadsheet can hold, so it was not opened. Nothing was changed.',
  );
}

export const ENCRYPTED =
  'This workbook is locked with a password. Save a copy without the password in the program that made it, and open that.';
