import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pages, root } from './pages.ts';

/** The product's own words, on one line. */
const said = execFileSync('git', ['ls-files', 'src'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .map((file) => readFileSync(`${root}${file}`, 'utf8').replace(/\s+/g, ' '))
  .join('\n');

/** `Delete … records` is on the screen with a number in it. */
const missing = (label: string): boolean => label.split('…').some((part) => !said.includes(part.trim()));

test.each(['docs/guide.md', 'docs/faq.md', 'docs/support.md'])(
  '%s: what stands in bold is what the screen says',
  (file) => {
    const bold = pages().find((page) => page.file === file)?.bold ?? [];
    expect(bold.length).toBeGreaterThan(1);
    expect(bold.filter(missing)).toEqual([]);
  },
);
