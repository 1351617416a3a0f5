import type { Browser, Page } from 'playwright-core';
import { serve } from '../../playground/server/server.ts';
import { Session } from '../../playground/server/session.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { builtProduct } from '../../test/support/product.ts';

/** Pixels of a row in the grid. */
const ROW = 22;

/** Opens the workbook in the playground, at Records, and works on the page. */
async function withPage<T>(
  browser: Browser,
  book: BookModel,
  work: (page: Page, openedMs: number) => Promise<T>,
) {
  book.activeSheet = book.sheets.find(({ name }) => name === 'Records')?.id ?? 0;
  const playground = await serve(await Session.open(book, await builtProduct(), null, true), 0);
  const context = await browser.newContext({ viewport: { width: 1280, height: 760 } });
  try {
    const page = await context.newPage();
    await page.route(/gstatic/, (route) => route.abort());
    const start = performance.now();
    await page.goto(playground.address);
    await page.waitForFunction(() => (document.querySelector('#c1-0')?.textContent ?? '') !== '');
    return await work(page, performance.now() - start);
  } finally {
    await context.close();
    await playground.close();
  }
}

/** Milliseconds from the address to the first rows in the grid. */
export function pageReady(browser: Browser, book: BookModel): Promise<number> {
  return withPage(browser, book, async (_, openedMs) => openedMs);
}

export interface Scrolling {
  /** Milliseconds between frames while rows run by. */
  readonly frames: readonly number[];
  /** Milliseconds from a jump to the last row until it is there. */
  readonly jumpMs: number;
}

/** Scrolls 120 frames by thirty rows each, then jumps to the end. */
export function scrolling(browser: Browser, book: BookModel, records: number): Promise<Scrolling> {
  return withPage(browser, book, async (page) => {
    const frames = await page.evaluate(async (row) => {
      const grid = document.querySelector('[role=grid]') as HTMLElement;
      const times: number[] = [];
      for (let i = 0, before = 0; i <= 120; i++) {
        const now = await new Promise<number>((done) => requestAnimationFrame(done));
        if (i > 0) times.push(now - before);
        before = now;
        grid.scrollTop += 30 * row;
      }
      return times;
    }, ROW);
    const start = performance.now();
    await page.evaluate(
      (top) => {
        const grid = document.querySelector('[role=grid]') as HTMLElement;
        grid.scrollTop = top;
      },
      (records - 10) * ROW,
    );
    await page.waitForFunction(
      (row) => (document.querySelector(`#c${row}-0`)?.textContent ?? '') !== '',
      records,
    );
    return { frames, jumpMs: performance.now() - start };
  });
}
