import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pages, root } from './pages.ts';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n');
const source = files
  .filter((file) => /^(?:src|playground|test|docs)\/.*\.tsx?$/.test(file))
  .map((file) => readFileSync(`${root}${file}`, 'utf8'))
  .join('\n');
const technical = pages().filter(
  ({ file }) => file === 'CONTRIBUTING.md' || file.startsWith('docs/decisions/'),
);

/** The recipes make these; the build makes those. */
const toBeMade = (name: string): boolean =>
  name.includes('clear-flags') || /^(?:Code\.js|sidebar\.html)$/.test(name);
/** Named because they are not used. */
const NOT_USED = ['openById', 'batchUpdate'];

test.each(technical)('$file: the files that it names are there', ({ code }) => {
  const named = code.filter((name) =>
    /^[\w./-]+\.(?:tsx?|json|js|html)$|^(?:src|test|playground|docs)\/[\w/-]+$/.test(name),
  );
  const missing = named
    .filter((name) => !toBeMade(name))
    .filter((name) =>
      name.includes('/')
        ? !existsSync(`${root}${name}`)
        : !files.some((file) => `/${file}`.endsWith(`/${name}`)),
    );
  expect(missing).toEqual([]);
});

test.each(technical)('$file: the names in code are the code’s', ({ code }) => {
  const names = code.filter((name) => /^[A-Za-z]+$/.test(name) && /[a-z][A-Z]|^[A-Z_]{4,}$/.test(name));
  const missing = names.filter(
    (name) => !NOT_USED.includes(name) && !new RegExp(`\\b${name}\\b`).test(source),
  );
  expect(missing).toEqual([]);
});
