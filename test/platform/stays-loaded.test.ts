// Google loads the script anew for every call and takes its lock back when the call ends. Where neither happens the product
// works all the same: nothing of one call may stand in the way of the next.
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { emptyBook } from '../../playground/sheets/model.ts';
import { contrary, type Habits } from './contrary.ts';

/** A lock that only its holder's `releaseLock` opens again. */
function strictLock() {
  let holder: object | null = null;
  const lock = () => {
    const self = {
      tryLock: () => {
        holder ??= self;
        return holder === self;
      },
      releaseLock: () => {
        if (holder === self) holder = null;
      },
    };
    return self;
  };
  return { lock, answers: { 'LockService.getDocumentLock': lock } satisfies Habits['answers'] };
}

test('a lock that did not go with its execution does not keep the next call out', async () => {
  const { person } = await contrary(emptyBook(), { stays: true, answers: strictLock().answers });
  expect(person.call('setUpSheets', { sampleRows: 'add' })).toMatchObject({ ok: true });
  expect(person.call('addCode', { code: 'NEW-1' })).toMatchObject({ ok: true });
  expect(person.call('addCode', { code: 'NEW-2' })).toMatchObject({ ok: true });
});

test('somebody else’s lock still does, until they give it back', async () => {
  const { lock, answers } = strictLock();
  const { person } = await contrary(emptyBook(), { stays: true, answers });
  const theirs = lock();
  theirs.tryLock();
  expect(person.refusal('setUpSheets', {})).toMatch(/^Another run of this add-on is working/);
  theirs.releaseLock();
  expect(person.call('setUpSheets', {})).toMatchObject({ ok: true });
});

test('sheets that an earlier call made are not said to be new again', async () => {
  const { person } = await contrary(emptyBook(), { stays: true });
  expect(person.call('setUpSheets', {})).toMatchObject({ made: ['Activity'] });
  expect(person.call('setUpSheets', {})).not.toHaveProperty('made');
});

test('dates follow the spreadsheet’s time zone when it changes', async () => {
  const { book } = sampleBook();
  const { person } = await contrary(book, { stays: true });
  const dates = () =>
    person
      .get('exportRecords', { which: 'all' })
      .text.split('\r\n')
      .map((line) => /\d{4}-\d\d-\d\d/.exec(line)?.[0]);
  const before = dates();
  book.timeZone = 'Pacific/Auckland';
  expect(dates()).toEqual(before);
});
