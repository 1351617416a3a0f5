import { type Browser, chromium } from 'playwright-core';

/** `--no-sandbox` only: the package's own flags hold `--single-process`, which dies at the second context. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH;
  if (executablePath === undefined)
    throw new Error('CHROME_PATH is set by the tests’ global setup; set it yourself elsewhere.');
  return chromium.launch({ executablePath, args: ['--no-sandbox'], headless: true });
}
