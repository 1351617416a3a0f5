// jest's globalSetup: unpacks Chromium once, before test files run side by side.
import { register } from 'node:module';

export default async function setup() {
  register('tsx/esm', import.meta.url);
  const { chromiumPath } = await import('./chromium.ts');
  process.env.CHROME_PATH ??= await chromiumPath();
}
