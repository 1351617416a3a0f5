import type { Browser } from 'playwright-core';
import { openBrowser } from '../../test/browser/support/chromium.ts';

/** The tests' Chromium, unpacked from its npm package where that has not been done. */
export async function startBrowser(): Promise<Browser> {
  const setup = new URL('../../test/browser/support/setup.mjs', import.meta.url).href;
  const { default: unpack } = (await import(setup)) as { default: () => Promise<void> };
  await unpack();
  return openBrowser();
}
