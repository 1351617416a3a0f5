import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './pages.ts';

/** What each folder of `src` may import from: the map of CONTRIBUTING. */
const MAP: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  sheets: ['domain'],
  actions: ['sheets', 'contract', 'domain'],
  entry: ['actions', 'sheets', 'contract', 'domain'],
  sidebar: ['contract', 'domain'],
};

function filesOf(folder: string): string[] {
  const list = execFileSync('git', ['ls-files', `src/${folder}`], { cwd: root, encoding: 'utf8' });
  return list.split('\n').filter((file) => /\.tsx?$/.test(file));
}

test.each(Object.entries(MAP))('%s imports from %j and itself alone', (folder, allowed) => {
  const files = filesOf(folder);
  expect(files.length).toBeGreaterThan(3);
  const wrong = files.flatMap((file) => {
    const depth = file.split('/').length - 2;
    // Beyond the folder itself: as many steps up as the file lies deep.
    const up = new RegExp(`from '${'\\.\\./'.repeat(depth)}([\\w./-]+)'`, 'g');
    return [...readFileSync(`${root}${file}`, 'utf8').matchAll(up)]
      .map(([, path = '']) => path)
      .filter((path) => path.startsWith('../') || ![folder, ...allowed].includes(path.split('/')[0] ?? ''))
      .map((path) => `${file}: ${path}`);
  });
  expect(wrong).toEqual([]);
});
