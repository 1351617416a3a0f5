import { grouped } from '../../domain/grouped.ts';
import type { FixId, Issue, RuleId } from '../../domain/issue.ts';
import type { Plan } from '../../domain/plan.ts';
import { count } from '../views/preview.ts';
import { SHOWN_AS } from './codes.ts';

interface IssueWords {
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
}

/** An issue with how many runs of rows are named. */
type Shown = Issue & { readonly runs: number };

interface RuleWords {
  /** Of the group, where several issues of this kind stand together. */
  readonly group: string;
  readonly title: (a: Record<string, string | number>, issue: Shown) => string;
  readonly detail: (a: Record<string, string | number>, issue: Shown) => string;
  readonly advice: string;
}

/** As many runs of rows as a person reads; the Problems sheet names all of them. */
const RUNS = 12;

/** An issue in words. Its rows are named as runs (6, 31, 44\u201348), up to `runs` of them. */
export function issueWords(issue: Issue, runs = RUNS): IssueWords {
  const { title, detail, advice } = RULES[issue.rule];
  const shown = { ...issue, runs };
  return { title: title(issue.args, shown), detail: detail(issue.args, shown), advice };
}

export function ruleTitle(rule: RuleId): string {
  return RULES[rule].group;
}

/** "Row 6", "Rows 6 and 31", "Rows 6, 31\u201335 and 44", and past as many runs as are shown "and 9 more". */
function rows({ at, runs }: Shown): string {
  const numbers = [...new Set(at.map(({ row }) => row))].sort((a, b) => a - b);
  const parts: string[] = [];
  let shown = 0;
  for (let i = 0; i < numbers.length && parts.length < runs; ) {
    let end = i;
    while (numbers[end + 1] === (numbers[end] ?? 0) + 1) end++;
    // Two neighbours read better by themselves.
    if (end - i < 2) end = i;
    parts.push(end === i ? grouped(numbers[i]) : `${grouped(numbers[i])}\u2013${grouped(numbers[end])}`);
    i = end + 1;
    shown = i;
  }
  if (numbers.length === 1) return `Row ${parts[0]}`;
  const last =
    shown < numbers.length
      ? `${grouped(numbers.length - shown)} more`
      : parts.length > 1
        ? parts.pop()
        : undefined;
  return `Rows ${parts.join(', ')}${last === undefined ? '' : ` and ${last}`}`;
}

const many = (issue: Shown, one: string, more: string): string => (issue.at.length === 1 ? one : more);
const carry = (issue: Shown): string => `${rows(issue)} ${many(issue, 'carries', 'carry')}`;
const areSteps = (issue: Shown): string => `${rows(issue)} ${many(issue, 'is its step', 'are its steps')}`;

function unknown(kind: string): RuleWords {
  return {
    group: `${kind} with unknown codes`,
    title: (a) => (a.now ? `${a.code} is ${a.now} now` : `${a.code} is not in the Codes sheet`),
    detail: (a, issue) =>
      `${carry(issue)} ${a.now ? 'the old code' : a.deleted ? 'it; it was deleted before' : 'it'}.`,
    advice: 'Add the code to Codes, or write the right code.',
  };
}

