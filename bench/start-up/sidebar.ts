import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import type { BookModel } from '../../playground/sheets/model.ts';
import { builtProduct, openAs } from '../../test/support/product.ts';

/** In the page: the server's answer is there at once, and the moment is noted at which the first screen was painted full. */
const BRIDGE = (answer: string) => `
  const answer = ${JSON.stringify(answer)};
  const runner = (onSuccess) => ({
    withSuccessHandler: (f) => runner(f),
    withFailureHandler: () => runner(onSuccess),
    rpc: () => setTimeout(() => onSuccess(answer)),
  });
  window.google = { script: { host: { close() {}, editor: { focus() {} } }, run: runner(() => {}) } };
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.tiles .tile-number')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.fullAt = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });`;

/** Milliseconds from opening the sidebar to its first full screen, one for each try. `slower` slows the processor down. */
export async function sidebarStarts(
  browser: Browser,
  book: BookModel,
  slower: number,
  tries: number,
): Promise<number[]> {
  const person = await openAs(book);
  const answer = person.host.callFromSidebar('rpc', ['overview', '{}']) as string;
  const html = await readFile(`${await builtProduct()}/sidebar.html`, 'utf8');
  const times: number[] = [];
  for (let i = 0; i < tries; i++) {
    const context = await browser.newContext({ viewport: { width: 300, height: 720 } });
    const page = await context.newPage();
    await page.route(/gstatic/, (route) => route.abort());
    await page.route('http://sidebar.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await page.addInitScript(BRIDGE(answer));
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto('http://sidebar.test/');
    const full = await page.waitForFunction(() => (window as unknown as { fullAt?: number }).fullAt);
    times.push(Number(await full.jsonValue()));
    await context.close();
  }
  return times;
}
