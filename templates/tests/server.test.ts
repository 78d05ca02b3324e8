import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Workspace } from './workspace';

test('the server answers, logs each request without its query, and ends at SIGTERM', async () => {
  using workspace = new Workspace().build();
  const server = workspace.start([workspace.path('build/backend/index.js')], { cwd: '/', env: { PORT: '0' } });
  const { port } = await server.until((line) => line.msg === 'listening');
  const url = `http://127.0.0.1:${port}`;

  const health = await fetch(`${url}/api/health?token=secret`);
  assert.equal(health.status, 200);
  assert.equal(health.headers.get('content-type'), 'application/json');
  const { status, uptime } = (await health.json()) as { status: string; uptime: number };
  assert.equal(status, 'ok');
  assert.ok(uptime > 0);

  const head = await fetch(`${url}/api/health`, { method: 'HEAD' });
  assert.deepEqual([head.status, await head.text()], [200, '']);
  const post = await fetch(`${url}/api/health`, { method: 'POST', body: 'x' });
  assert.deepEqual([post.status, post.headers.get('allow'), await post.json()], [405, 'GET', { error: 'method not allowed' }]);
  const missing = await fetch(`${url}/constructor`);
  assert.deepEqual([missing.status, await missing.json()], [404, { error: 'not found' }]);

  server.kill('SIGTERM');
  const { code, stdout } = await server.result;
  assert.equal(code, 0);
  assert.doesNotMatch(stdout, /secret/);
  const requests = server.lines.filter((line) => line.msg === 'request');
  assert.deepEqual(
    requests.map((line) => [line.method, line.path, line.status]),
    [
      ['GET', '/api/health', 200],
      ['HEAD', '/api/health', 200],
      ['POST', '/api/health', 405],
      ['GET', '/constructor', 404],
    ],
  );
  assert.equal(new Set(requests.map((line) => line.requestId)).size, 4);
});

test('a port that is taken is a fatal line and exit code 1', async () => {
  using workspace = new Workspace().build();
  const taken = createServer().listen(0);
  const { port } = taken.address() as AddressInfo;
  const { code, stdout } = await workspace.run([workspace.path('build/backend/index.js')], { env: { PORT: String(port) } });
  taken.close();
  assert.equal(code, 1);
  assert.match(stdout, /"level":"fatal".*EADDRINUSE.*the server cannot listen; PORT chooses another port/);
});
