import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { generateBook } from '../../playground/sample/generate.ts';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { type Playground, serve } from '../../playground/server/server.ts';
import { Session } from '../../playground/server/session.ts';
import { type BookModel, emptyBook, emptySheet } from '../../playground/sheets/model.ts';
import { saveWorkbook } from '../../playground/workbook/workbook-file.ts';
import { builtProduct } from '../support/product.ts';
import { faults } from './support/axe.ts';
import { openBrowser } from './support/chromium.ts';

let browser: Browser;
const open: { page: Page; playground: Playground }[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const { page, playground } of open.splice(0)) {
    await page.context().close();
    await playground.close();
  }
});

async function start(book: BookModel, readOnly = false): Promise<Page> {
  const session = await Session.open(book, await builtProduct(), null, readOnly);
  const playground = await serve(session, 0);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 760 } })).newPage();
  await page.route(/gstatic/, (route) => route.abort());
  open.push({ page, playground });
  await page.goto(playground.address);
  await page.getByRole('grid').waitFor();
  return page;
}

const cell = (page: Page, row: number, column: number) => page.locator(`#c${row - 1}-${column - 1}`);

/** Until the sheet is here the old one is shown, and a click would go to a cell that is about to leave. */
async function show(page: Page, sheet: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('button', { name: sheet }).click();
  await page.getByRole('grid', { name: `${sheet} sheet` }).waitFor();
}

async function expectFocus(page: Page, grid: string): Promise<void> {
  await page.locator(`[role=grid][aria-label="${grid}"]:focus`).waitFor();
}

