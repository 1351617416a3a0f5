import type { Chance } from './random.ts';
import type { SampleCell, SampleRow } from './rows.ts';
import { isoDay, PersonDays } from './training-days.ts';

export interface SampleContent {
  readonly objectId: string;
  readonly type: string;
  readonly title: string;
  readonly code: string;
}

export interface SamplePath {
  readonly pathId: string;
  readonly title: string;
  readonly code: string;
  /** Codes of the steps, in order. */
  readonly steps: readonly string[];
}

export interface RecordsWanted {
  readonly count: number;
  readonly people: readonly string[];
  readonly content: readonly SampleContent[];
  readonly paths: readonly SamplePath[];
  /** First and last day of a completion, as whole days since 1970-01-01. */
  readonly first: number;
  readonly last: number;
  readonly firstId: number;
  readonly provider: string;
  readonly otherProviders: readonly string[];
  readonly sites: readonly string[];
  readonly chance: Chance;
}

interface Draft {
  readonly name: string;
  readonly day: number;
  readonly item: SampleContent;
  readonly recordType: string;
  readonly site: string;
}

/**
 * Training records as an LMS would hold them, by date: people walk along one to three paths, one step after the other,
 * get the path's record when they are through, and take other content in between. Every record is right.
 */
export function makeRecords(wanted: RecordsWanted): SampleRow[] {
  const { chance, people } = wanted;
  const byCode = new Map(wanted.content.filter(({ code }) => code !== '').map((item) => [item.code, item]));
  const weights = people.map(() => 0.3 + chance.next());
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const drafts: Draft[] = [];
  let before = 0;
  people.forEach((name, i) => {
    before += weights[i] as number;
    const until = i === people.length - 1 ? wanted.count : Math.round((wanted.count * before) / weight);
    addPerson(drafts, name, until - drafts.length, wanted, byCode);
  });
  drafts.sort((a, b) => a.day - b.day || (a.name < b.name ? -1 : 1));
  return drafts.map((draft, i) => toRow(draft, wanted.firstId + i, wanted));
}

function addPerson(
  drafts: Draft[],
  name: string,
  count: number,
  wanted: RecordsWanted,
  byCode: ReadonlyMap<string, SampleContent>,
): void {
  const { chance } = wanted;
  const days = new PersonDays(wanted.first, wanted.last);
  const site = chance.pick(wanted.sites);
  let left = count;
  const add = (item: SampleContent, recordType: string, day: number | null): void => {
    if (left === 0) return;
    if (day === null) throw new Error('More records for one person than days: ask for more people.');
    drafts.push({ name, day, item, recordType, site });
    left--;
  };
  const start = wanted.first + chance.below(Math.max(1, Math.floor((wanted.last - wanted.first) * 0.7)));
  for (const path of chance.shuffled(wanted.paths).slice(0, 1 + chance.below(3))) {
    let day = start + chance.below(120);
    // Some people are half-way; a few are through but were never given the path's own record.
    const reached = chance.next() < 0.55 ? path.steps.length : chance.below(path.steps.length);
    for (const code of path.steps.slice(0, reached)) {
      const item = byCode.get(code);
      day += 3 + chance.below(45);
      if (item && day <= wanted.last) add(item, typeOfRecord(item), days.take(day));
    }
    day += 1;
    if (reached === path.steps.length && day <= wanted.last && chance.next() < 0.85) {
      add(
        { objectId: path.pathId, type: 'Path', title: path.title, code: path.code },
        'Learning Path',
        days.take(day),
      );
    }
  }
  while (left > 0) {
    const item = chance.pick(wanted.content);
    add(item, typeOfRecord(item), days.any(chance));
  }
}

function typeOfRecord({ type }: SampleContent): string {
  return type === 'Course' || type === 'Quiz' ? 'E-learning' : 'Training Record';
}

function toRow(draft: Draft, id: number, wanted: RecordsWanted): SampleRow {
  const { item, recordType } = draft;
  const outside = recordType === 'Training Record' && id % 3 === 0;
  const cells: Record<string, SampleCell> = {
    'Record Id': String(id),
    Name: draft.name,
    'Record Type': recordType,
    'Object Id': item.objectId,
    Title: item.title,
    'Training Provider': outside
      ? (wanted.otherProviders[id % wanted.otherProviders.length] ?? '')
      : wanted.provider,
    'Completion Date': { date: isoDay(draft.day) },
    Site: draft.site,
  };
  if (item.code !== '') cells['Qualification Code'] = item.code;
  if (recordType === 'E-learning' && id % 7 === 0)
    cells['Other Information'] = `Score ${70 + (id % 30)} of 100`;
  if (outside && id % 2 === 0)
    cells['Other Information'] = `Certificate ${String(id * 7)}-${String(id % 97)}`;
  return { cells, problems: [] };
}
