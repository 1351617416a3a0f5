import { readFile, stat } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { builtProduct } from '../../test/support/product.ts';
import { fresh } from '../measure/fresh.ts';
import { type Spread, spreadOf } from '../measure/stats.ts';
import { makeBook } from '../platform/book.ts';
import type { Budget, Effort, Section } from '../report/section.ts';
import { budget, spreadText } from '../report/text.ts';
import { startBrowser } from '../start-up/browser.ts';
import type { CodeStart } from '../start-up/code-js.ts';
import { moving, pageReady } from '../start-up/playground.ts';
import { sidebarStarts } from '../start-up/sidebar.ts';

const READY = 5_000;
const SCROLLED = 100_000;
/** Two frames of a 60 Hz screen: beyond, the eye sees a jump. */
const SMOOTH = 34;

/** What people take as at once (RAIL: response to input). */
const AT_ONCE = 100;

/** Milliseconds within which 95 frames of 100 came. */
function within(frames: readonly number[]): number {
  return [...frames].sort((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Number.NaN;
}

const nearlyAll = (frames: readonly number[]): string => `${within(frames).toFixed(1)} ms`;

export async function startUpSection({ tries }: Effort): Promise<Section> {
  const file = `${await builtProduct()}/Code.js`;
  const starts: CodeStart[] = [];
  for (let i = 0; i < tries; i++)
    starts.push((await fresh<CodeStart>('start-up/code-js.ts', { file })).value);
  const load = spreadOf(starts.map(({ loadMs, callMs }) => loadMs + callMs));
  const cpu = spreadOf(starts.map(({ cpuMs }) => cpuMs));
  const again = spreadOf(starts.map(({ againMs }) => againMs));

  const browser = await startBrowser();
  const sample = sampleBook().book;
  const plain = spreadOf(await sidebarStarts(browser, sample, 1, tries));
  const slowed = spreadOf(await sidebarStarts(browser, sample, 4, tries));
  const pages: number[] = [];
  for (let i = 0; i < tries; i++) pages.push(await pageReady(browser, makeBook(READY)));
  const ready = spreadOf(pages);
  const { flicked, dragged, jumpMs, edits } = await moving(browser, makeBook(SCROLLED), SCROLLED);
  await browser.close();

  const ms = (spread: Spread): string => `${spreadText(spread)} ms`;
  const rows: [string, string][] = [
    [`Code.js, ${Math.round((await stat(file)).size / 1024)} KB: load and first call`, ms(load)],
    ['the same, processor time alone', ms(cpu)],
    ['the same in one more fresh context of the process, where V8 has it compiled', ms(again)],
    ['sidebar, from opening to the first full screen', ms(plain)],
    ['the same, processor slowed down 4 ×', ms(slowed)],
    ['playground page, 5,000 records: from address to rows', ms(ready)],
    ['scrolling 100,000 records, ten rows a frame (a hard flick): a frame', ms(spreadOf(flicked))],
    ['the same, 95 frames of 100 within', nearlyAll(flicked)],
    ['scrolling, thirty rows a frame (a dragged scroll bar): a frame', ms(spreadOf(dragged))],
    ['the same, 95 frames of 100 within', nearlyAll(dragged)],
    ['a jump to record 100,000, until it is there', `${jumpMs.toFixed(0)} ms`],
    ['an edit there, from Enter until the sheet shows it', ms(spreadOf(edits))],
  ];
  const page = await readFile(`${await builtProduct()}/sidebar.html`);
  const [code, sidebar, zipped] = [
    (await stat(file)).size,
    page.length,
    gzipSync(page, { level: 9 }).length,
  ].map((bytes) => bytes / 1024) as [number, number, number];
  const kb = (size: number): string => `${size.toFixed(0)} KB`;
  const budgets: Budget[] = [
    budget('Code.js', 'at most 64 KB', kb(code), code <= 64),
    budget(
      'sidebar.html',
      'at most 72 KB, 24 KB zipped',
      `${kb(sidebar)}, ${kb(zipped)}`,
      sidebar <= 72 && zipped <= 24,
    ),
    budget('Code.js loads and answers, processor time', 'at most 10 ms', ms(cpu), cpu.median <= 10),
    budget('playground page ready at 5,000 records', 'at most 2 s', ms(ready), ready.median <= 2_000),
    budget(
      'scrolling at 100,000, 95 frames of 100: flicked; dragged',
      `within ${SMOOTH} ms`,
      `${nearlyAll(flicked)}; ${nearlyAll(dragged)}`,
      within(flicked) <= SMOOTH && within(dragged) <= SMOOTH,
    ),
    budget(
      'an edit at 100,000, until it is shown',
      `within ${AT_ONCE} ms`,
      ms(spreadOf(edits)),
      spreadOf(edits).median <= AT_ONCE,
    ),
  ];
  return {
    name: 'Start-up',
    notes: ['Each in a fresh process or browser context, on the sample workbook where no size is named.'],
    tables: [{ title: 'Milliseconds', headings: ['What', 'Median (quarters)'], rows }],
    budgets,
  };
}
