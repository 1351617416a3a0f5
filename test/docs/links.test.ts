import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { PICTURES } from '../../docs/make/pictures/take.ts';
import { pages, root } from './pages.ts';

const ALL = pages();
const byFile = new Map(ALL.map((page) => [page.file, page]));

test.each(ALL)('$file: every link leads somewhere', ({ file, targets }) => {
  const dead = targets
    .filter((target) => !/^(?:https?|mailto):/.test(target))
    .filter((target) => {
      const [path = '', anchor] = target.split('#');
      const to = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), decodeURI(path)));
      if (!existsSync(`${root}${to}`)) return true;
      return anchor !== undefined && !byFile.get(to)?.anchors.has(anchor);
    });
  expect(dead).toEqual([]);
});

test('every picture is one that the script takes, and stands on a page', async () => {
  const standing = (await readdir(`${root}docs/images`)).sort();
  expect(standing).toEqual([...PICTURES].sort());
  const shown = new Set(ALL.flatMap(({ targets }) => targets.map((target) => posix.basename(target))));
  expect(standing.filter((file) => !shown.has(file))).toEqual([]);
});

test('the pictures weigh little', async () => {
  const files = await readdir(`${root}docs/images`);
  const sizes = await Promise.all(files.map(async (file) => (await stat(`${root}docs/images/${file}`)).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});
