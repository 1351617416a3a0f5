import type { CsvFile } from '../../contract/api.ts';

/** Saves a file from inside the frame: the sandbox allows downloads; the click must come from the person. */
export function download(file: CsvFile): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