const RULES: Readonly<Record<RuleId, RuleWords>> = {
  'sheet-missing': {
    group: 'Missing sheets',
    title: (a) => `There is no ${a.sheet} sheet`,
    detail: () => 'Checks that need it were left out.',
    advice: 'Run Set up sheets, or give your sheet this name.',
  },
  'heading-missing': {
    group: 'Missing headings',
    title: (a) => `${a.sheet} has no ${a.heading} column`,
    detail: () => 'Row 1 has no such heading, so checks that need it were left out.',
    advice: 'Name the column so in row 1, or run Set up sheets.',
  },
  'heading-doubled': {
    group: 'Headings that stand twice',
    title: (a) => `${a.sheet} has ${a.heading} more than once`,
    detail: (a) => `Columns ${a.columns} have this heading, so neither was read.`,
    advice: 'Rename or remove one of them.',
  },
  'code-missing': {
    group: 'Descriptions without a code',
    title: (a) => `${a.description || 'A row'} has no code`,
    detail: (_, issue) => `${rows(issue)} of Codes has a description and no code.`,
    advice: 'Type the code, or clear the row.',
  },
  'code-duplicate': {
    group: 'Codes that stand twice',
    title: (a, issue) => `${a.code} appears ${issue.at.length === 2 ? 'twice' : `${issue.at.length} times`}`,
    detail: (_, issue) => `${rows(issue)} share the code.`,
    advice: 'Rename one of them, or remove the row that is too many.',
  },
  'code-look-alike': {
    group: 'Codes that look alike',
    title: (a) => `${a.code} looks like ${a.other}`,
    detail: (a, issue) =>
      a.retired ? `${a.other} was used before.` : `${rows(issue)} are hard to tell apart.`,
    advice: 'Rename one of them so that nobody mixes them up.',
  },
  'code-not-text': {
    group: 'Codes stored as numbers or dates',
    title: (a) => `${a.code} is not text`,
    detail: (a, issue) =>
      `${rows(issue)}: what was typed became ${SHOWN_AS[a.because as keyof typeof SHOWN_AS]}.`,
    advice: 'Format the cell as plain text, then type the code again.',
  },
  'code-unsafe': {
    group: 'Codes that spreadsheets change',
    title: (a) => `${a.code} is not safe in a spreadsheet`,
    detail: (a, issue) =>
      `${rows(issue)}: typed again or opened from CSV it becomes ${SHOWN_AS[a.because as keyof typeof SHOWN_AS]}.`,
    advice: 'Rename it to a code with letters, such as one that begins with a word.',
  },
  'code-too-long': {
    group: 'Codes that are too long',
    title: () => 'A code is too long',
    detail: (a, issue) => `${rows(issue)}: ${a.length} characters, a cell takes 50,000.`,
    advice: 'Shorten the code.',
  },
  'code-control-characters': {
    group: 'Codes with invisible characters',
    title: (a) => `${String(a.code).trim()} holds invisible characters`,
    detail: (_, issue) => `${rows(issue)}: a line end, a tab or another control character.`,
    advice: 'Type the code again.',
  },
  'code-spelling': {
    group: 'Codes written differently from the Codes sheet',
    title: (a) => `\u201c${a.code}\u201d should be ${a.written}`,
    detail: (_, issue) =>
      `${rows(issue)}: case, spaces or invisible characters differ. The LMS may not take it.`,
    advice: 'Write it as in the Codes sheet.',
  },
  'code-stray-spaces': {
    group: 'Codes with stray spaces',
    title: (a) => `\u201c${a.code}\u201d has stray spaces`,
    detail: (a, issue) =>
      `${rows(issue)}: spaces at the ends, doubled or invisible ones. People will look for ${a.written}.`,
    advice: 'Take them out.',
  },
  'code-validity': {
    group: 'Validity that is no number of months',
    title: (a) => `\u201c${a.value}\u201d is not a number of months`,
    detail: (a, issue) => `${rows(issue)}: ${a.code || 'the code'} would never expire.`,
    advice: 'Write a whole number, or clear the cell.',
  },
  'content-unknown-code': unknown('Content'),
  'content-code-not-in-records': {
    group: 'Codes on content that is not used in training records',
    title: (a) => `${a.title || a.code} cannot carry a code`,
    detail: (a, issue) => `${rows(issue)} carries ${a.code} but is not used in training records.`,
    advice: 'Set Used In Training Records, here and in the LMS, or clear the code.',
  },
  'content-used-in-records': {
    group: 'Used In Training Records is neither yes nor no',
    title: (a) => `\u201c${a.value}\u201d is neither yes nor no`,
    detail: (a, issue) => `${rows(issue)}, ${a.title}: Used In Training Records cannot be read.`,
    advice: 'Write Yes or No, or tick the box.',
  },
  'content-type': {
    group: 'Content with a wrong type',
    title: (a) =>
      String(a.type).trim() === ''
        ? `${a.title || 'A content'} has no type`
        : `\u201c${a.type}\u201d is not a type`,
    detail: (a, issue) => `${rows(issue)}${a.title ? `, ${a.title}` : ''}.`,
    advice: 'Write Course, Quiz or Training Event.',
  },
  'content-duplicate': {
    group: 'Content that stands twice',
    title: (a) => `${a.type} ${a.objectId} stands twice`,
    detail: (_, issue) => `${rows(issue)} have the same type and Object Id.`,
    advice: 'Remove one of the rows, or correct its Object Id.',
  },
  'content-code-shared': {
    group: 'Codes on more than one content',
    title: (a) => `${a.contents} contents carry ${a.code}`,
    detail: (_, issue) => `${rows(issue)}: completing any of them gives the code.`,
    advice: 'Leave it if that is meant; otherwise give one of them another code.',
  },
  'content-object-id-missing': {
    group: 'Content without an Object Id',
    title: (a) => `${a.title || 'A content'} has no Object Id`,
    detail: (_, issue) => `${rows(issue)}: records cannot refer to it.`,
    advice: 'Copy the id from the LMS.',
  },
  'content-title-missing': {
    group: 'Content without a title',
    title: (a) => `${`${a.type} ${a.objectId}`.trim() || 'A content'} has no title`,
    detail: (_, issue) => `${rows(issue)} of Content.`,
    advice: 'Type its title.',
  },
  'path-id-missing': {
    group: 'Path rows without a Path Id',
    title: (a) => `${a.title || 'A row'} has no Path Id`,
    detail: (_, issue) => `${rows(issue)} belongs to no path.`,
    advice: 'Type the id of its path.',
  },
  'path-row-missing': {
    group: 'Steps without their path',
    title: (a) => `Path ${a.pathId} has no row of its own`,
    detail: (_, issue) => `${areSteps(issue)}, but no row has a blank Step.`,
    advice: 'Add a row with this Path Id and a blank Step.',
  },
  'path-row-duplicate': {
    group: 'Paths that stand twice',
    title: (a) => `${a.path} has ${'more than one row of its own'}`,
    detail: (_, issue) => `${rows(issue)} have the same Path Id and a blank Step.`,
    advice: 'Keep one of them.',
  },
  'path-without-steps': {
    group: 'Paths without steps',
    title: (a) => `${a.path} has no steps`,
    detail: (_, issue) => `${rows(issue)}: nobody can finish it.`,
    advice: 'Add its steps, or remove the path.',
  },
  'path-code-missing': {
    group: 'Paths and steps without a code',
    title: (a) => `${a.title || 'A row'} has no code`,
    detail: (a, issue) =>
      `${rows(issue)}: every path and every step needs its own code${a.step ? ` (step ${a.step})` : ''}.`,
    advice: 'Choose its code.',
  },
  'path-unknown-code': unknown('Paths'),
  'path-code-reused': {
    group: 'Path codes that are used again',
    title: (a) => `${a.code} is not only the path\u2019s own code`,
    detail: (_, issue) =>
      `${rows(issue)}: a path\u2019s code may stand on no step of it and on no other path.`,
    advice: 'Give the path a code of its own.',
  },
  'path-code-on-other-step': {
    group: 'Path codes on steps of other paths',
    title: (a) => `${a.code} is a path\u2019s code and a step\u2019s`,
    detail: (_, issue) => `${rows(issue)}: a step of another path carries it.`,
    advice: 'Leave it if the step means the whole path; otherwise change the step.',
  },
  'step-code-twice': {
    group: 'Codes that stand twice in one path',
    title: (a) => `${a.code} is on several steps of ${a.path}`,
    detail: (_, issue) => `${rows(issue)}: one completion would count for all of them.`,
    advice: 'Give each step its own code.',
  },
  'step-not-whole': {
    group: 'Step numbers that are not whole',
    title: (a) => `\u201c${a.step}\u201d is not a step number`,
    detail: (a, issue) => `${rows(issue)} of ${a.path}.`,
    advice: 'Number the steps 1, 2, 3 and so on.',
  },
  'step-duplicate': {
    group: 'Step numbers that stand twice',
    title: (a) => `${a.path} has step ${a.step} more than once`,
    detail: (_, issue) => `${rows(issue)} have the same number.`,
    advice: 'Number the steps 1, 2, 3 and so on.',
  },
  'step-gap': {
    group: 'Missing step numbers',
    title: (a) => `${a.path} has no step ${a.missing}`,
    detail: (_, issue) => `${areSteps(issue)}.`,
    advice: 'Add the step, or number the steps again.',
  },
  'step-without-content': {
    group: 'Steps that no content leads to',
    title: (a) => `No content carries ${a.code}`,
    detail: (_, issue) => `${rows(issue)}: the step cannot be completed by a course, quiz or event.`,
    advice: 'Put the code on the content that is meant.',
  },
  'record-id-duplicate': {
    group: 'Record Ids that stand twice',
    title: (a, issue) =>
      `Record ${a.id} stands ${issue.at.length === 2 ? 'twice' : `${issue.at.length} times`}`,
    detail: (a, issue) => `${rows(issue)}${a.same ? ' are the same in every cell' : ': often a copied row'}.`,
    advice: 'Make the copy a new record, or drop it.',
  },
  'record-name-missing': {
    group: 'Records without a name',
    title: () => 'A record has no name',
    detail: (a, issue) => `${rows(issue)}${a.title ? `, ${a.title}` : ''}.`,
    advice: 'Type the person\u2019s username.',
  },
  'record-type-missing': {
    group: 'Records without a type',
    title: () => 'A record has no type',
    detail: (a, issue) => `${rows(issue)}${a.title ? `, ${a.title}` : ''}.`,
    advice: 'Write Training Record, Learning Path or E-learning.',
  },
  'record-type-unknown': {
    group: 'Records with a wrong type',
    title: (a) => `\u201c${a.value}\u201d is not a record type`,
    detail: (_, issue) => `${rows(issue)} of Records.`,
    advice: 'Write Training Record, Learning Path or E-learning.',
  },
  'record-date-invalid': {
    group: 'Dates that cannot be read',
    title: (a) => `\u201c${a.value}\u201d is not a real date`,
    detail: (a, issue) => `${rows(issue)}${a.name ? `, ${a.name}` : ''}${a.code ? `, ${a.code}` : ''}.`,
    advice: 'Write the date as 2026-03-31.',
  },
  'record-date-future': {
    group: 'Completion dates still to come',
    title: () => 'Completion date is in the future',
    detail: (a, issue) => `${[rows(issue), a.name, a.code].filter(Boolean).join(', ')}: ${a.value}.`,
    advice: 'Correct the date.',
  },
  'record-unknown-code': unknown('Records'),
  'record-object-unknown': {
    group: 'Records of unknown content',
    title: (a) => `Object Id ${a.objectId} is not in the Content sheet`,
    detail: (_, issue) => `${rows(issue)} ${many(issue, 'refers', 'refer')} to it.`,
    advice: 'Add the content, or correct the Object Id (0 for none).',
  },
  'record-object-other-code': {
    group: 'Records whose content carries another code',
    title: (a) => `Content ${a.objectId} does not carry ${a.code}`,
    detail: (_, issue) => `${rows(issue)} of Records.`,
    advice: 'Correct the Object Id or the code.',
  },
  'record-duplicate': {
    group: 'Records that look like duplicates',
    title: (_, issue) => `${issue.at.length} records look like duplicates`,
    detail: (a, issue) => `${rows(issue)}: ${a.name}, ${a.code}, ${a.date}.`,
    advice: 'Flag the one that is too many.',
  },
  'record-delete-value': {
    group: 'Delete? is neither 1 nor blank',
    title: (a) => `Delete? says \u201c${a.value}\u201d`,
    detail: (_, issue) => `${rows(issue)} stays: only 1 or a tick flags a record.`,
    advice: 'Write 1, or clear the cell.',
  },
  'record-formula': {
    group: 'Formulas in records',
    title: () => 'A formula stands where a value belongs',
    detail: (a, issue) => `${rows(issue)}: ${a.formula}`,
    advice: 'Replace it by its value: copy, then paste values only.',
  },
  'record-formula-text': {
    group: 'Text that would become a formula',
    title: () => 'Text would become a formula',
    detail: (a, issue) => `${rows(issue)}: ${a.value}`,
    advice: 'Begin the text with a letter. Exports escape it until then.',
  },
};

