// Makes dist/: exactly Code.js, sidebar.html and appsscript.json, and refuses to make a bundle that Google would break.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minify } from '@swc/core';
import { build as bundle } from 'esbuild';
import { entryNames } from './src/entry/names.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Below es2022 every declared class field becomes a call otherwise: our classes assign theirs in the constructor. */
const FIELDS_BY_ASSIGNMENT = { compilerOptions: { useDefineForClassFields: false } };

/** Builds the product into `outDir` (default `dist/`) and returns that folder. Throws a plain sentence on a broken rule. */
export async function build(outDir = `${root}dist`): Promise<string> {
  const [code, sidebar, manifest] = await Promise.all([
    serverScript('src/entry/main.ts', entryNames),
    sidebarPage(),
    readFile(`${root}appsscript.json`, 'utf8'),
  ]);
  await fillFolder(outDir, { 'Code.js': code, 'sidebar.html': sidebar, 'appsscript.json': manifest });
  return outDir;
}

/** These files and no others. Every command builds first: whoever reads the folder meanwhile always finds whole files. */
export async function fillFolder(outDir: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const there = await readdir(outDir);
  const foreign = there.filter((name) => !Object.hasOwn(files, name));
  await Promise.all(foreign.map((name) => rm(`${outDir}/${name}`, { recursive: true, force: true })));
  const beside = `${outDir}.${process.pid}`;
  for (const [name, text] of Object.entries(files)) {
    const path = `${outDir}/${name}`;
    if (there.includes(name) && (await readFile(path, 'utf8')) === text) continue;
    await mkdir(beside, { recursive: true });
    await writeFile(`${beside}/${name}`, text);
    await rename(`${beside}/${name}`, path);
  }
  await rm(beside, { recursive: true, force: true });
}

/**
 * One classic script. Google finds entry points by their top-level `function` declarations, so each name gets a real
 * wrapper in the footer; es2020 because `#private` and static fields are parse errors there (V8 runtime, "Class limitations").
 */
export async function serverScript(entry: string, names: readonly string[]): Promise<string> {
  const wrappers = names.map((name) => `function ${name}(){return App.${name}.apply(this,arguments)}`);
  const list = names.join();
  const result = await bundle({
    // Not esbuild's `globalName`, which adds half a kilobyte of what other modules could ask of the bundle.
    stdin: { contents: `import{${list}}from'./${entry}';App={${list}}`, resolveDir: root },
    banner: { js: 'var App;' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    tsconfigRaw: FIELDS_BY_ASSIGNMENT,
    minify: true,
    legalComments: 'none',
  });
  const small = await smaller(textOf(result.outputFiles));
  return ['/*! @OnlyCurrentDoc */', small, ...wrappers, ''].join('\n');
}

/** esbuild joins the files; swc, which is here for the tests, makes 2 to 3 % less of them. */
async function smaller(script: string): Promise<string> {
  // `ecma` 5 leaves joined texts alone: as template literals Google would look for comments in them.
  const compress = { ecma: 5, passes: 4 } as const;
  const format = { asciiOnly: true, comments: false } as const;
  return (await minify(script, { compress, mangle: true, module: false, format })).code;
}

/**
 * HtmlService cuts whatever looks like a comment out of inline scripts, template literals included, and garbles
 * non-ASCII text (issuetracker 156139610): such text must not be there at all.
 */
async function sidebarPage(): Promise<string> {
  const [script, style, page] = await Promise.all([
    bundle({
      absWorkingDir: root,
      entryPoints: [`${root}src/sidebar/main.tsx`],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2020',
      minify: true,
      legalComments: 'none',
      supported: { 'template-literal': false },
      // Calls of `h` without a `children:` for each element: 4 KB less than the automatic form.
      tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
      inject: ['preact'],
      define: { 'process.env.NODE_ENV': '"production"' },
    }),
    bundle({
      entryPoints: [`${root}src/sidebar/styles/sidebar.css`],
      bundle: true,
      write: false,
      minify: true,
      legalComments: 'none',
    }),
    readFile(`${root}src/sidebar/index.html`, 'utf8'),
  ]);
  // In minified code two slashes stand only in strings (and regular expressions), where the second may be escaped.
  const js = (await smaller(textOf(script.outputFiles)))
    .trim()
    .replaceAll('//', '/\\/')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a library keeps such characters in strings
    .replace(/[\x00-\x09\x0b-\x1f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
  for (const forbidden of ['//', '/*', '</script', '<!--', '<?', '`']) {
    const at = js.indexOf(forbidden);
    if (at >= 0) {
      const around = JSON.stringify(js.slice(Math.max(0, at - 60), at + 40));
      throw new Error(`The sidebar's script holds ${forbidden}, which Google would cut: ${around}`);
    }
  }
  const html = page
    .replaceAll('>\n<', '><')
    .replace('<!--STYLE-->', () => `<style>${textOf(style.outputFiles).trim()}</style>`)
    .replace('<!--SCRIPT-->', () => `<script>${js}</script>`);
  // So it needs no <meta charset>, whatever it is served as.
  const foreign = /[^\t\n\r\x20-\x7e]/.exec(html);
  if (foreign)
    throw new Error(`The sidebar holds the character ${JSON.stringify(foreign[0])}: Google would garble it.`);
  if (html.includes('<!--')) throw new Error('The sidebar page holds a comment or an unfilled mark.');
  return html;
}

export function textOf(files: readonly { text: string }[] | undefined): string {
  const text = files?.[0]?.text;
  if (text === undefined) throw new Error('esbuild returned nothing.');
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build();
}
