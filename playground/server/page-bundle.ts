import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const page = fileURLToPath(new URL('../page/', import.meta.url));

/** The page's three files, bundled when the playground starts. */
export async function pageBundle(): Promise<{ html: string; script: string; style: string }> {
  const [html, script, style] = await Promise.all([
    readFile(`${page}index.html`, 'utf8'),
    bundle(`${page}main.tsx`),
    bundle(`${page}styles/page.css`),
  ]);
  return { html, script, style };
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}
