import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { generateBook } from '../../playground/sample/generate.ts';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';
import { openBrowser } from './support/chromium.ts';
import { SCREENS } from './support/screens.ts';
import { openSidebar, type Sidebar } from './support/sidebar.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const open: Sidebar[] = [];
afterEach(async () => {
  for (const sidebar of open.splice(0)) await sidebar.close();
});

async function start(book: BookModel): Promise<{ page: Page; person: Person; book: BookModel }> {
  const person = await openAs(book);
  const sidebar = await openSidebar(browser, person);
  open.push(sidebar);
  return { page: sidebar.page, person, book };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await press(page, button);
  const file = await waiting;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

describe('codes', () => {
  test('a code is judged while it is typed, and added with its description', async () => {
    const { page, book } = await start(sampleBook().book);
    await SCREENS.codes?.(page);
    await press(page, 'Add a code');
    const code = page.getByRole('textbox', { name: 'Code' });
    const add = (disabled: boolean) => page.getByRole('button', { name: 'Add this code', disabled });
    for (const [typed, tone, said] of [
      ['cpr', 'error', 'CPR'],
      ['FA1D', 'warning', 'Looks like FAID'],
      ['1E5', 'warning', 'A spreadsheet program would turn it into'],
      ['NEW-1', 'ok', 'This code is free'],
    ] as const) {
      await code.fill(typed);
      await page.locator(`.verdict.${tone}`, { hasText: said }).waitFor();
      await add(tone === 'error').waitFor();
    }
    await page.getByRole('textbox', { name: 'Description' }).fill('Brand new');
    await press(page, 'Add this code');
    await page.locator('.toast', { hasText: 'NEW-1' }).waitFor();
    expect(cellsOf(book, 'Codes').at(-1)?.slice(0, 2)).toEqual(['NEW-1', 'Brand new']);
  });

  test('a deleted code that comes back asks for a reason', async () => {
    const { page, book } = await start(sampleBook().book);
    await SCREENS['a code deleted']?.(page);
    await press(page, 'Add a code');
    await page.getByRole('textbox', { name: 'Code' }).fill('CLAR0DROP');
    await page.getByLabel('Why it comes back').fill('The poster is printed again');
    await press(page, 'Add this code');
    await page.locator('.toast', { hasText: 'CLAR0DROP' }).waitFor();
    expect(cellsOf(book, 'Codes').at(-1)?.[0]).toBe('CLAR0DROP');
  });

  test('highlight goes on and off; a sheet is filtered to a code', async () => {
    const { page, book } = await start(sampleBook().book);
    const codes = book.sheets.find(({ name }) => name === 'Codes');
    const rules = () => codes?.conditionalFormats.length ?? 0;
    await SCREENS.codes?.(page);
    const before = rules();
    const chip = page.getByRole('button', { name: 'Highlight' });
    await chip.click();
    await page.locator('.chip.push[aria-pressed=true]').waitFor();
    expect(rules()).toBe(before + 1);
    await chip.click();
    await page.locator('.chip.push[aria-pressed=false]').waitFor();
    expect(rules()).toBe(before);
    await page.getByRole('button', { name: /^CPR/ }).click();
    await press(page, 'Filter the sheet to all 66');
    await page.getByText(/66/).last().waitFor();
    expect(book.sheets.find(({ name }) => name === 'Records')?.filter).not.toBeNull();
  });

  test('a used code: every blocker, its records flagged and saved for the LMS; unused it goes', async () => {
    const { page, book } = await start(sampleBook().book);
    await SCREENS['a code that cannot be deleted']?.(page);
    await page.getByText('Training events: 1').waitFor();
    await page.getByText('Learning steps: 3').waitFor();
    await page.getByText('Training records: 66').waitFor();
    const { text } = await saved(page, 'Download 66 records as CSV');
    expect(text.trim().split('\r\n')).toHaveLength(67);
    await press(page, 'Flag 66 records');
    await page.locator('.toast', { hasText: '66 records flagged.' }).waitFor();
    const records = cellsOf(book, 'Records').filter((cells) => cells[8] === 'CPR');
    expect(records.every((cells) => cells[9] === 1)).toBe(true);
    await page.getByRole('tab', { name: 'Records' }).click();
    await page.getByText('78 rows have Delete? ticked.').waitFor();
  });

  test('a merge asks which of doubled records to keep, and is one undo', async () => {
    const { book } = generateBook({ records: 40, seed: 1 });
    const rows = book.sheets.find(({ name }) => name === 'Records')?.rows ?? [];
    const first = rows[1];
    const twin = rows[2];
    if (first && twin) twin.values = [twin.values[0] ?? '', ...first.values.slice(1)];
    const from = String(first?.values[8]);
    const into = from === 'QC0002' ? 'QC0003' : 'QC0002';
    if (twin) twin.values[8] = into;
    const before = JSON.stringify(['Codes', 'Content', 'Records'].map((name) => cellsOf(book, name)));
    const { page } = await start(book);
    await page.getByRole('tab', { name: 'Codes' }).click();
    await page.getByRole('button', { name: new RegExp(`^${from}`) }).click();
    await press(page, 'Merge');
    await page.getByLabel('Merge into').fill(into);
    await page.getByText('1 person would have the same record twice').waitFor();
    await page.getByLabel('Keep the first').check();
    await press(page, `Merge into ${into}`);
    await page.getByText(`${from} is part of ${into} now.`).waitFor();
    expect(cellsOf(book, 'Codes').some(([code]) => code === from)).toBe(false);
    await press(page, 'Undo');
    await press(page, 'Undo this run');
    await page.getByText('Undone.').waitFor();
    // Used In belongs to the add-on.
    const after = ['Codes', 'Content', 'Records'].map((name) =>
      cellsOf(book, name).map((cells) => (name === 'Codes' ? cells.slice(0, 2) : cells)),
    );
    expect(after).toEqual(
      JSON.parse(before).map((sheet: string[][], i: number) =>
        sheet.map((cells) => (i === 0 ? cells.slice(0, 2) : cells)),
      ),
    );
  });

  test('who may edit: only people named, and off again', async () => {
    const { page, book } = await start(sampleBook().book);
    await SCREENS['who may edit']?.(page);
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await page.getByLabel('Email addresses, one a line').fill('anna@example.com');
    await press(page, 'Save');
    await page.getByText('Saved').waitFor();
    const codes = book.sheets.find(({ name }) => name === 'Codes');
    expect(JSON.stringify(codes?.protections)).toContain('anna@example.com');
    await page.getByLabel('Everyone who can edit this file').check();
    await press(page, 'Save');
    await page.getByText('Saved').waitFor();
    expect(JSON.stringify(codes?.protections)).not.toContain('anna@example.com');
  });

  test('the owners of what is left are told in a message that can be copied, or read where copying is not allowed', async () => {
    const { page } = await start(sampleBook().book);
    await SCREENS.checklist?.(page);
    await page.getByRole('button', { name: /^Copy message/ }).click();
    await page.getByRole('status').filter({ hasText: /Cop/ }).waitFor();
    const text = page.getByRole('textbox', { name: /^Message for/ });
    if ((await text.count()) > 0) expect(await text.inputValue()).toContain('CPR-2');
  });
});

describe('records', () => {
  test('the template and every kind of export are saved as files', async () => {
    const { page } = await start(sampleBook().book);
    await SCREENS.records?.(page);
    expect((await saved(page, 'Download the template')).text).toContain('Record Id,Name,Record Type');
    await press(page, 'Export records');
    for (const [which, rows] of [
      ['All records', 1_500],
      ['The flagged records', 12],
      ['The records of one code', 66],
    ] as const) {
      await page.getByLabel(which).check();
      if (which === 'The records of one code') await page.getByRole('textbox', { name: 'Code' }).fill('CPR');
      await press(page, 'Make the file');
      const button = `Download ${rows.toLocaleString('en-GB')} records`;
      const { text } = await saved(page, button);
      expect(text.startsWith('\ufeffRecord Id,')).toBe(true);
    }
  });

  test('a large deletion asks to type the number', async () => {
    const { page, book } = await start(generateBook({ records: 40, flagged: 20, seed: 1 }).book);
    await page.getByRole('tab', { name: 'Records' }).click();
    await press(page, 'Review flagged records');
    const button = (disabled: boolean) => page.getByRole('button', { name: 'Delete 20 records', disabled });
    await button(true).waitFor();
    const field = page.getByLabel('Type 20 to confirm');
    await field.fill('20');
    await button(false).waitFor();
    await field.fill('19');
    await button(true).waitFor();
    await field.fill('20');
    await button(false).click();
    await page.locator('.toast', { hasText: '20 records deleted.' }).waitFor();
    expect(cellsOf(book, 'Records')).toHaveLength(21);
    await page.getByText('No row has Delete? ticked.').waitFor();
    await press(page, 'Review flagged records');
    await page.getByText('no record is flagged').waitFor();
  });

  test('an undo that must leave something says what, and why', async () => {
    const { page, book } = await start(sampleBook().book);
    const rows = book.sheets.slice(1, 4).flatMap((sheet) => sheet.rows);
    const cells = rows.flatMap((row) => (row?.values ?? []).map((value, column) => ({ row, column, value })));
    await SCREENS.overview?.(page);
    await page.getByRole('button', { name: /^Write all as in Codes/ }).click();
    await page.getByRole('button', { name: /^Fix \d+ cells/ }).click();
    await page.locator('.toast', { hasText: 'cells changed' }).waitFor();
    const fixed = cells.find(({ row, column, value }) => row?.values[column] !== value);
    fixed?.row?.values.splice(fixed.column, 1, 'BY-HAND');
    await press(page, 'Undo');
    await page.getByText('Some things stay as they are').waitFor();
    await press(page, 'Undo this run');
    await page.getByText('Left as it was').waitFor();
    await page.getByText('somebody changed it since').waitFor();
    await press(page, 'Done');
    await page.getByText('problems to fix').waitFor();
  });
});

describe('progress', () => {
  test('the records that a path’s code lacks are added, and undone', async () => {
    const { page, book } = await start(sampleBook().book);
    const before = cellsOf(book, 'Records').length;
    await SCREENS['records for a path']?.(page);
    await press(page, 'Add 5 records');
    await page.locator('.toast', { hasText: '5 records added.' }).waitFor();
    expect(cellsOf(book, 'Records')).toHaveLength(before + 5);
    await page.getByText('finished without the path').waitFor({ state: 'detached' });
  });

  test('as of another day, in the list and in the reports', async () => {
    const { page, book } = await start(sampleBook().book);
    await SCREENS.progress?.(page);
    const now = await page.locator('.ring').getAttribute('aria-label');
    await page.getByText('As of another day').click();
    await page.getByLabel('Day (for reports, too)').fill('2025-01-31');
    await page.getByText('As of 31 January 2025').waitFor();
    await page.waitForFunction(
      (old) => document.querySelector('.ring')?.getAttribute('aria-label') !== old,
      now,
    );
    await press(page, 'Make report sheets');
    await page.locator('.toast', { hasText: 'Path Progress' }).waitFor();
    expect(JSON.stringify(cellsOf(book, 'Path Progress').slice(0, 3))).toContain('2025-01-31');
  });

  test('the overview counts what has expired and what will', async () => {
    const { page, person } = await start(sampleBook().book);
    const { expiry } = person.get('overview');
    await page.getByText(`${expiry?.expired} records have expired`).waitFor();
    await page.getByText(`${expiry?.within30} more within 30 days`).waitFor();
  });
});
