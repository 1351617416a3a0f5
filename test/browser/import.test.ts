import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page } from 'playwright-core';
import { generateBook } from '../../playground/sample/generate.ts';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { type BookModel, emptySheet } from '../../playground/sheets/model.ts';
import { cellsOf, openAs } from '../support/product.ts';
import { faults } from './support/axe.ts';
import { openBrowser } from './support/chromium.ts';
import { chooseFile, HEADINGS } from './support/screens.ts';
import { openSidebar, type Sidebar, widthOf } from './support/sidebar.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const open: Sidebar[] = [];
afterEach(async () => {
  for (const sidebar of open.splice(0)) await sidebar.close();
});

/** The Records tab of a workbook. */
async function records(book: BookModel): Promise<Sidebar & { person: Awaited<ReturnType<typeof openAs>> }> {
  const person = await openAs(book);
  const sidebar = Object.assign(await openSidebar(browser, person), { person });
  open.push(sidebar);
  await sidebar.page.getByRole('tab', { name: 'Records' }).click();
  await sidebar.page.getByText('Choose a CSV file').waitFor();
  return sidebar;
}

const row = (...cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
const counts = (page: Page) => page.locator('.tile-number').allTextContents();
const last = (book: BookModel) => cellsOf(book, 'Records').at(-1);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function saved(page: Page, button: string): Promise<string> {
  const waiting = page.waitForEvent('download') as Promise<Download>;
  await press(page, button);
  return readFile(await (await waiting).path(), 'utf8');
}

test('a hostile file: nothing runs, nothing is lost, and what is wrong can be read', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  const { page } = await records(book);
  const hostile = [
    '=HYPERLINK("http://evil.example","x")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '<img src=x onerror="window.hacked=1">',
    '</script><script>window.hacked=1</script>',
    'zero\u200bwidth\ufeff',
    '\u202eright to left \u05d0',
    '\u0627\u0644\u0633\u0644\u0627\u0645\u0629',
    'two\nlines, and a "quote"',
    'x'.repeat(50_000),
  ];
  const headings =
    'Record Id,Name,Record Type,Title,Training Provider,Other Information,Completion Date,Qualification Code';
  const lines = hostile.map((text, i) =>
    row('0', `person.${i}`, 'Training Record', text, text, text, '2025-01-02', 'QC0001'),
  );
  const tooLong = row('0', 'long', 'Training Record', 'x'.repeat(50_001), '', '', '2025-01-02', 'QC0001');
  const tags = row(
    '0',
    'tags',
    '<b>Record</b>',
    '',
    '',
    '',
    '2025-01-02',
    '<img src=x onerror=window.hacked=1>',
  );
  await chooseFile(
    page,
    '<img src=x onerror="window.hacked=1">.csv',
    [headings, ...lines, tooLong, tags].join('\r\n'),
  );
  await page.getByText('Rows with errors are left out').waitFor();
  expect(await counts(page)).toEqual(['11', '0', '0', '2']);
  await page.getByText('A cell holds 50,000 characters at most').waitFor();
  await page.getByText('<b>Record</b> is not a record type').first().waitFor();
  expect(await faults(page, { fragment: true })).toEqual([]);
  expect(await widthOf(page)).toBe(300);
  await press(page, 'Import 11 rows');
  await page.getByText('11 rows imported.').waitFor();
  const written = cellsOf(book, 'Records').slice(-11);
  expect(written.map((cells) => cells[4])).toEqual(hostile);
  expect(written.map((cells) => cells[7])).toEqual(hostile);
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  expect(sheet?.rows.some((each) => Object.keys(each?.formulas ?? {}).length > 0)).toBe(false);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('a file that is dropped; dates that read either way are asked for once', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  const { page } = await records(book);
  const text = `${HEADINGS}\n0,anna,Training Record,03/04/2025,QC0001\n0,anna,Training Record,05/04/2025,QC0001\n`;
  await page.locator('.drop').evaluate((drop, csv) => {
    const data = new DataTransfer();
    data.items.add(new File([csv], 'dropped.csv', { type: 'text/csv' }));
    for (const type of ['dragover', 'drop'])
      drop.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, text);
  await page.getByText('2 dates read either way').waitFor();
  expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
  await page.getByLabel('March 4, 2025').check();
  await page.getByRole('button', { name: 'Import 2 rows' }).waitFor();
  await page.getByLabel('3 April 2025').check();
  await press(page, 'Import 2 rows');
  await page.locator('.toast', { hasText: '2 rows imported.' }).waitFor();
  // The column holds dates: 5 April 2025, counted from 30 December 1899.
  expect(last(book)?.[6]).toBe(45_752);
  await press(page, 'Undo');
  await press(page, 'Undo this run');
  await page.getByText('Undone.').waitFor();
  expect(last(book)?.[1]).not.toBe('anna');
});

test('rows of another sheet of the file, chosen by its name', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  book.lastId++;
  const cells = ['0', 'anna', 'Training Record', '2025-04-03', 'QC0001'];
  book.sheets.push({
    ...emptySheet(book.lastId, 'From HR'),
    rows: [HEADINGS.split(','), cells].map((values) => ({ values, formats: { 0: '@', 3: '@' } })),
  });
  const { page } = await records(book);
  await page.getByText('From another sheet of this file').click();
  expect(await page.getByLabel('Sheet').locator('option').allTextContents()).toEqual(['From HR']);
  await press(page, 'Use this sheet');
  await press(page, 'Import 1 row');
  await page.getByText('1 row imported.').waitFor();
  expect(last(book)?.[1]).toBe('anna');
});

test('columns of their own and codes that are new: asked, and done as answered', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  const { page } = await records(book);
  await chooseFile(page, 'q1.csv', `${HEADINGS},Cost Centre\n0,anna,Training Record,2025-04-03,NEW-1,77\n`);
  await press(page, 'Add them');
  await press(page, 'Add 1 code');
  await press(page, 'Import 1 row');
  await page.getByText('1 row imported.').waitFor();
  expect(cellsOf(book, 'Records')[0]?.at(-1)).toBe('Cost Centre');
  expect(last(book)?.at(-1)).toBe('77');
  expect(cellsOf(book, 'Codes').at(-1)?.[0]).toBe('NEW-1');
});

