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
  const playground = await serve(await Session.open(book, await builtProduct(), null, false), 0);
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

export interface Moving {
  /** Milliseconds between frames while rows run by, as fast as a hard flick and as fast as a dragged scroll bar. */
  readonly flicked: readonly number[];
  readonly dragged: readonly number[];
  /** Milliseconds from a jump to the last row until it is there. */
  readonly jumpMs: number;
  /** Milliseconds from Enter until the sheet shows what was typed. */
  readonly edits: readonly number[];
}

/** Rows a frame: 13,000 pixels a second, and three times that. */
const FLICKED = 10;
const DRAGGED = 30;
const EDITS = 9;

/** Scrolls from the top twice, jumps to the end, and edits there. */
export function moving(browser: Browser, book: BookModel, records: number): Promise<Moving> {
  return withPage(browser, book, async (page) => {
    const flicked = await framesOf(page, FLICKED);
    const dragged = await framesOf(page, DRAGGED);
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
    const jumpMs = performance.now() - start;
    const edits: number[] = [];
    for (let i = 0; i < EDITS; i++) edits.push(await edit(page, records - i, `Typed ${i}`));
    return { flicked, dragged, jumpMs, edits };
  });
}

/** Milliseconds of 120 frames. */
function framesOf(page: Page, rowsAFrame: number): Promise<number[]> {
  return page.evaluate(async (step) => {
    const grid = document.querySelector('[role=grid]') as HTMLElement;
    grid.scrollTop = 0;
    await new Promise((done) => setTimeout(done, 200));
    const times: number[] = [];
    for (let i = 0, before = 0; i <= 120; i++) {
      const now = await new Promise<number>((done) => requestAnimationFrame(done));
      if (i > 0) times.push(now - before);
      before = now;
      grid.scrollTop += step;
    }
    return times;
  }, rowsAFrame * ROW);
}

/** In the Title column of a row (0-based) that is in view. The page itself takes the time, frame by frame. */
async function edit(page: Page, row: number, text: string): Promise<number> {
  await page.locator(`#c${row}-4`).click();
  await page.keyboard.type(text);
  const shown = await page.evaluateHandle(
    ({ id, wanted }) => ({
      ms: new Promise<number>((done) => {
        document.addEventListener(
          'keydown',
          async ({ timeStamp }) => {
            while (!document.getElementById(id)?.textContent?.includes(wanted))
              await new Promise((frame) => requestAnimationFrame(frame));
            done(performance.now() - timeStamp);
          },
          { capture: true, once: true },
        );
      }),
    }),
    { id: `c${row}-4`, wanted: text },
  );
  await page.keyboard.press('Enter');
  return shown.evaluate(({ ms }) => ms);
}
