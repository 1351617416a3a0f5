// Makes selftest/dist/: the facts of the platform as a script for a throw-away spreadsheet.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { fillFolder, serverScript, textOf } from '../build.ts';
import { names } from './names.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

export async function buildSelfTest(outDir = `${here}dist`): Promise<string> {
  const [code, script, page, manifest] = await Promise.all([
    serverScript('selftest/main.ts', names),
    pageScript(),
    readFile(`${here}page.html`, 'utf8'),
    readFile(`${here}appsscript.json`, 'utf8'),
  ]);
  await fillFolder(outDir, {
    'Code.js': `${code}function secret_(){}\n`,
    'page.html': page.replace('/*SCRIPT*/', () => script),
    'appsscript.json': manifest,
  });
  return outDir;
}

async function pageScript(): Promise<string> {
  const result = await bundle({
    entryPoints: [`${here}page.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    supported: { 'template-literal': false },
  });
  return textOf(result.outputFiles).trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildSelfTest();
  console.log('selftest/dist/ is ready to be pushed: docs/self-test.md says how.');
}
