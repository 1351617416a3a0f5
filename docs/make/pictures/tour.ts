import { check, checklist, fix, flagged, openCode, progress, rename, undo } from './scenes.ts';
import type { Stage } from './stage.ts';

/** The short film of the README: what is said, and what happens meanwhile. */
export const TOUR: readonly (readonly [caption: string, act: (stage: Stage) => Promise<void>])[] = [
  ['Check: what is wrong, and where', check],
  ['A fix, with a preview first', fix],
  ['Where a code is used', openCode],
  ['Rename: what changes, and what you change', rename],
  ['The checklist of what is left for you', checklist],
  ['Undo, afterwards', undo],
  ['Delete flagged records in bulk', flagged],
  ['Who is where on a learning path', progress],
];

/** Words on a dark bar over the sheet, as films have them. */
export async function caption(stage: Stage, words: string): Promise<void> {
  await stage.page.evaluate((text) => {
    const bar = document.getElementById('caption') ?? document.body.appendChild(document.createElement('p'));
    bar.id = 'caption';
    bar.textContent = text;
    bar.style.cssText =
      'position:fixed;left:24px;bottom:60px;margin:0;padding:12px 20px;border-radius:8px;' +
      'background:#202124;color:#fff;font:500 20px/26px Roboto,Arial,sans-serif';
  }, words);
}
