import type { Browser } from 'playwright-core';
import { openBrowser } from '../../test/browser/support/chromium.ts';
import { unpackChromium } from '../../test/browser/support/unpack-chromium.mjs';

/** The tests' Chromium, unpacked from its npm package where that has not been done. */
export async function startBrowser(): Promise<Browser> {
  await unpackChromium();
  return openBrowser();
}
