import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { generateBook } from '../../playground/sample/generate.ts';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { emptyBook } from '../../playground/sheets/model.ts';
import { openAs, type Person } from '../support/product.ts';
import { openBrowser } from './support/chromium.ts';
import { openSidebar, type Sidebar, widthOf } from './support/sidebar.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const open: Sidebar[] = [];
afterEach(async () => {
  for (const sidebar of open.splice(0)) await sidebar.close();
});

async function start(person: Person, options?: Parameters<typeof openSidebar>[2]): Promise<Sidebar> {
  const sidebar = await openSidebar(browser, person, options);
  open.push(sidebar);
  return sidebar;
}

async function sample(options?: Parameters<typeof openSidebar>[2]): Promise<Sidebar & { person: Person }> {
  const person = await openAs(sampleBook().book);
  return Object.assign(await start(person, options), { person });
}

/** What axe finds against WCAG 2.2 AA and best practice, in words. */
async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath });
  const found = await page.evaluate(async () => {
    const axe = (
      window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run({ runOnly: tags })).violations;
  });
  // A sidebar is a fragment of Google's page, which brings the landmarks.
  return found
    .filter(({ id }) => id !== 'region' && id !== 'landmark-one-main')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Ways to every screen, from the start. */
const SCREENS: Record<string, (page: Page) => Promise<void>> = {
  overview: async (page) => {
    await page.getByText('problems to fix').waitFor();
  },
  fix: async (page) => {
    await page.getByRole('button', { name: 'Make it text' }).click();
    await page.getByText('before and after').waitFor();
  },
  activity: async (page) => {
    await page.getByRole('button', { name: 'Activity' }).click();
    await page.getByText('No run has changed anything yet.').waitFor();
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
    await page.getByRole('button', { name: 'Add a code' }).click();
    await page.getByRole('textbox', { name: 'Code' }).fill('CLA8EG');
    await page.getByText('This code is free').waitFor();
  },
  'who may edit': async (page) => {
    await SCREENS.codes?.(page);
    await page.getByRole('button', { name: 'Who may edit' }).click();
    await page.getByText('Everyone, after a warning').waitFor();
  },
  rename: async (page) => {
    await SCREENS['where used']?.(page);
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('New code').fill('CPR-2');
    await page.getByText('Changed for you').waitFor();
  },
  checklist: async (page) => {
    await SCREENS.rename?.(page);
    await page.getByRole('button', { name: 'Rename to CPR-2' }).click();
    await page.getByText('Ask the owners').waitFor();
  },
  merge: async (page) => {
    await SCREENS['where used']?.(page);
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByLabel('Merge into').fill('FAID');
    await page.getByText('Changed for you').waitFor();
  },
  'delete a code': async (page) => {
    await SCREENS['where used']?.(page);
    await page.getByRole('button', { name: 'What stands in the way' }).click();
    await page
      .getByText('Unable to delete this qualification code as it is used elsewhere in the system')
      .waitFor();
  },
  records: async (page) => {
    await page.getByRole('tab', { name: 'Records' }).click();
    await page.getByRole('button', { name: 'Import records' }).waitFor();
  },
  import: async (page) => {
    await SCREENS.records?.(page);
    await page.getByRole('button', { name: 'Import records' }).click();
    const text =
      'Record Id,Name,Record Type,Completion Date,Qualification Code\r\n0,anil.desai,Training Record,03/04/2025,CLABEG\r\n0,anil.desai,Training Record,02/30/2025,FORK-101\r\n';
    await page.setInputFiles('input[type=file]', {
      name: 'q1.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await page.getByText('Rows with errors are left out').waitFor();
  },
  export: async (page) => {
    await SCREENS.records?.(page);
    await page.getByRole('button', { name: 'Export records' }).click();
    await page.getByRole('button', { name: 'Make the file' }).click();
    await page.getByText('records.csv is ready').waitFor();
  },
  'delete flagged': async (page) => {
    await SCREENS.records?.(page);
    await page.getByRole('button', { name: 'Review flagged records' }).click();
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
};

describe('every screen', () => {
  test.each(Object.keys(SCREENS))('%s: nothing for axe to find, and 300 pixels wide', async (name) => {
    const { page } = await sample();
    await SCREENS.overview?.(page);
    await SCREENS[name]?.(page);
    expect(await faults(page)).toEqual([]);
    expect(await widthOf(page)).toBe(300);
  });

  test.each(['overview', 'where used', 'import', 'progress'])(
    '%s: holds at 200 % text, right to left',
    async (name) => {
      const { page } = await sample({ css: 'body { font-size: 26px; line-height: 34px }', dir: 'rtl' });
      await SCREENS.overview?.(page);
      await SCREENS[name]?.(page);
      expect(await widthOf(page)).toBe(300);
    },
  );

  test('the chosen tab and progress show in forced colours', async () => {
    const { page } = await sample();
    await page.emulateMedia({ forcedColors: 'active' });
    await SCREENS.checklist?.(page);
    const [chosen, other] = await Promise.all(
      ['Codes', 'Records'].map((name) =>
        page.getByRole('tab', { name }).evaluate((tab) => getComputedStyle(tab).borderBlockEndColor),
      ),
    );
    expect(chosen).not.toBe(other);
    const bar = await page.locator('.bar').evaluate((each) => getComputedStyle(each).borderTopStyle);
    expect(bar).toBe('solid');
  });
});

describe('the first screen', () => {
  test('is full after one call', async () => {
    const sidebar = await sample();
    await SCREENS.overview?.(sidebar.page);
    expect(sidebar.calls).toEqual(['overview']);
  });

  test('offers to set up an empty file, and does', async () => {
    const person = await openAs(emptyBook());
    const { page } = await start(person);
    await page.getByRole('button', { name: 'Set up sheets' }).click();
    await page.getByText('Everything is in order').waitFor();
    expect(person.host.book.sheets.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(['Codes', 'Content', 'Paths', 'Records']),
    );
  });

  test('says so when all is well', async () => {
    const { page } = await start(await openAs(generateBook({ records: 50, seed: 1 }).book));
    await page.getByText('Everything is in order').waitFor();
    expect(await faults(page)).toEqual([]);
  });
});

describe('a server that does not answer as it should', () => {
  test.each(['failing', 'emptied'] as const)(
    '%s at the first call: two accounts are the usual reason',
    async (mood) => {
      const sidebar = await sample({ mood });
      await sidebar.page.getByText('Signed in to two accounts').waitFor();
      expect(await faults(sidebar.page)).toEqual([]);
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
});

describe('the keyboard alone', () => {
  test('moves between tabs with arrows, and reaches a code’s details', async () => {
    const { page } = await sample();
    await SCREENS.overview?.(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Codes');
    await page.getByText('51 codes').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('cpr');
    await page.getByText(/of 51 codes/).waitFor();
    for (let i = 0; i < 5; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Rename' }).waitFor();
  });

  test('a step’s heading takes the focus, and Back leads back', async () => {
    const { page } = await sample();
    await SCREENS.rename?.(page);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByText('51 codes').waitFor();
    await page.getByRole('button', { name: 'Add a code' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Add a code');
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
});
