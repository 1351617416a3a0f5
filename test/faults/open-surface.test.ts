// Everybody who can open the sidebar can call `rpc` with anything (google.script.run sends all top-level names).
import fc from 'fast-check';
import { describeInputs } from '../../playground/action-inputs.ts';
import { generateBook } from '../../playground/sample/generate.ts';
import type { Envelope } from '../../src/contract/api.ts';
import { openAs } from '../support/product.ts';

async function open() {
  const { book } = generateBook({ records: 30, codes: 16, paths: 3, seed: 1 });
  const person = await openAs(book);
  const raw = (...args: unknown[]) =>
    JSON.parse(person.host.callFromSidebar('rpc', args) as string) as Envelope<unknown>;
  return { book, person, raw };
}

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'rename ',
  'RENAME',
  'x'.repeat(100_000),
];

test('names that are no action are refused, nothing changed', async () => {
  const { book, raw } = await open();
  const before = JSON.stringify(book.sheets);
  for (const name of [...NAMES, null, 7, {}, []]) {
    const answer = raw(name, '{}');
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'unknown-action' } });
    expect(JSON.stringify(answer).length).toBeLessThan(1_000);
  }
  expect(JSON.stringify(book.sheets)).toBe(before);
});

test('input that does not fit is refused by every action, nothing changed', async () => {
  const { book, raw } = await open();
  const before = JSON.stringify(book.sheets);
  const wrong = ['not json', '"text"', '7', 'null', '[]', '{"basedOn":7}', '{"from":{}}'];
  // Actions without input take an empty object and ignore what else is in it.
  const strict = Object.entries(describeInputs()).filter(
    ([, input]) => ((input as { required?: string[] }).required ?? []).length > 0,
  );
  expect(strict.length).toBeGreaterThan(15);
  for (const [name] of strict) {
    for (const input of wrong) {
      const answer = raw(name, input);
      expect([name, input, answer.ok]).toEqual([name, input, false]);
    }
  }
  expect(JSON.stringify(book.sheets)).toBe(before);
});

test('keys of the prototype neither reach an object nor change one', async () => {
  const { raw } = await open();
  const poison =
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"code":"QC0001"}';
  expect(raw('whereUsed', poison).ok).toBe(true);
  expect(
    raw(
      'previewImport',
      '{"rows":[["Name","__proto__","constructor"],["a","x","y"]],"conflicts":{"__proto__":"file"}}',
    ).ok,
  ).toBe(true);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(
    raw(
      'previewImport',
      '{"rows":[["Record Id","Name","Record Type"],["__proto__","a","Training Record"],["constructor","b","Training Record"]]}',
    ),
  ).toMatchObject({ ok: true, value: { counts: { new: 2, errors: 0 } } });
});

test('texts longer than a cell are refused before anything is read', async () => {
  const { raw } = await open();
  expect(raw('addCode', JSON.stringify({ code: 'x'.repeat(60_000) }))).toMatchObject({ ok: false });
});

test('any JSON at all gets an answer in words', async () => {
  const { book, raw } = await open();
  const before = JSON.stringify(book.sheets.slice(0, 4));
  const names = Object.keys(describeInputs()).filter((name) => !WRITES_AT_ONCE.includes(name));
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.json(), (name, json) => {
      const answer = raw(name, json);
      if (!answer.ok) expect(answer.refusal.message).toMatch(/^[A-Z\u201c].*\.$/s);
    }),
    { numRuns: 300 },
  );
  expect(JSON.stringify(book.sheets.slice(0, 4))).toBe(before);
});

/** They need no input, or say what they do without one. */
const WRITES_AT_ONCE = [
  'setUpSheets',
  'check',
  'makeReports',
  'highlight',
  'protectCodes',
  'exportRecords',
  'showCell',
  'filterToCode',
];
