// The page's way to the local server. Types are written again on purpose: the page's realm knows no Node.
export interface CellView {
  text?: string;
  raw?: string;
  note?: string;
  background?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  number?: boolean;
  box?: { ticked: boolean; on: string; off: string };
  choices?: true;
  invalid?: boolean;
  link?: string;
}

export interface RowView {
  row: number;
  cells: Record<number, CellView>;
}

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface ChartView {
  title: string;
  labels: string[];
  series: { name: string; values: number[] }[];
  row: number;
  column: number;
}

export interface SheetView {
  id: number;
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  used: number;
  frozenRows: number;
  widths: Record<number, number>;
  hiddenRows: number[];
  selection: Area | null;
  charts: ChartView[];
  unshown: number;
}

export interface State {
  title: string;
  file: string | null;
  readOnly: boolean;
  guide: boolean;
  sheets: SheetView[];
  active: number;
  version: number;
  menu: { caption: string; functionName: string }[];
  sidebar: { title: string; opened: number } | null;
  toasts: { id: number; title: string; message: string; seconds: number }[];
}

const token = document.querySelector('meta[name="playground-token"]')?.getAttribute('content') ?? '';

/** Asks the server; throws its sentence when it refuses. */
export async function ask<T>(question: string, input: object = {}): Promise<T> {
  const response = await fetch(`/${question}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-playground-token': token },
    body: JSON.stringify(input),
  });
  const answer = (await response.json()) as { error?: string; result?: T };
  if (!response.ok) throw new Error(answer.error ?? 'The playground did not answer.');
  return ('result' in answer ? answer.result : answer) as T;
}

export async function upload(file: File): Promise<State> {
  const response = await fetch('/upload', {
    method: 'POST',
    headers: { 'x-playground-token': token, 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  });
  const answer = (await response.json()) as State & { error?: string };
  if (!response.ok) throw new Error(answer.error ?? 'The file could not be opened.');
  return answer;
}

export async function downloadBook(title: string): Promise<void> {
  const response = await fetch('/download', { method: 'POST', headers: { 'x-playground-token': token } });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `${title}.xlsx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
