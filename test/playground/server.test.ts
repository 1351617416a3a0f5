import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { type Playground, serve } from '../../playground/server/server.ts';
import { Session } from '../../playground/server/session.ts';
import { builtProduct } from '../support/product.ts';

let playground: Playground;
let session: Session;
beforeAll(async () => {
  session = await Session.open(sampleBook().book, await builtProduct(), null, false);
  playground = await serve(session, 0);
});
afterAll(() => playground.close());

interface Sent {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

function send({
  path,
  method = 'POST',
  headers = {},
  body = '{}',
}: Sent): Promise<{ status: number; text: string }> {
  const { port } = new URL(playground.address);
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    call.on('error', reject);
    call.end(method === 'GET' ? undefined : body);
  });
}

const own = (): Record<string, string> => ({ 'x-playground-token': playground.token });

function call(name: string, input: object): { basedOn: string } {
  return JSON.parse(String(session.rpc({ name: 'rpc', args: [name, JSON.stringify(input)] }))).value;
}

function groups(): { rule: string; issues: { id: string; fixes: { fix: string }[] }[] }[] {
  return (call('overview', {}) as unknown as { groups: ReturnType<typeof groups> }).groups;
}

describe('the playground’s server', () => {
  test('listens on the loopback address only', () => {
    const address = playground.server.address();
    expect(typeof address === 'object' && address?.address).toBe('127.0.0.1');
  });

  test('answers its own page', async () => {
    const { status, text } = await send({ path: '/state', headers: own() });
    expect(status).toBe(200);
    expect(JSON.parse(text).sheets.map((sheet: { name: string }) => sheet.name)).toContain('Records');
  });

  test.each([
    ['without the token', {}],
    ['with a wrong token', { 'x-playground-token': 'x' }],
  ])('refuses a call %s', async (_, headers) => {
    expect((await send({ path: '/state', headers })).status).toBe(403);
  });

  test.each([
    ['another origin', { origin: 'https://example.org' }],
    ['the null origin of a sandboxed frame', { origin: 'null' }],
    ['a name that somebody pointed here', { host: 'evil.example:8080' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s, even with the token', async (_, headers) => {
    expect((await send({ path: '/state', headers: { ...own(), ...headers } })).status).toBe(403);
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/page.js/../../x', '/__proto__', '/constructor'])(
    'serves nothing at %s',
    async (path) => {
      const { status, text } = await send({ path, method: 'GET', headers: own() });
      expect([403, 404, 405]).toContain(status);
      expect(text).not.toContain('qualification-codes');
    },
  );

  test('asks nothing of the session that is not a question', async () => {
    expect((await send({ path: '/flush', headers: own() })).status).toBe(404);
    expect((await send({ path: '/toString', headers: own() })).status).toBe(404);
  });

  test('refuses what it does not understand', async () => {
    expect((await send({ path: '/rows', headers: own(), body: '{"sheet":"x"}' })).status).toBe(400);
    expect((await send({ path: '/rows', headers: own(), body: 'not json' })).status).toBe(400);
  });

  test('refuses a body that is too large before it is read', async () => {
    const headers = { ...own(), 'content-length': String(10 ** 10) };
    const { port } = new URL(playground.address);
    const status = await new Promise((resolve) => {
      const call = request(
        { host: '127.0.0.1', port, path: '/upload', method: 'POST', headers },
        (response) => {
          resolve(response.statusCode);
          response.resume();
          call.destroy();
        },
      );
      call.on('error', () => {});
      call.write('x');
    });
    expect(status).toBe(413);
  });

  test('refuses a body that grows too large without having said so', async () => {
    const { port } = new URL(playground.address);
    const status = await new Promise((resolve) => {
      const headers = { ...own(), 'transfer-encoding': 'chunked' };
      const call = request(
        { host: '127.0.0.1', port, path: '/rows', method: 'POST', headers },
        (response) => {
          resolve(response.statusCode);
          response.resume();
          call.destroy();
        },
      );
      call.on('error', () => {});
      const part = Buffer.alloc(4 * 1024 * 1024, ' ');
      const more = (left: number): void => {
        if (left > 0 && !call.destroyed) call.write(part, () => more(left - 1));
      };
      more(20);
    });
    expect(status).toBe(413);
  });

  test.each(['/state', '/download', '/upload'])('answers no GET at %s', async (path) => {
    expect((await send({ path, method: 'GET', headers: own() })).status).toBe(405);
  });

  test.each(['../../evil.xlsx', '%2e%2e%2fevil.xlsx', '%E0%A4%A', '/etc/passwd'])(
    'an upload named %s stays within its own folder, and what is no workbook is refused in words',
    async (name) => {
      const headers = { ...own(), 'x-file-name': name };
      const { status, text } = await send({ path: '/upload', headers, body: 'not a workbook' });
      expect(status).toBe(409);
      expect(JSON.parse(text).error).not.toMatch(/URI|ENOENT|EACCES|\/tmp/);
      expect(existsSync(new URL('../../evil.xlsx', import.meta.url))).toBe(false);
    },
  );

  test('lets no other page frame it, keep it or guess its kind', async () => {
    const { port } = new URL(playground.address);
    const headers = await new Promise<Record<string, unknown>>((resolve) => {
      request({ host: '127.0.0.1', port, path: '/' }, (response) => {
        resolve(response.headers);
        response.resume();
      }).end();
    });
    expect(headers).toMatchObject({
      'content-security-policy': "frame-ancestors 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('tells which kinds of runs there were, for the first tasks', async () => {
    expect(session.state().done).toEqual([]);
    session.rpc({ name: 'rpc', args: ['setUpSheets', '{}'] });
    const issue = groups().find(({ rule }) => rule === 'code-not-text')?.issues[0];
    const input = { fix: issue?.fixes[0]?.fix, rule: 'code-not-text', issue: issue?.id };
    const { basedOn } = call('previewFix', input);
    call('fix', { ...input, basedOn });
    expect(session.state().done).toContain('fix');
  });

  test('keeps an edit, and tells it back', async () => {
    const codes = session.state().sheets[0];
    const body = JSON.stringify({ sheet: codes?.id, row: 60, column: 1, values: [['=1+1', 'x']] });
    expect((await send({ path: '/type', headers: own(), body })).status).toBe(200);
    const rows = JSON.parse(
      (
        await send({
          path: '/rows',
          headers: own(),
          body: JSON.stringify({ sheet: codes?.id, from: 60, to: 61 }),
        })
      ).text,
    );
    expect(rows.result[0].cells[1].text).toBe('=1+1');
  });
});