const FIX_LABELS: Readonly<Record<FixId, readonly [one: string, all: string]>> = {
  'add-code': ['Add to Codes', 'Add all to Codes'],
  'use-codes-spelling': ['Write as in Codes', 'Write all as in Codes'],
  'make-code-text': ['Make it text', 'Make all text'],
  'use-new-code': ['Use the new code', 'Use the new codes'],
  'renumber-steps': ['Number again', 'Number all again'],
  'make-record-new': ['Make it new', 'Make all new'],
  'drop-copied-row': ['Drop the copy', 'Drop all copies'],
  'set-record-type': ['Set Training Record', 'Set all to Training Record'],
  'write-iso-date': ['Write the date right', 'Write all dates right'],
  'tidy-code': ['Take the spaces out', 'Take all stray spaces out'],
};

export function fixLabel(fix: FixId): string {
  return FIX_LABELS[fix][0];
}

export function fixAllLabel(fix: FixId, issues: number): string {
  return issues === 1 ? fixLabel(fix) : `${FIX_LABELS[fix][1]} (${grouped(issues)})`;
}

/** The words of a fix's preview and of its run. */
export function fixSummary(
  fix: FixId,
  { edits, appends, removals }: Plan,
): { title: string; summary: string[]; confirm: string; done: string } {
  const parts = (changed: string, added: string, moved: string): string =>
    [
      ...(edits.length > 0 ? [`${count(edits.length, 'cell')} ${changed}`] : []),
      ...(appends.length > 0 ? [`${count(appends.length, 'row')} ${added}`] : []),
      ...(removals.length > 0 ? [`${count(removals.length, 'row')} ${moved} to Deleted Records`] : []),
    ].join(', ');
  const added = appends.map((row) => row.values.code ?? '').filter(Boolean);
  const [label] = FIX_LABELS[fix];
  return {
    title: label,
    summary: [
      `${parts('to change', 'to add', 'to move')}. You can undo it.`,
      ...(added.length > 0 ? [`New in Codes: ${added.slice(0, 20).join(', ')}.`] : []),
    ],
    confirm: `Fix ${count(edits.length + appends.length + removals.length, removals.length + appends.length > 0 ? 'row' : 'cell')}`,
    done: `${parts('changed', 'added', 'moved')}.`,
  };
}
