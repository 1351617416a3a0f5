import type { Browser, Page } from 'playwright-core';
import { generateBook } from '../../playground/sample/generate.ts';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { Killed } from '../../playground/sheets/meter.ts';
import { type BookModel, emptyBook, emptySheet } from '../../playground/sheets/model.ts';
import { openAs, type Person } from '../support/product.ts';
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

async function start(person: Person, options?: SidebarOptions): Promise<Sidebar> {
  const sidebar = await openSidebar(browser, person, options);
  open.push(sidebar);
  return sidebar;
}

async function sample(options?: SidebarOptions): Promise<Sidebar & { person: Person }> {
  const person = await openAs(sampleBook().book);
  return Object.assign(await start(person, options), { person });
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe('the first screen', () => {
  test('is full after one call', async () => {
    const sidebar = await sample();
    await SCREENS.overview?.(sidebar.page);
    expect(sidebar.calls).toEqual(['overview']);
  });

  test('an empty file: set up, sample rows to look at, and gone again', async () => {
    const person = await openAs(emptyBook());
    const { page } = await start(person);
    await page.getByRole('button', { name: 'Set up sheets' }).click();
    await page.getByText('Everything is in order').waitFor();
    expect(person.host.book.sheets.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(['Codes', 'Content', 'Paths', 'Records']),
    );
    await page.getByRole('button', { name: 'Add sample rows' }).click();
    await page.getByText('The sheets hold sample rows').waitFor();
    expect(await page.locator('.tile-number').allTextContents()).toEqual(['3', '2', '3', '3']);
    expect(await faults(page, { fragment: true })).toEqual([]);
    await page.getByRole('button', { name: 'Remove the sample rows' }).click();
    await page.getByText('The sheets are empty').waitFor();
  });

  test('no sheets, or one without its headings: said, and set up from there', async () => {
    const book = emptyBook();
    book.sheets = [{ ...emptySheet(0, 'Codes'), rows: [{ values: ['Description', 'Used In'] }] }];
    book.lastId = 0;
    const { page } = await start(await openAs(book));
    await page.getByText('problems to fix').waitFor();
    expect(await page.locator('.tile-number').allTextContents()).toEqual(['0', '\u2013', '\u2013', '\u2013']);
    expect(await page.getByRole('button', { name: 'Content row 1' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Codes row 1' }).waitFor();
    await page.getByRole('button', { name: 'Set up sheets' }).click();
    await page.getByText('Everything is in order').waitFor();
  });

  test('says so when all is well', async () => {
    const { page } = await start(await openAs(generateBook({ records: 50, seed: 1 }).book));
    await page.getByText('Everything is in order').waitFor();
    expect(await faults(page, { fragment: true })).toEqual([]);
  });
});

describe('a server that does not answer as it should', () => {
  test.each(['failing', 'emptied'] as const)(
    '%s at the first call: two accounts are the usual reason',
    async (mood) => {
      const sidebar = await sample({ mood });
      await sidebar.page.getByText('Signed in to two accounts').waitFor();
      expect(await faults(sidebar.page, { fragment: true })).toEqual([]);
      sidebar.mood = 'ready';
      await sidebar.page.getByRole('button', { name: 'Try again' }).click();
      await SCREENS.overview?.(sidebar.page);
    },
  );

  test('slow: says what it waits for, and lets nothing be pressed twice', async () => {
    const { page } = await sample({ mood: 'slow' });
    await page.getByText('Reading your sheets').waitFor();
    await SCREENS.overview?.(page);
    await page.getByRole('button', { name: 'Check again' }).click();
    const busy = page.getByRole('button', { name: 'Checking' });
    expect(await busy.isDisabled()).toBe(true);
    expect(await busy.getAttribute('aria-busy')).toBe('true');
    expect(await page.locator('.body').getAttribute('aria-busy')).toBe('true');
  });

  test('failing later: the outcome is said, and nothing is lost from the screen', async () => {
    const sidebar = await sample();
    const { page } = sidebar;
    await SCREENS.rename?.(page);
    sidebar.mood = 'failing';
    await page.getByRole('button', { name: 'Rename to CPR-2' }).click();
    await page.getByText('The answer did not arrive').waitFor();
    expect(await page.getByLabel('New code').inputValue()).toBe('CPR-2');
  });

  test.each([
    ['Codes', '51 codes'],
    ['Progress', '120 people'],
  ])('failing on %s: Try again loads it', async (tab, words) => {
    const sidebar = await sample();
    const { page } = sidebar;
    await SCREENS.overview?.(page);
    sidebar.mood = 'failing';
    await page.getByRole('tab', { name: tab }).click();
    await page.getByText('The answer did not arrive').waitFor();
    sidebar.mood = 'ready';
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(words).first().waitFor();
  });

  test('a row link that fails says so', async () => {
    const sidebar = await sample();
    const { page } = sidebar;
    await SCREENS.overview?.(page);
    sidebar.mood = 'failing';
    await page.getByRole('button', { name: 'Codes row 10' }).click();
    await page.locator('.toast', { hasText: 'The answer did not arrive' }).waitFor();
  });

  test('a run that was killed: Continue finishes it, Undo takes it back', async () => {
    for (const way of ['Continue', 'Undo'] as const) {
      const person = await openAs(sampleBook().book);
      const run = person.get('previewDeleteFlagged');
      person.host.hooks = {
        before: (method) => {
          if (method.includes('deleteRow')) throw new Killed();
        },
      };
      expect(() => person.call('deleteFlagged', { basedOn: run.basedOn })).toThrow();
      person.host.hooks = {};
      const { page } = await start(person);
      await page.getByText('A run was stopped part of the way').waitFor();
      expect(await faults(page, { fragment: true })).toEqual([]);
      await page.getByRole('button', { name: way, exact: true }).click();
      if (way === 'Undo') await page.getByRole('button', { name: 'Undo this run' }).click();
      await page.getByText(way === 'Undo' ? 'Undone.' : 'The run is finished now.').waitFor();
      await page.getByText('A run was stopped').waitFor({ state: 'detached' });
    }
  });
});

describe('the keyboard alone', () => {
  test('moves between tabs with arrows, Home and End, and reaches a code’s details', async () => {
    const { page } = await sample();
    await SCREENS.overview?.(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('Progress');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Overview');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Codes');
    expect(
      await page.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => (tab as HTMLElement).tabIndex)),
    ).toEqual([-1, 0, -1, -1]);
    await page.getByText('51 codes').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('cpr');
    await page.getByText(/of 51 codes/).waitFor();
    for (let i = 0; i < 5; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Rename' }).waitFor();
  });

  test('right to left, the arrows go the other way', async () => {
    const { page } = await sample();
    await SCREENS.overview?.(page);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    await page.getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('Codes');
  });

  test('a step’s heading takes the focus; Back leads to the tab, its search as it was', async () => {
    const { page } = await sample();
    await SCREENS.codes?.(page);
    await page.getByRole('searchbox').fill('cpr');
    await page.getByText(/of 51 codes/).waitFor();
    await page.getByRole('button', { name: 'Add a code' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Add a code');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Codes');
    expect(await page.getByRole('searchbox').inputValue()).toBe('cpr');
  });

  test('after a check the verdict has the focus; after a run its outcome, with Undo next', async () => {
    const { page } = await sample();
    await SCREENS.overview?.(page);
    await page.getByRole('button', { name: 'Check again' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('problems to fix'));
    await SCREENS['a code that can be deleted']?.(page);
    await page.getByRole('button', { name: 'Delete CLAR0DROP' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.className === 'toast');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Undo');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.toast').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Codes');
  });

  test('a button that was off while it ran has the focus again', async () => {
    const { page } = await sample();
    await SCREENS.records?.(page);
    await page.getByRole('button', { name: 'Download the template' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Download the template');
  });
});

describe('cell text is data', () => {
  test('tags and scripts in every text are shown, and nothing runs', async () => {
    const { book } = generateBook({ records: 60, seed: 5 });
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    for (const sheet of book.sheets) {
      for (const row of sheet.rows.slice(1)) {
        row?.values.forEach((value, i) => {
          if (row && typeof value === 'string' && i > 0) row.values[i] = `${hostile}${value}`;
        });
      }
    }
    const { page } = await start(await openAs(book));
    await page.getByText('problems to fix').waitFor();
    await page.getByRole('tab', { name: 'Codes' }).click();
    await page.getByText('<img src=x').first().waitFor();
    await page.getByRole('tab', { name: 'Progress' }).click();
    await page.getByText('<img src=x').first().waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await widthOf(page)).toBe(300);
  });

  test('a code of 300 letters, and one from right to left, stand whole', async () => {
    const { book } = generateBook({ records: 20, seed: 1 });
    const codes = book.sheets[0] as BookModel['sheets'][number];
    const long = 'LONG'.repeat(75);
    codes.rows[41] = { values: [long, 'Wörterbuchverlagsmitarbeiter'.repeat(4)] };
    codes.rows[42] = { values: ['رمز-١٢', 'سلامة الحريق'] };
    const { page } = await start(await openAs(book));
    await page.getByRole('tab', { name: 'Codes' }).click();
    for (const code of [long, 'رمز-١٢']) {
      await page.getByRole('searchbox').fill(code);
      await page.locator('.item:first-child:last-child', { hasText: code }).getByRole('button').click();
      await page.getByRole('button', { name: 'Rename' }).click();
      await page.getByRole('heading', { name: `Rename ${code}` }).waitFor();
      expect(await widthOf(page)).toBe(300);
      await page.getByRole('button', { name: 'Back' }).click();
    }
  });
});

describe('many', () => {
  test('2,000 codes: paged, found, and still quick to press', async () => {
    const { page } = await start(await openAs(generateBook({ records: 200, codes: 2_000, seed: 1 }).book));
    await page.getByRole('tab', { name: 'Codes' }).click();
    await page.getByText('2,000 codes').waitFor();
    expect(await page.locator('.item').count()).toBe(50);
    await page.getByRole('button', { name: 'Show 50 more' }).click();
    await page.locator('.item').nth(99).waitFor();
    expect(await widthOf(page)).toBe(300);
  });

  test('2,000 problems of a kind: three, then fifty, the rest in the Problems sheet; one fix for all', async () => {
    const { book } = generateBook({ records: 2_000, seed: 1 });
    const records = book.sheets.find((sheet) => sheet.name === 'Records');
    // Without its type, a record of a path names an object that no content is: eight more.
    for (const row of records?.rows.slice(1, 2_001) ?? []) if (row) row.values[2] = '';
    const { page } = await start(await openAs(book));
    await page.getByText('2,008 warnings to look at').waitFor();
    expect(await page.locator('.issue').count()).toBe(6);
    await page.getByRole('button', { name: 'Show 47 more' }).click();
    await page.getByText('The other 1,950 stand in the Problems sheet.').waitFor();
    expect(await page.locator('.issue').count()).toBe(53);
    await page.getByRole('button', { name: /2,000/ }).click();
    await page.getByRole('button', { name: 'Fix 2,000 cells' }).click();
    await page.locator('.toast', { hasText: '2,000 cells changed' }).waitFor();
    await page.getByText('8 warnings to look at').waitFor();
  });

  test('a number beside a title of two lines stays in one piece', async () => {
    const { book } = generateBook({ records: 2_000, seed: 1 });
    const records = book.sheets.find((sheet) => sheet.name === 'Records');
    for (const row of records?.rows.slice(1) ?? []) if (row) row.values[6] = '2025-13-01';
    const { page } = await start(await openAs(book));
    await page.getByText('problems to fix').waitFor();
    const heights = await page.locator('.count').evaluateAll((all) => all.map((each) => each.clientHeight));
    expect(heights.length).toBeGreaterThan(0);
    expect(Math.max(...heights)).toBe(20);
  });

  test('1,000 people: paged, searched, filtered by state', async () => {
    const { book } = generateBook({ records: 4_000, people: 1_000, seed: 1 });
    const { page } = await start(await openAs(book));
    await page.getByRole('tab', { name: 'Progress' }).click();
    await page.getByText('1,000 people').first().waitFor();
    expect(await page.locator('.person').count()).toBe(50);
    await page.getByRole('button', { name: 'Show 50 more' }).click();
    expect(await page.locator('.person').count()).toBe(100);
    await page.getByRole('button', { name: /^Not started/ }).click();
    expect(await page.locator('.person .step.done').count()).toBe(0);
    await page.getByRole('button', { name: /^All/ }).click();
    await page.getByRole('searchbox').fill('person.0007');
    expect(await page.locator('.person').count()).toBe(1);
  });
});
