import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import GithubSlugger from 'github-slugger';
import { marked, type Token } from 'marked';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A page of Markdown, and what a reader can follow or type in it. */
export interface Page {
  /** From the project's folder. */
  readonly file: string;
  readonly text: string;
  readonly anchors: ReadonlySet<string>;
  /** Links and pictures, Markdown and HTML ones. */
  readonly targets: readonly string[];
  /** Lines of shell blocks, and commands in running text. */
  readonly commands: readonly string[];
  /** What stands in code type in running text. */
  readonly code: readonly string[];
  /** Words in bold: in the guides for people they are what the screen says. */
  readonly bold: readonly string[];
}

/** Every page of the project that people read. */
export function pages(): Page[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    cwd: root,
    encoding: 'utf8',
  });
  return files.trim().split('\n').map(readPage);
}

function readPage(file: string): Page {
  const text = readFileSync(`${root}${file}`, 'utf8');
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  const targets: string[] = [];
  const commands: string[] = [];
  const code: string[] = [];
  const bold: string[] = [];
  marked.walkTokens(marked.lexer(text), (token: Token) => {
    if (token.type === 'heading') anchors.add(slugger.slug(plain(token.tokens ?? [])));
    if (token.type === 'link' || token.type === 'image') targets.push(token.href);
    if (token.type === 'html')
      targets.push(...[...token.text.matchAll(/src="([^"]+)"/g)].map(([, src]) => src));
    if (token.type === 'code' && token.lang === 'sh') commands.push(...shellLines(token.text));
    if (token.type === 'codespan') {
      code.push(token.text);
      if (/^(?:npm|npx) /.test(token.text)) commands.push(token.text);
    }
    if (token.type === 'strong') bold.push(token.text.replace(/\s+/g, ' '));
  });
  return { file, text, anchors, targets, commands, code, bold };
}

function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens ? plain(token.tokens) : token.raw.replace(/[`*]/g, ''),
    )
    .join('');
}

/** The commands of a block, without comments; `a && b` is two. */
function shellLines(block: string): string[] {
  return block
    .split('\n')
    .flatMap((line) => line.replace(/(^|\s)#.*$/, '').split('&&'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
