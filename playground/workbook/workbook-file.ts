// The one door to workbook files: .xlsx to and from the model that the stand-in for Google Sheets works on.
export { openWorkbook } from './open-workbook.ts';
export { isXlsxName, requireXlsxName, saveWorkbook } from './save-workbook.ts';
export { findUnkeptContents } from './unkept-contents.ts';
export { WorkbookFileError } from './workbook-file-error.ts';
