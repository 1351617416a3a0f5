// The page's way to the local server.
import type { State } from '../views.ts';

export type { Area, CellView, ChartView, RowView, SheetView, State } from '../views.ts';

/** Does something in the workbook; the page then shows what came of it. */
export type Act = (question: string, input?: object) => Promise<void>;

const token = document.querySelector('meta[name="playground-token"]')?.getAttribute('content') ?? '';

/** A sentence for the person at the page: why there is no answer, and the way on. */
export class NoAnswer extends Error {}

/** Asks the server; throws its sentence when it refuses. */
export async function ask<T>(question: string, input: object = {}): Promise<T> {
  const response = await post(`/${question}`, JSON.stringify(input), { 'content-type': 'application/json' });
  const answer = (await response.json()) as { result?: T };
  return ('result' in answer ? answer.result : answer) as T;
}

export async function upload(file: File): Promise<State> {
  const response = await post('/upload', file, { 'x-file-name': encodeURIComponent(file.name) });
  return (await response.json()) as State;
}

export async function downloadBook(title: string): Promise<void> {
  const response = await post('/download');
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `${title}.xlsx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function post(path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const request = { method: 'POST', headers: { ...headers, 'x-playground-token': token } };
  const response = await fetch(path, body === undefined ? request : { ...request, body }).catch(() => {
    throw new NoAnswer(
      'The playground does not answer. If it was stopped, start it again, then load this page again.',
    );
  });
  if (response.ok) return response;
  const { error } = (await response.json().catch(() => ({}))) as { error?: string };
  throw new NoAnswer(error ?? 'The playground could not do this. Load this page again.');
}
