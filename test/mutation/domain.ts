import { readdirSync } from 'node:fs';
import fc from 'fast-check';

// All tests of the domain as one file: the modules are then loaded once per mutant, not once per test file, which takes
// a tenth of the time. Few runs of each property: a mutant that only one in a hundred catches asks for a table test.
fc.configureGlobal({ numRuns: 20 });
const folder = new URL('../domain/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
for (const file of files.filter((name) => name.endsWith('.test.ts')).sort())
  await import(new URL(file, folder).href);
