import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../../../.cache/chromium/', import.meta.url));

/**
 * Where Chromium is, unpacked once from its npm package into the project's cache, so that a fresh machine needs nothing
 * installed. `CHROME_PATH` names another one.
 */
export async function chromiumPath(): Promise<string> {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  await mkdir(folder, { recursive: true });
  // The package trusts any $TMPDIR/chromium, and brings its libraries along only where it thinks it is on Lambda.
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  if (!existsSync(path)) throw new Error(`Chromium was not unpacked to ${path}`);
  // The package's font settings name /tmp; without fonts every text would be invisible.
  const fonts = `<fontconfig><dir>${folder}fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}fonts/cache</cachedir></fontconfig>`;
  await writeFile(
    `${folder}fonts/fonts.conf`,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">${fonts}`,
  );
  process.env.FONTCONFIG_PATH = `${folder}fonts`;
  return path;
}

/** `--no-sandbox` only: the package's own flags hold `--single-process`, which dies at the second context. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'], headless: true });
}
