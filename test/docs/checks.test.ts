import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { EXAMPLES } from '../../docs/make/checks/catalogue.ts';
import { checkPages } from '../../docs/make/checks/pages.ts';
import { findingOf, openExample } from '../../docs/make/checks/try.ts';
import type { RuleId } from '../../src/domain/issue.ts';

const folder = fileURLToPath(new URL('../../docs/checks/', import.meta.url));
const RULES = Object.keys(EXAMPLES) as RuleId[];

test.each(RULES)('%s: its example raises it and nothing else, and put right raises nothing', async (rule) => {
  await findingOf(rule);
  const person = await openExample(EXAMPLES[rule].right);
  expect(person.get('check').groups).toEqual([]);
});

test('every fix on offer in the examples does away with its finding', async () => {
  let fixes = 0;
  for (const rule of RULES) {
    const { issue } = await findingOf(rule);
    for (const { fix } of issue.fixes) {
      const person = await openExample(EXAMPLES[rule].wrong);
      const input = { fix, rule, issue: issue.id };
      person.get('fix', { ...input, basedOn: person.get('previewFix', input).basedOn });
      const left = person.get('check').groups.map((group) => group.rule);
      expect(left).not.toContain(rule);
      fixes++;
    }
  }
  expect(fixes).toBeGreaterThan(5);
});

test('docs/checks is what the add-on says today: otherwise run npm run docs', async () => {
  const pages = await checkPages();
  expect((await readdir(folder)).sort()).toEqual([...pages.keys()].sort());
  for (const [file, page] of pages) expect(await readFile(`${folder}${file}`, 'utf8')).toBe(page);
});