async function menu(page: Page, item: string) {
  await page.getByRole('button', { name: 'Extensions' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return page.frameLocator('iframe');
}

describe('the playground page', () => {
  test('says plainly that it is a local copy, and axe finds nothing', async () => {
    const page = await start(sampleBook().book);
    await page.getByText('Local copy, not Google Sheets.').waitFor();
    expect(await faults(page, { fragment: false })).toEqual([]);
    await menu(page, 'Open sidebar');
    await page.getByRole('button', { name: 'Extensions' }).click();
    expect(await faults(page, { fragment: false })).toEqual([]);
  });

  test('a long title takes one line, so that the sheet keeps its place in a small window', async () => {
    const { book } = sampleBook();
    book.title = 'A title that somebody wrote out in full '.repeat(6);
    const page = await start(book);
    await page.setViewportSize({ width: 640, height: 420 });
    expect((await page.getByRole('grid').boundingBox())?.height).toBeGreaterThan(150);
  });

  test('leads through the first three tasks, which stay done; closed, the card stays away', async () => {
    const page = await start(sampleBook().book);
    const guide = page.getByRole('complementary', { name: 'First tasks' });
    const begin = () => guide.getByRole('button', { name: 'Start' }).click();
    const frame = page.frameLocator('iframe');
    await begin();
    await frame.getByRole('button', { name: 'Make it text' }).first().click();
    await frame.getByRole('button', { name: 'Fix 1 cell' }).click();
    await guide.getByText('Check the sheets, fix a problem (done)').waitFor();
    await begin();
    await frame.getByRole('button', { name: /^CPR/ }).click();
    await frame.getByRole('button', { name: 'Rename' }).click();
    await frame.getByLabel('New code').fill('CPR-2');
    await frame.getByRole('button', { name: 'Rename to CPR-2' }).click();
    await frame.getByRole('checkbox').check();
    await guide.getByText('Rename a code (done)').waitFor();
    await begin();
    await frame.getByRole('button', { name: 'Review flagged records' }).click();
    await frame.getByRole('button', { name: 'Delete 12 records' }).click();
    await guide.getByText('That was all three').waitFor();
    await frame.getByRole('button', { name: 'Undo' }).click();
    await frame.getByRole('button', { name: 'Undo this run' }).click();
    await frame.getByText('Undone.').waitFor();
    await guide.getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await page.getByRole('grid').waitFor();
    expect(await guide.count()).toBe(0);
  });

  test('the menu by keyboard alone: opened, walked with arrows, left with Escape', async () => {
    const page = await start(sampleBook().book);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole('button', { name: 'Extensions' }).press('Enter');
    expect(await focused()).toBe('Open sidebar');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('Set up sheets');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Check sheets');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Extensions');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.frameLocator('iframe').getByText('problems to fix').waitFor();
  });

  test('types into a cell, and the add-on says at once what is wrong', async () => {
    const { book } = sampleBook();
    const page = await start(book);
    await cell(page, 2, 1).click();
    await page.keyboard.type('cpr');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: 'CPR' }).waitFor();
    expect(book.sheets[0]?.rows[1]?.values[0]).toBe('cpr');
  });

  test('what was typed is kept when a click or Tab goes on to another cell; Escape drops it', async () => {
    const { book } = sampleBook();
    const page = await start(book);
    const written = (row: number) => book.sheets[0]?.rows[row - 1]?.values[1];
    await cell(page, 3, 2).click();
    await page.keyboard.type('Clicked away');
    await cell(page, 6, 2).click();
    await cell(page, 3, 2).getByText('Clicked away').waitFor();
    expect([written(3), written(6)]).toEqual(['Clicked away', 'Rope rotation and log book']);
    await page.keyboard.type('On to the next');
    await page.keyboard.press('Tab');
    await cell(page, 6, 2).getByText('On to the next').waitFor();
    await cell(page, 6, 3).and(page.locator('.active')).waitFor();
    await expectFocus(page, 'Codes sheet');
    await cell(page, 7, 2).click();
    await page.keyboard.type('Dropped');
    await page.keyboard.press('Escape');
    await cell(page, 8, 2).click();
    await page.keyboard.type('Last');
    await show(page, 'Content');
    await show(page, 'Codes');
    await cell(page, 8, 2).getByText('Last').waitFor();
    expect(written(7)).toBe('Climbing wall attendant');
  });

  test('another workbook begins at its own first cell and without the sample’s tasks; the same file opens again', async () => {
    const page = await start(sampleBook().book);
    const folder = await mkdtemp(join(tmpdir(), 'page-'));
    const path = join(folder, 'Own.xlsx');
    const guide = page.getByRole('complementary', { name: 'First tasks' });
    await cell(page, 20, 2).click();
    await guide.waitFor();
    for (const text of ['Once', 'Once more']) {
      const own = emptyBook('Own');
      own.sheets = [{ ...emptySheet(0, 'Codes'), rows: [{ values: [text] }] }];
      await saveWorkbook(own, path);
      await page.getByLabel('Open an .xlsx file').setInputFiles(path);
      await cell(page, 1, 1)
        .and(page.locator('.active', { hasText: text }))
        .waitFor();
      expect(await guide.count()).toBe(0);
    }
    await rm(folder, { recursive: true });
  });

  test('a playground that was stopped says so at once, whatever is asked of it', async () => {
    const page = await start(generateBook({ records: 2_000, seed: 1 }).book);
    await show(page, 'Records');
    open.at(-1)?.playground.server.closeAllConnections();
    await open.at(-1)?.playground.close();
    const said = page
      .getByRole('alert')
      .getByText('The playground does not answer. If it was stopped, start it');
    const closed = async () => {
      await said.waitFor();
      await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
    };
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 30_000));
    await closed();
    await cell(page, 1_370, 2).click();
    await closed();
    await page.getByRole('button', { name: 'File' }).click();
    await page.getByRole('menuitem', { name: 'Download .xlsx' }).click();
    await closed();
  });

  test('a selection grows and shrinks from the cell where it began, upwards too', async () => {
    const { book } = sampleBook();
    const page = await start(book);
    const selected = async (words: string) => {
      await page.getByRole('button', { name: words, exact: true }).waitFor();
    };
    await cell(page, 10, 1).click();
    for (const words of ['Delete 2 rows', 'Delete 3 rows', 'Delete 4 rows']) {
      await page.keyboard.press('Shift+ArrowUp');
      await selected(words);
    }
    await page.keyboard.press('Shift+ArrowDown');
    await selected('Delete 3 rows');
    await cell(page, 14, 1).click({ modifiers: ['Shift'] });
    await selected('Delete 5 rows');
    await cell(page, 9, 1).click({ modifiers: ['Shift'] });
    await selected('Delete 2 rows');
    await cell(page, 10, 1).and(page.locator('.chosen')).waitFor();
  });

  test('pastes several cells, as text where the column is text', async () => {
    const { book } = generateBook({ records: 20, seed: 1 });
    const page = await start(book);
    await cell(page, 5, 1).click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '0012\tOne\n1E5\tTwo');
      document
        .querySelector('[role=grid]')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await cell(page, 6, 2).getByText('Two').waitFor();
    expect(book.sheets[0]?.rows[4]?.values[0]).toBe('0012');
    expect(book.sheets[0]?.rows[5]?.values[0]).toBe('1E5');
  });

  test('ticks Delete? as 1, and the sidebar deletes and undoes', async () => {
    const { book } = generateBook({ records: 20, seed: 1 });
    const page = await start(book);
    await show(page, 'Records');
    await cell(page, 4, 10).getByRole('checkbox').click();
    const records = book.sheets.find((sheet) => sheet.name === 'Records');
    await cell(page, 4, 10).getByRole('checkbox', { checked: true }).waitFor();
    expect(records?.rows[3]?.values[9]).toBe(1);
    const frame = await menu(page, 'Delete flagged records');
    await frame.getByRole('button', { name: 'Review flagged records' }).click();
    await frame.getByRole('button', { name: 'Delete 1 record' }).click();
    await frame.getByText('1 record deleted').waitFor();
    expect(records?.rows.filter((row) => row?.values[0] !== '' && row?.values.length).length).toBe(20);
    await frame.getByRole('button', { name: 'Undo' }).click();
    await frame.getByRole('button', { name: 'Undo this run' }).click();
    await frame.getByText('Undone.').waitFor();
    expect(records?.rows.filter((row) => row?.values[0] !== '' && row?.values.length).length).toBe(21);
  });

  test('a row link in the sidebar moves the selection of the sheet', async () => {
    const page = await start(sampleBook().book);
    const frame = await menu(page, 'Check sheets');
    await frame.getByRole('button', { name: 'Codes row 38' }).click();
    await cell(page, 38, 1).waitFor();
    await page.locator('#c37-0.active').waitFor();
  });

  test('scrolls to the end of 100,000 rows', async () => {
    const { book } = generateBook({ records: 100_000, seed: 1 });
    const page = await start(book);
    await show(page, 'Records');
    await cell(page, 2, 1).click();
    await page.keyboard.press('Control+End');
    await page.locator('#c100000-0').waitFor();
    await page.locator('#c100000-1', { hasText: /\w/ }).waitFor();
  });

  test('rows keep their places while they run by, forth and back', async () => {
    const page = await start(generateBook({ records: 2_000, seed: 1 }).book);
    await show(page, 'Records');
    const heads = () =>
      page.locator('.rows .row').evaluateAll((rows) => {
        const box = document.querySelector('[role=grid]')?.getBoundingClientRect();
        const seen = rows.map((row) => ({
          number: row.querySelector('[role=rowheader]')?.textContent,
          index: row.getAttribute('aria-rowindex'),
          at: Math.round(row.getBoundingClientRect().top - (box?.top ?? 0)),
        }));
        return seen.sort((a, b) => a.at - b.at);
      });
    for (const top of [0, 660, 22 * 900 + 7, 22 * 880, 0]) {
      await page.getByRole('grid').evaluate((grid, to) => grid.scrollTo(0, to), top);
      const first = Math.max(0, Math.floor(top / 22) - 5);
      await page.locator(`[aria-rowindex="${first + 2}"]`).waitFor();
      const rows = await heads();
      expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => `${first + 2 + i}`));
      expect(rows.map(({ index }) => index)).toEqual(rows.map(({ number }) => number));
      expect(rows.map(({ at }) => at)).toEqual(rows.map((_, i) => (first + 2 + i) * 22 - top));
    }
  });

  test('after a click on a tab the keys go to the sheet', async () => {
    const page = await start(sampleBook().book);
    await show(page, 'Records');
    await expectFocus(page, 'Records sheet');
    await page.keyboard.press('ArrowDown');
    await cell(page, 2, 1).and(page.locator('.active')).waitFor();
  });

  test('opened for reading only, nothing changes', async () => {
    const { book } = sampleBook();
    const page = await start(book, true);
    await cell(page, 2, 1).click();
    await page.keyboard.press('Delete');
    await page.getByRole('alert').getByText('reading only').waitFor();
    expect(book.sheets[0]?.rows[1]?.values[0]).toBe('CLABEG');
  });

  test('opened for reading only, the sidebar shows everything and says that it may change nothing', async () => {
    const { book } = sampleBook();
    const page = await start(book, true);
    const before = JSON.stringify(book.sheets);
    const frame = await menu(page, 'Delete flagged records');
    await frame.getByRole('button', { name: 'Review flagged records' }).click();
    await frame.getByRole('button', { name: 'Delete 12 records' }).click();
    await frame.getByRole('alert').getByText('This file is open for reading only.').waitFor();
    expect(await page.locator('.toast').count()).toBe(0);
    await menu(page, 'Check sheets');
    await page.locator('.toast', { hasText: 'This file is open for reading only.' }).waitFor();
    await frame.getByText('problems to fix').waitFor();
    await frame.getByRole('button', { name: 'Codes row 24' }).click();
    await cell(page, 24, 1).and(page.locator('.active')).waitFor();
    expect(JSON.stringify(book.sheets)).toBe(before);
  });

  test('a box is ticked when the sheet is: refused, it stays as it was', async () => {
    const page = await start(sampleBook().book, true);
    await show(page, 'Records');
    const box = cell(page, 4, 10).getByRole('checkbox');
    const before = await box.isChecked();
    await box.click();
    await page.getByRole('alert').getByText('reading only').waitFor();
    expect(await box.isChecked()).toBe(before);
  });

  test('a rename: ticked in the sidebar and in the sheet, undone in the middle and at the end', async () => {
    const { book } = renameBook();
    const before = everything(book);
    const page = await start(book);
    const frame = await menu(page, 'Find or rename a code');
    const rename = async () => {
      await frame.getByRole('searchbox').fill('QC0002');
      await frame.getByText('1 of').waitFor();
      const code = frame.getByRole('button', { name: /^QC0002/ });
      if ((await code.getAttribute('aria-expanded')) === 'false') await code.click();
      await frame.getByRole('button', { name: 'Rename', exact: true }).click();
      await frame.getByLabel('New code').fill('NEW-2');
      await frame.getByText('For you to change: 5 items').waitFor();
      await frame.getByText('200 rows').waitFor();
      await frame.getByRole('button', { name: 'Rename to NEW-2' }).click();
      await frame.getByText('0 of 5 items updated').waitFor();
    };
    const tickThree = async () => {
      for (let i = 0; i < 3; i++) {
        await frame.getByRole('checkbox').nth(i).click();
        await frame.getByText(`${i + 1} of 5 items updated`).waitFor();
      }
    };
    const undo = async () => {
      await frame.getByRole('button', { name: 'Undo', exact: true }).click();
      await frame.getByRole('button', { name: 'Undo this run' }).click();
      await frame.getByText('Undone.').waitFor();
    };
    await rename();
    await tickThree();
    await undo();
    expect(everything(book)).toBe(before);

    await frame.getByRole('tab', { name: 'Codes' }).click();
    await rename();
    await tickThree();
    await show(page, 'Rename Checklist');
    const list = book.sheets.find((sheet) => sheet.name === 'Rename Checklist');
    const open = (list?.rows ?? []).flatMap((row, i) =>
      row?.values[1] === 'QC0002' && row.values[0] === '' ? [i + 1] : [],
    );
    expect(open).toHaveLength(2);
    for (const row of open) {
      await cell(page, row, 1).click();
      await page.keyboard.type('x');
      await page.keyboard.press('Enter');
      await cell(page, row, 1).getByText('\u2713').waitFor();
    }
    await frame.getByRole('button', { name: 'Close' }).click();
    await frame.getByRole('tab', { name: 'Overview' }).click();
    await frame.getByRole('button', { name: 'Check again' }).click();
    await frame.getByText('1 warning to look at').waitFor();
    await frame.getByText('5 contents carry NEW-2').waitFor();
    await frame.getByRole('button', { name: 'Activity' }).click();
    await frame
      .getByRole('button', { name: /^Undo.*Renamed QC0002/ })
      .first()
      .click();
    await frame.getByRole('button', { name: 'Undo this run' }).click();
    await frame.getByText('Undone.').waitFor();
    expect(everything(book)).toBe(before);
  });
});

