import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { openAs } from '../support/product.ts';
import { faults } from './support/axe.ts';
import { openBrowser } from './support/chromium.ts';
import { SCREENS } from './support/screens.ts';
import { openSidebar, type Sidebar, type SidebarOptions, widthOf } from './support/sidebar.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const open: Sidebar[] = [];
afterEach(async () => {
  for (const sidebar of open.splice(0)) await sidebar.close();
});

async function at(screen: string, options?: SidebarOptions): Promise<Page> {
  const sidebar = await openSidebar(browser, await openAs(sampleBook().book), options);
  open.push(sidebar);
  await SCREENS.overview?.(sidebar.page);
  await SCREENS[screen]?.(sidebar.page);
  return sidebar.page;
}

/** Texts that are wider than their box and cut there, and boxes that would show an ellipsis. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#app *')].flatMap((element) => {
      if (element.matches('.hidden, .hidden *, input, select, textarea')) return [];
      const { textOverflow, overflowX, display } = getComputedStyle(element);
      const cut =
        overflowX !== 'visible' && display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
      return textOverflow === 'ellipsis' || cut ? [element.outerHTML.slice(0, 120)] : [];
    }),
  );
}

/** Twice the size, from right to left: what is to hold whatever people set. */
async function enlarge(page: Page): Promise<void> {
  await page.addStyleTag({ content: '#app, #app h1, #app h2, #app h3, #app strong { font-size: 26px }' });
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
}

test.each(Object.keys(SCREENS))(
  '%s: axe finds nothing, 300 pixels wide, no text cut, also at 200 % and right to left',
  async (screen) => {
    const page = await at(screen);
    expect(await faults(page, { fragment: true })).toEqual([]);
    expect(await page.locator('.button.primary:visible').count()).toBeLessThanOrEqual(1);
    for (const change of [async () => {}, enlarge]) {
      await change(page);
      expect(await widthOf(page)).toBe(300);
      expect(await cutTexts(page)).toEqual([]);
    }
  },
);

test('at 200 % the tiles keep their numbers and names in one piece', async () => {
  const page = await at('overview');
  await page.addStyleTag({ content: '#app, #app * { font-size: 26px !important }' });
  const heights = await page
    .locator('.tile-number, .tile-name')
    .evaluateAll((all) => all.map((each) => each.clientHeight));
  expect(heights).toHaveLength(8);
  expect(Math.max(...heights)).toBeLessThan(2 * 26);
});

test('long German words wrap, whatever stands on the screen', async () => {
  const page = await at('where used');
  for (const screen of ['where used', 'records', 'progress']) {
    if (screen !== 'where used') await SCREENS[screen]?.(page);
    await page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector('#panel') as Node,
        NodeFilter.SHOW_TEXT,
      );
      while (walker.nextNode()) {
        const text = walker.currentNode;
        if (text.textContent?.trim()) text.textContent = 'Schulungsnachweisverwaltungsberechtigungen prüfen';
      }
    });
    expect(await widthOf(page)).toBe(300);
    expect(await cutTexts(page)).toEqual([]);
    await page.reload();
    await SCREENS.overview?.(page);
  }
});

test('forced colours show the chosen tab, what is pressed, and progress', async () => {
  const page = await at('checklist');
  await page.emulateMedia({ forcedColors: 'active' });
  const border = (name: string) =>
    page.getByRole('tab', { name }).evaluate((tab) => getComputedStyle(tab).borderBlockEndColor);
  expect(await border('Codes')).not.toBe(await border('Records'));
  expect(await page.locator('.bar').evaluate((bar) => getComputedStyle(bar).borderTopStyle)).toBe('solid');
  await SCREENS.progress?.(page);
  const look = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((step) => {
        const { backgroundColor, borderTopStyle } = getComputedStyle(step);
        return `${backgroundColor} ${borderTopStyle}`;
      });
  const steps = [await look('.step.done'), await look('.step.expired'), await look('.step.todo')];
  expect(new Set(steps).size).toBe(3);
  const chip = (name: RegExp) =>
    page.getByRole('button', { name }).evaluate((each) => getComputedStyle(each).borderTopWidth);
  expect(await chip(/^All/)).not.toBe(await chip(/^Finished/));
});

test('motion stops where people ask for less', async () => {
  const page = await at('overview', { mood: 'slow' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('tab', { name: 'Progress' }).click();
  await page.getByText('Working out who is where').waitFor();
  expect(await page.locator('.indeterminate').evaluate((bar) => getComputedStyle(bar).animationName)).toBe(
    'none',
  );
});

describe('Google’s own stylesheet', () => {
  test.each(['overview', 'where used', 'rename', 'checklist', 'records', 'export', 'progress'])(
    'changes nothing: %s',
    async (screen) => {
      const google = await readFile(new URL('./support/google-style.css', import.meta.url), 'utf8');
      const page = await at(screen, { google });
      const looks = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('#app, #app *')].map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            const { color, font, borderTopColor, boxShadow, opacity } = getComputedStyle(element);
            const place = [x, y, width, height].map(Math.round).join(' ');
            return `${element.tagName} ${element.className} ${place} ${color} ${font} ${borderTopColor} ${boxShadow} ${opacity}`;
          }),
        );
      const styled = await looks();
      await page.evaluate(() => {
        for (const sheet of document.styleSheets) if (sheet.href) sheet.disabled = true;
      });
      expect(await looks()).toEqual(styled);
    },
  );
});
