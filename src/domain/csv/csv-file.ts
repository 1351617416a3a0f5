/** A file to download: its text begins with the byte-order mark and has CRLF line ends. */
export interface CsvFile {
  name: string;
  text: string;
  /** Rows below the headings. */
  rows: number;
  notes: string[];
}
