/**
 * A proxy on loopback that is the whole web for a browser under test: it serves
 * the pages it was given under their own addresses, refuses everything else, and
 * remembers every request, whoever made it.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedPage {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answered no sooner. */
  readonly after?: Promise<unknown>;
}

export interface PageServer {
  /** "127.0.0.1:port". */
  readonly address: string;
  /** Serve a page under an http address. */
  serve(url: string, page: ServedPage): void;
  /** All requested addresses so far, in order; "CONNECT host:port" for encrypted ones. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function startPageServer(): Promise<PageServer> {
  const pages = new Map<string, ServedPage>();
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push(url);
    const page = pages.get(url);
    if (!page) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    const type = page.type ?? 'text/html; charset=utf-8';
    const answer = () =>
      response.writeHead(200, { 'content-type': type, ...page.headers }).end(page.body);
    void (page.after ?? Promise.resolve()).then(answer);
  });
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    // A browser that closes meanwhile resets it.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    serve: (url, page) => void pages.set(new URL(url).href, page),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
