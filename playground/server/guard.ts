import type { IncomingMessage } from 'node:http';

/** Why a request is turned away: no web page elsewhere may reach the workbook through a browser on this machine. */
export function refusalOf(
  request: IncomingMessage,
  port: number,
  token: string,
  needsToken: boolean,
): string | null {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  // A name that somebody else's DNS points here (DNS rebinding) is not ours.
  if (!names.includes(request.headers.host ?? '')) return 'This address is not the playground.';
  const { origin } = request.headers;
  if (origin !== undefined && !names.some((name) => origin === `http://${name}`))
    return 'Requests from other pages are refused.';
  const site = request.headers['sec-fetch-site'];
  if (needsToken && site !== undefined && site !== 'same-origin')
    return 'Requests from other pages are refused.';
  if (needsToken && request.headers['x-playground-token'] !== token) return 'The page must be loaded again.';
  return null;
}

export const BODY_LIMIT = 64 * 1024 * 1024;

export class TooLarge extends Error {}

/** The body as bytes, within bounds. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT)
    throw new TooLarge('The file is too large.');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > BODY_LIMIT) throw new TooLarge('The file is too large.');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
