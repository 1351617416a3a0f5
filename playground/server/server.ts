import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { bodyOf, refusalOf, TooLarge } from './guard.ts';
import { pageBundle } from './page-bundle.ts';
import { Refused, type Session } from './session.ts';

const index = z.int().check(z.minimum(0), z.maximum(10_000_000));
const at = { sheet: z.int(), row: index, column: index };

/** What the page may ask, and the shape of each question. */
const QUESTIONS = {
  rows: z.object({ sheet: z.int(), from: index, to: index }),
  choices: z.object(at),
  type: z.object({ ...at, values: z.array(z.array(z.string())) }),
  insertRows: z.object({ sheet: z.int(), row: index, count: z.int().check(z.minimum(1), z.maximum(1000)) }),
  deleteRows: z.object({ sheet: z.int(), row: index, count: z.int().check(z.minimum(1)) }),
  sort: z.object({ sheet: z.int(), column: index, ascending: z.boolean() }),
  removeFilter: z.object({ sheet: z.int() }),
  select: z.object({ ...at, rows: index, columns: index }),
  runMenu: z.object({ functionName: z.string() }),
  rpc: z.object({ name: z.string(), args: z.array(z.unknown()) }),
  closeSidebar: z.object({}),
  sidebarHtml: z.object({}),
  state: z.object({}),
};

type Question = keyof typeof QUESTIONS;
/** Questions that are answered by themselves; all others answer with the new state. */
const ANSWERED: readonly Question[] = ['rows', 'choices', 'rpc', 'sidebarHtml'];

export interface Playground {
  readonly server: Server;
  readonly address: string;
  readonly token: string;
  close(): Promise<void>;
}

/** Serves the page on the loopback address only, on `port` or the next free one. */
export async function serve(session: Session, port: number): Promise<Playground> {
  const token = randomBytes(24).toString('hex');
  const { html, script, style } = await pageBundle();
  const files: Record<string, [type: string, text: string]> = {
    '/': ['text/html; charset=utf-8', html.replace('{{token}}', token)],
    '/page.js': ['text/javascript; charset=utf-8', script],
    '/page.css': ['text/css; charset=utf-8', style],
  };
  let own = port;
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      send(response, 500, 'application/json', JSON.stringify({ error: 'The playground could not do this.' }));
    });
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    const refusal = refusalOf(request, own, token, !file);
    if (refusal !== null) return send(response, 403, 'application/json', JSON.stringify({ error: refusal }));
    if (file && request.method === 'GET') return send(response, 200, ...file);
    if (request.method !== 'POST') return send(response, 405, 'application/json', '{"error":"Not here."}');
    try {
      if (path === '/download') {
        const bytes = await session.download();
        return send(
          response,
          200,
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          bytes,
        );
      }
      if (path === '/upload') {
        await session.upload(fileName(request), await bodyOf(request));
        return json(response, session.state());
      }
      const question = path.slice(1);
      if (!Object.hasOwn(QUESTIONS, question))
        return send(response, 404, 'application/json', '{"error":"Not here."}');
      const parsed = QUESTIONS[question as Question].safeParse(
        JSON.parse((await bodyOf(request)).toString('utf8')),
      );
      if (!parsed.success)
        return send(response, 400, 'application/json', '{"error":"The request is not understood."}');
      const result = (session[question as Question] as (input: unknown) => unknown).call(
        session,
        parsed.data,
      );
      json(response, ANSWERED.includes(question as Question) ? { result: result ?? null } : session.state());
    } catch (error) {
      const status = error instanceof TooLarge ? 413 : error instanceof SyntaxError ? 400 : 409;
      const known = error instanceof Refused || error instanceof TooLarge || error instanceof SyntaxError;
      const message = error instanceof Error ? error.message : String(error);
      if (!known && path !== '/rpc' && path !== '/upload' && path !== '/runMenu') throw error;
      send(response, status, 'application/json', JSON.stringify({ error: message }));
    }
  }
  own = await listen(server, port);
  return {
    server,
    token,
    address: `http://127.0.0.1:${own}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** As the page sent it; a name that it cannot have sent is nobody's. */
function fileName(request: IncomingMessage): string {
  try {
    return decodeURIComponent(String(request.headers['x-file-name'] ?? ''));
  } catch {
    return '';
  }
}

function json(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "frame-ancestors 'none'",
  });
  response.end(body);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port > 0 && port < 65_535) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
