import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { builtProduct, type Person } from '../../support/product.ts';

/** How the server behaves: as it is, slowly, each call when it is let go, failing, or with an answer that Google emptied. */
export type Mood = 'ready' | 'slow' | 'held' | 'failing' | 'emptied';

export interface Sidebar {
  readonly page: Page;
  mood: Mood;
  /** Calls made so far, by action. */
  readonly calls: string[];
  /** Lets the call that is held go on, or fail. */
  letGo(how?: 'fail'): void;
  close(): Promise<void>;
}

const BRIDGE = `
  window.google = { script: { host: { close() {}, editor: { focus() {} } }, run: runner(() => {}, () => {}) } };
  function runner(onSuccess, onFailure) {
    return {
      withSuccessHandler: (f) => runner(f, onFailure),
      withFailureHandler: (f) => runner(onSuccess, f),
      rpc: (...args) => window.serverCall(...args).then(
        (answer) => setTimeout(() => answer === 'FAIL' ? onFailure(new Error('server')) : onSuccess(answer)),
      ),
    };
  }`;

export interface SidebarOptions {
  readonly height?: number;
  readonly mood?: Mood;
  /** What stands at the address of Google's stylesheet; without it the page must look right all the same. */
  readonly google?: string;
}

/** The built sidebar at its 300 px, in front of the built server on the stand-in. */
export async function openSidebar(
  browser: Browser,
  person: Person,
  options: SidebarOptions = {},
): Promise<Sidebar> {
  const context = await browser.newContext({
    viewport: { width: 300, height: options.height ?? 720 },
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  const { google } = options;
  await page.route(/gstatic/, (route) =>
    google === undefined ? route.abort() : route.fulfill({ contentType: 'text/css', body: google }),
  );
  let release = (_: boolean): void => {};
  const sidebar: Sidebar = {
    page,
    mood: options.mood ?? 'ready',
    calls: [],
    letGo: (how) => release(how === 'fail'),
    close: () => context.close(),
  };
  await page.exposeFunction('serverCall', async (name: string, input: string) => {
    sidebar.calls.push(name);
    const fails =
      sidebar.mood === 'held'
        ? await new Promise<boolean>((resolve) => {
            release = resolve;
          })
        : sidebar.mood === 'failing';
    if (fails) return 'FAIL';
    if (sidebar.mood === 'emptied') return null;
    if (sidebar.mood === 'slow') await new Promise((resolve) => setTimeout(resolve, 800));
    return person.host.callFromSidebar('rpc', [name, input]);
  });
  const html = await readFile(`${await builtProduct()}/sidebar.html`, 'utf8');
  await page.addInitScript(BRIDGE);
  await page.route('http://sidebar.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('http://sidebar.test/');
  return sidebar;
}

/** Nothing may be wider than the sidebar. */
export async function widthOf(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('.body')].map((body) => body.scrollWidth),
    ),
  );
}