test('a code that was renamed: the new one is offered', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  const sidebar = await records(book);
  const { page, person } = sidebar;
  const { basedOn } = person.get('previewRename', { from: 'QC0001', to: 'QC-NEW' });
  const { run, checklist } = person.get('rename', { from: 'QC0001', to: 'QC-NEW', basedOn });
  for (const { item } of checklist?.items ?? []) person.get('tickChecklist', { run, item, done: true });
  await chooseFile(page, 'q1.csv', `${HEADINGS}\n0,anna,Training Record,2025-04-03,QC0001\n`);
  await page.getByText('Codes that have changed').waitFor();
  await press(page, 'Use the new codes');
  await press(page, 'Import 1 row');
  await page.getByText('1 row imported.').waitFor();
  expect(last(book)?.[8]).toBe('QC-NEW');
});

test('what changed both here and in the file is decided, one by one or all at once', async () => {
  const { book } = generateBook({ records: 3, people: 12, seed: 1 });
  const { page, person } = await records(book);
  const file = person.get('exportRecords', { which: 'all' }).text;
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  const provider = (i: number) => sheet?.rows[i]?.values[5];
  for (const i of [1, 2]) sheet?.rows[i]?.values.splice(5, 1, `here ${i}`);
  const lines = file.split('\r\n').map((line, i) => {
    const cells = line.split(',');
    if (i > 0 && i < 3) cells[5] = `file ${i}`;
    return cells.join(',');
  });
  await chooseFile(page, 'back.csv', lines.join('\r\n'));
  await page.getByText('Changed both here and in the file').waitFor();
  expect(await faults(page, { fragment: true })).toEqual([]);
  await page.getByLabel('file 1').check();
  await page.getByLabel('here 2').check();
  await press(page, 'Import 1 row');
  await page.getByText('1 row imported.').waitFor();
  expect([provider(1), provider(2)]).toEqual(['file 1', 'here 2']);
});

test('rejected rows are saved as a file, which goes in once it is put right', async () => {
  const { book } = sampleBook();
  const { page } = await records(book);
  const text = `${HEADINGS}\n0,anna,Training Record,2025-02-30,CPR\n0,berta,Training Record,2025-02-03,CPR\n`;
  await chooseFile(page, 'q1.csv', text);
  await page.getByText('Row 2, Completion Date').waitFor();
  const rejected = await saved(page, 'Download these rows as CSV');
  expect(rejected).toContain('anna');
  expect(rejected).not.toContain('berta');
  await press(page, 'Import 1 row');
  await page.getByText('1 row imported.').waitFor();
  await chooseFile(page, 'again.csv', rejected.replace('2025-02-30', '2025-02-28'));
  await press(page, 'Import 1 row');
  await page.getByText('1 row imported.').waitFor();
  expect(last(book)?.[1]).toBe('anna');
});

