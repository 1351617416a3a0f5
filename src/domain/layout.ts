// The four sheets' headings: one table that the sheet gateway, the CSV import and the docs all read.

export type SheetKey = 'codes' | 'content' | 'paths' | 'records';

export interface FieldLayout {
  readonly heading: string;
  /** Other headings that mean this column, compared like the heading itself. */
  readonly aliases: readonly string[];
  /** Set up makes it and check reports its absence. Optional columns may be missing without a word. */
  readonly required: boolean;
  /** Not required, yet a new sheet gets it. */
  readonly offered?: boolean;
  /** How the column is kept: `text` columns get the plain-text format `@` before anything is written. */
  readonly kind: 'text' | 'date' | 'flag' | 'yesNo' | 'number' | 'written';
}

const field = (
  heading: string,
  kind: FieldLayout['kind'],
  { aliases = [] as readonly string[], required = true } = {},
): FieldLayout => ({ heading, aliases, required, kind });

const CODE_ALIASES = ['Code', 'Qualification', 'Qual Code', 'Qualification Codes'];

export const LAYOUT = {
  codes: {
    code: field('Code', 'text', { aliases: ['Qualification Code', 'Qualification Codes', 'Codes'] }),
    description: field('Description', 'text', { aliases: ['Code Description', 'Title'] }),
    usedIn: field('Used In', 'written', { aliases: ['Used'] }),
    validForMonths: field('Valid For (Months)', 'number', {
      aliases: ['Valid For', 'Valid Months', 'Validity (Months)'],
      required: false,
    }),
  },
  content: {
    objectId: field('Object Id', 'text', { aliases: ['Content Id', 'ObjectId'] }),
    type: field('Type', 'text', { aliases: ['Content Type'] }),
    title: field('Title', 'text', { aliases: ['Content Title', 'Content'] }),
    usedInRecords: field('Used In Training Records', 'yesNo', { aliases: ['Use In Training Records'] }),
    code: field('Qualification Code', 'text', { aliases: CODE_ALIASES }),
    owner: {
      ...field('Owner', 'text', { aliases: ['Content Owner'], required: false }),
      offered: true,
    },
  },
  paths: {
    pathId: field('Path Id', 'text', { aliases: ['Learning Path Id', 'Path'] }),
    step: field('Step', 'number', { aliases: ['Step Number', 'Learning Step', 'Step No'] }),
    title: field('Title', 'text', { aliases: ['Path Title', 'Step Title'] }),
    code: field('Qualification Code', 'text', { aliases: CODE_ALIASES }),
  },
  records: {
    recordId: field('Record Id', 'text', { aliases: ['RecordId', 'Training Record Id', 'Id'] }),
    name: field('Name', 'text', { aliases: ['Username', 'User Name'] }),
    recordType: field('Record Type', 'text', { aliases: ['RecordType'] }),
    objectId: field('Object Id', 'text', { aliases: ['ObjectId', 'Content Id'] }),
    title: field('Title', 'text', { aliases: ['Record Title'] }),
    trainingProvider: field('Training Provider', 'text', { aliases: ['Provider'] }),
    completionDate: field('Completion Date', 'date', {
      aliases: ['Date Completed', 'Completed', 'Completed On'],
    }),
    otherInformation: field('Other Information', 'text', { aliases: ['Other Info', 'Notes'] }),
    code: field('Qualification Code', 'text', { aliases: CODE_ALIASES }),
    delete: field('Delete?', 'flag', { aliases: ['Delete'] }),
  },
} as const satisfies Record<SheetKey, Record<string, FieldLayout>>;

export const SHEET_NAMES: Record<SheetKey, string> = {
  codes: 'Codes',
  content: 'Content',
  paths: 'Paths',
  records: 'Records',
};

export const SHEET_KEYS = ['codes', 'content', 'paths', 'records'] as const satisfies readonly SheetKey[];

export type Field<S extends SheetKey> = keyof (typeof LAYOUT)[S] & string;

/** Headings are compared without case, spaces, underscores and invisible characters. `Delete?` keeps its question mark optional. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_?\p{Cf}]/gu, '');
}
