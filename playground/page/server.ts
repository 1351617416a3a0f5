// The page's way to the local server.
import type { State } from '../views.ts';

export type { Area, CellView, ChartView, RowView, SheetView, State } from '../views.ts';

/** Does something in the workbook; the page then shows what came of it. */
export type Act = (question: string, input?: object) => Promise<void>;

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
