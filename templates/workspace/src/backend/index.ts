import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from './env';
import { logger } from './observability/logger';
import { onShutdown } from './shutdown';

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

type Handler = (request: IncomingMessage) => Reply | Promise<Reply>;

/** Handlers by path, then by method. */
const routes = new Map<string, Record<string, Handler>>([
  ['/api/health', { GET: () => ({ status: 200, body: { status: 'ok', uptime: process.uptime() } }) }],
]);

const server = createServer(async (request, response) => {
  const { method = 'GET', url = '/' } = request;
  // The query stays out of the log: it may hold secrets.
  const path = url.split('?', 1)[0]!;
  const log = logger.child({ requestId: randomUUID(), method, path });
  const started = performance.now();
  response.once('close', () => {
    log.info({ status: response.statusCode, durationMs: Math.round(performance.now() - started) }, 'request');
  });
  try {
    send(response, await answer(request, method, path));
  } catch (error) {
    log.error({ err: error }, 'request failed');
    send(response, { status: 500, body: { error: 'internal server error' } });
  }
});

try {
  onShutdown(() => new Promise((resolve) => server.close(resolve)));
  listen(readPort());
} catch (error) {
  logger.fatal((error as Error).message);
  process.exit(1);
}

function listen(port: number): void {
  server.once('error', (error) => {
    logger.fatal({ err: error }, 'the server cannot listen; PORT chooses another port');
    process.exit(1);
  });
  server.listen(port, env.get('HOST', '127.0.0.1'), () => {
    const { address, port } = server.address() as AddressInfo;
    logger.info({ host: address, port }, 'listening');
  });
}

function readPort(): number {
  const port = env.get('PORT', 3000);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT is '${port}'. Write a whole number from 0 to 65535; 0 is any free port.`);
}

function answer(request: IncomingMessage, method: string, path: string): Reply | Promise<Reply> {
  const handlers = routes.get(path);
  if (!handlers) return { status: 404, body: { error: 'not found' } };
  // Node leaves the body out of the answer to a HEAD request.
  const handler = handlers[method === 'HEAD' ? 'GET' : method];
  if (!handler) {
    return { status: 405, body: { error: 'method not allowed' }, headers: { allow: Object.keys(handlers).join(', ') } };
  }
  return handler(request);
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
