import { cp, readFile, writeFile } from 'node:fs/promises';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { sampleBook } from '../../../playground/sample/make-sample.ts';
import { serve } from '../../../playground/server/server.ts';
import { Session } from '../../../playground/server/session.ts';
import type { BookModel } from '../../../playground/sheets/model.ts';
import { builtProduct } from '../../../test/support/product.ts';

/** The pictures are taken on one day, so that they change only when the product does. */
const NOW = Date.UTC(2026, 10, 16, 9, 24);
const CLOCK = `Date.now = () => ${NOW};
Date = new Proxy(Date, { construct: (D, args) => (args.length > 0 ? new D(...args) : new D(${NOW})) });
`;
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

let clocked: Promise<string> | null = null;

/** The built product with its clock stopped. */
function stoppedProduct(): Promise<string> {
  clocked ??= builtProduct().then(async (built) => {
    const folder = `${built}-stopped`;
    await cp(built, folder, { recursive: true });
    await writeFile(`${folder}/Code.js`, CLOCK + (await readFile(`${built}/Code.js`, 'utf8')));
    return folder;
  });
  return clocked;
}

/** Opens a workbook, plays, and takes everything down again. */
export async function onStage<T>(
  browser: Browser,
  { book = sampleBook().book, wide = false, scale = 2 }: { book?: BookModel; wide?: boolean; scale?: number },
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const playground = await serve(await Session.open(book, await stoppedProduct(), null, false), 0);
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
