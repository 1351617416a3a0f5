import type { Page } from 'playwright-core';

export const HEADINGS = 'Record Id,Name,Record Type,Completion Date,Qualification Code';

export async function chooseFile(page: Page, name: string, text: string | Buffer): Promise<void> {
  const buffer = typeof text === 'string' ? Buffer.from(text) : text;
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer });
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();

/** Ways to every screen of the sample workbook, from its overview. */
export const SCREENS: Record<string, (page: Page) => Promise<void>> = {
  overview: async (page) => {
    await page.getByText('problems to fix').waitFor();
  },
  fix: async (page) => {
    await page.getByRole('button', { name: 'Make it text' }).first().click();
    await page.getByText('4012 (number)').waitFor();
  },
  activity: async (page) => {
    await SCREENS['a code deleted']?.(page);
    await page.getByRole('tab', { name: 'Overview' }).click();
    await press(page, 'Activity');
    await page.getByText('Deleted the code CLAR0DROP', { exact: true }).waitFor();
  },
  undo: async (page) => {
    await SCREENS['a code deleted']?.(page);
    await press(page, 'Undo');
    await page.getByText('To put back: 1 row.').waitFor();
  },
  codes: async (page) => {
    await page.getByRole('tab', { name: 'Codes' }).click();
    await page.getByText('51 codes').waitFor();
  },
  'where used': async (page) => {
    await SCREENS.codes?.(page);
    await page.getByRole('button', { name: /^CPR/ }).click();
    await page.getByRole('button', { name: 'Rename' }).waitFor();
  },
  'add a code': async (page) => {
    await SCREENS.codes?.(page);
    await press(page, 'Add a code');
    await page.getByRole('textbox', { name: 'Code' }).fill('0777');
    await page.getByText('A spreadsheet program would turn it into').waitFor();
  },
  'who may edit': async (page) => {
    await SCREENS.codes?.(page);
    await press(page, 'Who may edit');
    await page.getByLabel('Only the people named here').check();
    await page.getByLabel('Email addresses, one a line').fill('nobody');
    await page.getByText('nobody is not an email address.').waitFor();
  },
  rename: async (page) => {
    await SCREENS['where used']?.(page);
    await press(page, 'Rename');
    await page.getByLabel('New code').fill('CPR-2');
    await page.getByText('Changed for you').waitFor();
  },
  checklist: async (page) => {
    await SCREENS.rename?.(page);
    await press(page, 'Rename to CPR-2');
    await page.getByText('Ask the owners').waitFor();
  },
  'a rename in progress': async (page) => {
    await SCREENS.checklist?.(page);
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByText('Rename in progress').waitFor();
  },
  merge: async (page) => {
    await SCREENS['where used']?.(page);
    await press(page, 'Merge');
    await page.getByLabel('Merge into').fill('FAID');
    await page.getByText('Changed for you').waitFor();
  },
  'a code that cannot be deleted': async (page) => {
    await SCREENS['where used']?.(page);
    await press(page, 'What stands in the way');
    await page
      .getByText('Unable to delete this qualification code as it is used elsewhere in the system')
      .waitFor();
  },
  'a code that can be deleted': async (page) => {
    await SCREENS.codes?.(page);
    await page.getByRole('button', { name: /^CLAR0DROP/ }).click();
    await press(page, 'Delete');
    await page.getByRole('button', { name: 'Delete CLAR0DROP' }).waitFor();
  },
  'a code deleted': async (page) => {
    await SCREENS['a code that can be deleted']?.(page);
    await press(page, 'Delete CLAR0DROP');
    await page.getByText('CLAR0DROP is deleted.').waitFor();
  },
  records: async (page) => {
    await page.getByRole('tab', { name: 'Records' }).click();
    await page.getByText('12 rows have Delete? ticked.').waitFor();
  },
  'import: how dates are written': async (page) => {
    await SCREENS.records?.(page);
    await chooseFile(page, 'q1.csv', `${HEADINGS}\n0,anil.desai,Training Record,03/04/2025,CLABEG\n`);
    await page.getByText('How are dates written?').waitFor();
  },
  'import: questions and errors': async (page) => {
    await SCREENS.records?.(page);
    const text = `${HEADINGS},Cost Centre\n0,anil.desai,Training Record,2025-02-30,CLABEG,7\n0,anil.desai,Training Record,2025-02-03,FORK-101,7\n`;
    await chooseFile(page, 'q1.csv', text);
    await page.getByText('Columns that the sheet does not have').waitFor();
    await page.getByText('2025-02-30 is not a real date').waitFor();
  },
  'import: not a CSV file': async (page) => {
    await SCREENS.records?.(page);
    await chooseFile(page, 'q1.xlsx', Buffer.from('PK\u0003\u0004 and so on'));
    await page.getByText('This is not a CSV file but a spreadsheet or zip file.').waitFor();
  },
  export: async (page) => {
    await SCREENS.records?.(page);
    await press(page, 'Export records');
    await press(page, 'Make the file');
    await page.getByText('records.csv is ready').waitFor();
  },
  'export of one code': async (page) => {
    await SCREENS.records?.(page);
    await press(page, 'Export records');
    await page.getByLabel('The records of one code').check();
    await page.getByRole('textbox', { name: 'Code' }).waitFor();
  },
  'delete flagged': async (page) => {
    await SCREENS.records?.(page);
    await press(page, 'Review flagged records');
    await page.getByRole('button', { name: 'Delete 12 records' }).waitFor();
  },
  progress: async (page) => {
    await page.getByRole('tab', { name: 'Progress' }).click();
    await page.getByText('120 people').first().waitFor();
  },
  'why not complete': async (page) => {
    await SCREENS.progress?.(page);
    await page
      .getByRole('button', { name: /steps done/ })
      .first()
      .click();
    await page.locator('.why li').first().waitFor();
  },
  'records for a path': async (page) => {
    await SCREENS.progress?.(page);
    await press(page, 'Add their records');
    await page.getByRole('button', { name: 'Add 5 records' }).waitFor();
  },
};
