import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { emptyBook } from '../../../playground/sheets/model.ts';
import { openBrowser } from '../../../test/browser/support/chromium.ts';
import { unpackChromium } from '../../../test/browser/support/unpack-chromium.mjs';
import { SCENES } from './scenes.ts';
import { film, smaller } from './smaller.ts';
import { onStage } from './stage.ts';
import { caption, TOUR } from './tour.ts';

/** The files of docs/images. */
export const PICTURES = [...Object.keys(SCENES), 'tour'].map((name) => `${name}.png`);

/** Takes every picture, and removes those that no scene makes any more. */
export async function takePictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await unpackChromium();
  const browser = await openBrowser();
  try {
    for (const name of Object.keys(SCENES))
      await writeFile(`${folder}/${name}.png`, await takeScene(browser, name));
    await writeFile(`${folder}/tour.png`, await takeTour(browser));
  } finally {
    await browser.close();
  }
  for (const file of await readdir(folder)) if (!PICTURES.includes(file)) await rm(`${folder}/${file}`);
}

async function takeScene(browser: Browser, name: string): Promise<Buffer> {
  const scene = SCENES[name];
  if (!scene) throw new Error(`There is no scene ${name}.`);
  const { play, whole = false, empty = false } = scene;
  const options = { wide: whole, scale: whole ? 1.5 : 2, ...(empty ? { book: emptyBook() } : {}) };
  const png = await onStage(browser, options, async (stage) => {
    await play(stage);
    return stage.picture(whole);
  });
  return smaller(png);
}

function takeTour(browser: Browser): Promise<Buffer> {
  return onStage(browser, { wide: true, scale: 1 }, async (stage) => {
    const frames: Buffer[] = [];
    for (const [words, act] of TOUR) {
      await act(stage);
      await stage.clearToasts();
      await caption(stage, words);
      frames.push(await stage.picture(true));
    }
    return film(frames, 2400);
  });
}
