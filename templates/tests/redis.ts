import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A Redis of our own on a free loopback port; Debian's package redis-server brings the program. */
export class RedisServer implements AsyncDisposable {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'webstir-redis-'));
  readonly #port: number;
  #child!: ChildProcess;

  private constructor(port: number) {
    this.#port = port;
  }

  static async start(): Promise<RedisServer> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, 'close');
    const server = new RedisServer(port);
    await server.run();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  /** Starts the server, on the data that an earlier run left. */
  async run(): Promise<void> {
    const options = {
      bind: '127.0.0.1',
      port: this.#port,
      dir: this.#folder,
      save: '',
      appendonly: 'yes',
      appendfsync: 'always',
    };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    this.#child = spawn('redis-server', args, { stdio: 'ignore' });
    await once(this.#child, 'spawn');
    await this.#answer();
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }

  client(): Redis {
    return new Redis(this.url, { maxRetriesPerRequest: null });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #answer(): Promise<void> {
    const client = new Redis(this.url, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
    client.on('error', () => {});
    const late = wait(5000, undefined, { ref: false }).then(() => Promise.reject(new Error('redis-server does not answer')));
    try {
      // PING is answered while the append-only file is loading, GET is not.
      await Promise.race([client.get('ready'), late]);
    } finally {
      client.disconnect();
    }
  }
}