describe('a long file', () => {
  const long = `${HEADINGS}\n${Array.from({ length: 12_000 }, (_, i) => `0,person.${i},Training Record,2025-01-02,QC0001`).join('\n')}\n`;

  test('shows how far it is, stops when it is cancelled, and goes on from there', async () => {
    const { book } = generateBook({ records: 20, seed: 1 });
    const sidebar = await records(book);
    const { page } = sidebar;
    await chooseFile(page, 'long.csv', long);
    await page.getByRole('button', { name: 'Import 12,000 rows' }).waitFor();
    sidebar.mood = 'held';
    await press(page, 'Import 12,000 rows');
    await page.getByText('0 of 12,000 rows').waitFor();
    expect(await page.locator('.body').getAttribute('aria-busy')).toBe('true');
    sidebar.letGo();
    await page.getByText('5,000 of 12,000 rows').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('5000');
    expect(await faults(page, { fragment: true })).toEqual([]);
    await press(page, 'Cancel');
    sidebar.letGo();
    await page.locator('.toast', { hasText: 'Stopped: 10,000 of 12,000 rows are in.' }).waitFor();
    expect(cellsOf(book, 'Records').length).toBe(1 + 20 + 10_000);
    sidebar.mood = 'ready';
    await chooseFile(page, 'long.csv', long);
    await page.getByRole('button', { name: 'Import 2,000 rows' }).waitFor();
    expect(await counts(page)).toEqual(['2,000', '0', '10,000', '0']);
    await press(page, 'Import 2,000 rows');
    await page.locator('.toast', { hasText: '2,000 rows imported.' }).waitFor();
    expect(cellsOf(book, 'Records').length).toBe(1 + 20 + 12_000);
  });

  test('is one import: one Undo takes all of its parts back', async () => {
    const { book } = generateBook({ records: 20, seed: 1 });
    const before = cellsOf(book, 'Records');
    const { page } = await records(book);
    await chooseFile(page, 'long.csv', long);
    await press(page, 'Import 12,000 rows');
    await page.locator('.toast', { hasText: '12,000 rows imported.' }).waitFor();
    await press(page, 'Undo');
    await page.getByText('Imported 12,000 rows from long.csv').waitFor();
    await page.getByText('To take out: 12,000 added rows.').waitFor();
    await press(page, 'Undo this run');
    await page.locator('.toast', { hasText: 'Undone.' }).waitFor();
    expect(cellsOf(book, 'Records')).toEqual(before);
  });

  test('a call that is lost on the way: what is in is told, and a new look counts it as the same', async () => {
    const { book } = generateBook({ records: 20, seed: 1 });
    const sidebar = await records(book);
    const { page } = sidebar;
    await chooseFile(page, 'long.csv', long);
    await page.getByRole('button', { name: 'Import 12,000 rows' }).waitFor();
    sidebar.mood = 'held';
    await press(page, 'Import 12,000 rows');
    await page.getByText('0 of 12,000 rows').waitFor();
    sidebar.letGo();
    await page.getByText('5,000 of 12,000 rows').waitFor();
    sidebar.letGo('fail');
    await page.getByText('The answer did not arrive').waitFor();
    await page.getByText('5,000 of 12,000 rows are in.').waitFor();
    sidebar.mood = 'ready';
    await press(page, 'Look again');
    await press(page, 'Import 7,000 rows');
    await page.locator('.toast', { hasText: 'rows imported.' }).waitFor();
    expect(cellsOf(book, 'Records').length).toBe(1 + 20 + 12_000);
  });
});

test.each([
  ['empty.csv', '', 'holds no rows'],
  ['open.csv', 'Name,Title\n"a,b\n', 'row 2 leaves a quote open'],
  ['other.csv', 'Fruit,Colour\napple,red\n', 'Name'],
])('%s is refused in words, and nothing is changed', async (name, text, words) => {
  const { book } = generateBook({ records: 5, people: 12, seed: 1 });
  const { page } = await records(book);
  await chooseFile(page, name, text);
  await page.getByRole('alert').getByText(words).waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('Nothing was changed');
  await press(page, 'Close');
  await page.getByText('Choose a CSV file').waitFor();
});
