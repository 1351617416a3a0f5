import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { sampleBook } from '../../../playground/sample/make-sample.ts';
import { serve } from '../../../playground/server/server.ts';
import { Session } from '../../../playground/server/session.ts';
import type { BookModel } from '../../../playground/sheets/model.ts';
import { createHost } from '../../../playground/sheets/runtime.ts';
import { builtProduct } from '../../../test/support/product.ts';

/** The pictures are taken on one day, so that they change only when the product does. */
const NOW = Date.UTC(2026, 10, 16, 9, 24);
const WIDE = { width: 1200, height: 700 };
const TALL = { width: 900, height: 860 };

/** The playground with a workbook open, in front of the camera. */
export class Stage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The add-on's sidebar. */
  get sidebar(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** A button of the sidebar; a text names it exactly. */
  button(name: string | RegExp): Locator {
    return this.sidebar.getByRole('button', { name, exact: true }).first();
  }

  /** Waits until a text stands in the sidebar. */
  async reads(text: string | RegExp): Promise<void> {
    await this.sidebar.getByText(text).first().waitFor();
  }

  async menu(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Extensions' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
    await this.sidebar.locator('.body').waitFor();
  }

  async tab(name: string): Promise<void> {
    await this.sidebar.getByRole('tab', { name }).click();
  }

  async sheet(name: string): Promise<void> {
    const sheets = this.page.getByRole('navigation', { name: 'Sheets' });
    await sheets.getByRole('button', { name, exact: true }).click();
  }

  async clearToasts(): Promise<void> {
    const close = this.page.locator('.toast').getByRole('button', { name: 'Close' });
    while ((await close.count()) > 0) await close.first().click();
  }

  /** The whole page, or the sidebar alone and no taller than what it says. */
  async picture(whole: boolean): Promise<Buffer> {
    if (whole) return this.page.screenshot();
    const spare = await this.sidebar.locator('.body').evaluate((body) => {
      const last = body.lastElementChild?.getBoundingClientRect().bottom ?? 0;
      return Math.floor(body.getBoundingClientRect().bottom - last - 16);
    });
    if (spare > 0) await this.page.setViewportSize({ ...TALL, height: TALL.height - spare });
    return this.page.getByRole('complementary', { name: 'Qualification Codes' }).screenshot();
  }
}

/** Opens a workbook, plays, and takes everything down again. */
export async function onStage<T>(
  browser: Browser,
  { book = sampleBook().book, wide = false, scale = 2 }: { book?: BookModel; wide?: boolean; scale?: number },
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = await builtProduct();
  const session = await Session.open(book, folder, null, false);
  session.host = await createHost({ book, folder, now: () => NOW });
  session.host.openDocument();
  const playground = await serve(session, 0);
  const context = await browser.newContext({ viewport: wide ? WIDE : TALL, deviceScaleFactor: scale });
  try {
    const page = await context.newPage();
    // Google's own stylesheet comes from the net: the pictures must not depend on it.
    await page.route(/gstatic/, (route) => route.abort());
    await page.addInitScript("localStorage.setItem('guide', 'closed')");
    await page.goto(playground.address);
    await page.getByRole('grid').waitFor();
    return await play(new Stage(page));
  } finally {
    await context.close();
    await playground.close();
  }
}