/** A code used by 5 contents, 2 paths and 200 records, in a workbook that is otherwise in order. */
function renameBook(): { book: BookModel } {
  const table = (name: string, headings: string[], rows: (string | boolean)[][]) => ({
    ...emptySheet(['Codes', 'Content', 'Paths', 'Records'].indexOf(name), name),
    frozenRows: 1,
    rows: [headings, ...rows].map((values) => ({
      values: [...values],
      formats: Object.fromEntries(values.map((_, i) => [i, '@'])),
    })),
  });
  const book = emptyBook('Rename');
  book.sheets = [
    table(
      'Codes',
      ['Code', 'Description', 'Used In'],
      [
        ['QC0001', 'First', ''],
        ['QC0002', 'Second', ''],
        ['P1', 'Path one', ''],
        ['P2', 'Path two', ''],
      ],
    ),
    table(
      'Content',
      ['Object Id', 'Type', 'Title', 'Used In Training Records', 'Qualification Code', 'Owner'],
      Array.from({ length: 5 }, (_, i) => [
        `${i + 1}`,
        'Course',
        `Course ${i + 1}`,
        'Yes',
        'QC0002',
        `owner${i % 2}`,
      ]),
    ),
    table(
      'Paths',
      ['Path Id', 'Step', 'Title', 'Qualification Code'],
      [
        ['A', '', 'Path A', 'P1'],
        ['A', '1', 'Step', 'QC0002'],
        ['B', '', 'Path B', 'P2'],
        ['B', '1', 'Step', 'QC0002'],
      ],
    ),
    table(
      'Records',
      [
        'Record Id',
        'Name',
        'Record Type',
        'Object Id',
        'Title',
        'Training Provider',
        'Completion Date',
        'Other Information',
        'Qualification Code',
        'Delete?',
      ],
      Array.from({ length: 200 }, (_, i) => [
        `${1000 + i}`,
        `person${i}`,
        'Training Record',
        `${(i % 5) + 1}`,
        'Course',
        '',
        '2025-01-02',
        '',
        'QC0002',
        '',
      ]),
    ),
  ];
  book.lastId = 3;
  // Somebody's note and colour, where the rename writes and where it does not.
  const [codes, content] = book.sheets;
  Object.assign(codes?.rows[2] ?? {}, { notes: { 1: 'a note' }, styles: { 0: { background: '#fff2cc' } } });
  Object.assign(content?.rows[3] ?? {}, { notes: { 4: 'ask first' }, styles: { 4: { fontWeight: 'bold' } } });
  return { book };
}

/** Cells, formulas, formats, looks, dropdowns and notes of the four sheets; Used In and its notes belong to the add-on. */
function everything(book: BookModel): string {
  return JSON.stringify(
    ['Codes', 'Content', 'Paths', 'Records'].map((name) => {
      const sheet = book.sheets.find((each) => each.name === name);
      const used = sheet?.rows[0]?.values.indexOf('Used In') ?? -1;
      const own = (layer: object | undefined) =>
        Object.entries(layer ?? {}).filter(([column, value]) => Number(column) !== used && value !== '');
      return sheet?.rows.map((row) => [
        row?.values.filter((_, i) => i !== used),
        ...[row?.formulas, row?.formats, row?.styles, row?.validations, row?.notes].map(own),
      ]);
    }),
  );
}
