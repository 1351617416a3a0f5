// What a workbook file may cost to open. Google Sheets itself stops at 10,000,000 cells (platform facts, 4), so nothing
// that people could put into their spreadsheet is refused here; what is refused is a small file made to unpack without end.

/** The file as it lies on the disk, bytes. */
export const MAX_FILE_BYTES = 200_000_000;

/** All parts unpacked, bytes: checked against what the file declares, and again while unpacking. */
export const MAX_UNPACKED_BYTES = 400_000_000;

/** Parts in the zip. */
export const MAX_PARTS = 10_000;

/** Cells of all sheets, as in Google Sheets. Cells that hold neither a value nor anything else count only by their format. */
export const MAX_CELLS = 10_000_000;

/** Elements outside the cells (rules, links, styles …) that are kept while a part is read. */
export const MAX_ELEMENTS = 500_000;

/** Columns of one sheet, as in Google Sheets (ZZZ). */
export const MAX_COLUMNS = 18_278;
