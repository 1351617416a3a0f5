// jest's globalSetup: what all test files share is made once, before they run side by side.
import { mkdir, mkdtemp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { unpackChromium } from '../browser/support/unpack-chromium.mjs';

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));

export default async function setup() {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(`${cache}tests-`);
  process.env.TESTS_FOLDER = folder;
  process.env.BUILT_PRODUCT = `${folder}/dist`;
  const { build } = await tsImport('../../build.ts', import.meta.url);
  await Promise.all([build(process.env.BUILT_PRODUCT), unpackChromium()]);
}
