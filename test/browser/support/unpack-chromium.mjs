// Unpacks Chromium from its npm package once, so that a fresh machine needs nothing installed. `CHROME_PATH` names
// another one.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../.cache/chromium/', import.meta.url));

export async function unpackChromium() {
  if (process.env.CHROME_PATH) return;
  await mkdir(folder, { recursive: true });
  // The package trusts any $TMPDIR/chromium, and brings its libraries along only where it thinks it is on Lambda.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  if (!existsSync(path)) throw new Error(`Chromium was not unpacked to ${path}`);
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  // The package's font settings name other folders; without fonts every text would be invisible.
  const fonts = `<dir>${folder}fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}fonts/cache</cachedir>`;
  await writeFile(
    `${folder}fonts/fonts.conf`,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${fonts}</fontconfig>`,
  );
  process.env.FONTCONFIG_PATH = `${folder}fonts`;
  process.env.CHROME_PATH = path;
}
