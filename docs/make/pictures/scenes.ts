import type { Stage } from './stage.ts';

/** One picture: how to get there. Of the sidebar alone, or of the whole page. */
interface Scene {
  readonly play: (stage: Stage) => Promise<void>;
  readonly whole?: true;
  /** In a new spreadsheet; otherwise in the sample. */
  readonly empty?: true;
}

const FILE = [
  'Record Id,Name,Record Type,Completion Date,Qualification Code',
  '40215,carla.grant,Training Record,14/12/2023,ARCHERY',
  '40218,gita.noble,E-learning,15/12/2023,FOODHY',
  '0,ben.price,Training Record,04/04/2025,CLABEG',
  '0,tara.clarke,Training Record,31/04/2025,CLABEG',
].join('\r\n');

const CODE = 'FAID';
const NEW_CODE = 'FAID-2026';

export async function check(stage: Stage): Promise<void> {
  await stage.menu('Check sheets');
  await stage.reads('problems to fix');
  await stage.clearToasts();
}

export async function fix(stage: Stage): Promise<void> {
  await stage.button(/^Write (all )?as in Codes/).click();
  await unfold(stage);
}

/** A few changes stand open by themselves. */
async function unfold(stage: Stage): Promise<void> {
  await stage.sidebar.locator('details.changes').evaluate((each) => each.setAttribute('open', ''));
}

export async function openCode(stage: Stage): Promise<void> {
  await stage.tab('Codes');
  await stage.sidebar.getByRole('searchbox').fill(CODE);
  await stage.reads(/^\d+ of \d+ codes/);
  await stage.sidebar.getByRole('button', { name: new RegExp(`^${CODE}`) }).click();
  await stage.button('Rename').waitFor();
}

export async function rename(stage: Stage): Promise<void> {
  await stage.button('Rename').click();
  await stage.sidebar.getByLabel('New code').fill(NEW_CODE);
  await stage.reads('Changed for you');
}

export async function checklist(stage: Stage): Promise<void> {
  await stage.button(`Rename to ${NEW_CODE}`).click();
  await stage.reads('Ask the owners');
  await stage.sidebar.getByRole('checkbox').first().click();
  await stage.reads(/^1 of /);
}

export async function undo(stage: Stage): Promise<void> {
  await stage.button('Undo').click();
  await unfold(stage);
}

export async function flagged(stage: Stage): Promise<void> {
  await stage.menu('Delete flagged records');
  await stage.button('Review flagged records').click();
  await stage.button('Delete 12 records').waitFor();
}

export async function progress(stage: Stage): Promise<void> {
  await stage.tab('Progress');
  await stage.reads('120 people');
  await stage.sidebar.getByRole('searchbox').fill('vaughan');
  await stage.sidebar
    .getByRole('button', { name: /[1-3] of 4 steps done/ })
    .first()
    .click();
  await stage.sidebar.locator('.why li').first().waitFor();
}

/** Acts one after the other, from the open sidebar on. */
const acts =
  (...each: ((stage: Stage) => Promise<void>)[]) =>
  async (stage: Stage): Promise<void> => {
    await stage.menu('Open sidebar');
    for (const act of each) await act(stage);
  };

export const SCENES: Readonly<Record<string, Scene>> = {
  playground: {
    whole: true,
    play: async (stage) => {
      await check(stage);
      await stage.button('Codes row 38').click();
      await stage.page.locator('#c37-0.active').waitFor();
    },
  },
  'set-up': { empty: true, play: acts((stage) => stage.button('Set up sheets').waitFor()) },
  overview: { play: check },
  fix: { play: acts(fix) },
  'where-used': { play: acts(openCode) },
  'add-code': {
    play: acts(async (stage) => {
      await stage.tab('Codes');
      await stage.button('Add a code').click();
      await stage.sidebar.getByRole('textbox', { name: 'Code' }).fill('FA1D');
      await stage.reads('Looks like');
    }),
  },
  rename: { play: acts(openCode, rename) },
  checklist: { play: acts(openCode, rename, checklist) },
  undo: { play: acts(openCode, rename, checklist, undo) },
  'delete-code': {
    play: acts(openCode, async (stage) => {
      await stage.button('What stands in the way').click();
      await stage.reads('Unable to delete this qualification code');
    }),
  },
  records: { play: acts((stage) => stage.tab('Records')) },
  import: {
    play: acts(async (stage) => {
      await stage.tab('Records');
      await stage.sidebar.locator('input[type=file]').setInputFiles({
        name: 'records from the LMS.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(FILE),
      });
      await stage.reads('Rows with errors are left out');
    }),
  },
  export: {
    play: acts(async (stage) => {
      await stage.tab('Records');
      await stage.button('Export records').click();
      await stage.button('Make the file').click();
      await stage.reads('records.csv is ready');
    }),
  },
  'delete-flagged': { play: flagged },
  progress: { play: acts(progress) },
  reports: {
    whole: true,
    play: acts(async (stage) => {
      await stage.tab('Progress');
      await stage.button('Make report sheets').click();
      await stage.reads('Made Path Progress');
      await stage.sheet('Path Progress');
      await stage.page.locator('svg').first().waitFor();
    }),
  },
};
