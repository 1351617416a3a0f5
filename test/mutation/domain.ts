import { readdirSync } from 'node:fs';

// All tests of the domain as one file: the modules are then loaded once per mutant, not once per test file, which takes
// a tenth of the time.
const folder = new URL('../domain/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
for (const file of files.filter((name) => name.endsWith('.test.ts')).sort())
  await import(new URL(file, folder).href);
