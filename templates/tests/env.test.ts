import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLog, Workspace } from './workspace';

const printer = `
import { env } from '../../env';
const seen = process.env.FROM_FILE;
export function run() { console.log('seen:' + seen + ':' + process.env.SECOND + ':' + env.get('THIRD', 'fallback')); }
`;

test('the environment wins over .env.local, which wins over .env, from any folder and before the job is imported', async () => {
  using workspace = new Workspace([{ name: 'printer' }], { printer });
  workspace.write('.env', 'FROM_FILE=env\nSECOND=env\nTHIRD=env\n');
  workspace.write('.env.local', 'FROM_FILE=local\nSECOND=local\n');
  workspace.build();

  const result = await workspace.scheduler(['--job', 'printer'], { cwd: '/', env: { FROM_FILE: 'shell' } });
  assert.match(result.stdout, /seen:shell:local:env/);
  const direct = await workspace.run([workspace.path('build/backend/jobs/printer/index.js')], { cwd: '/' });
  assert.match(direct.stdout, /seen:local:local:env/);
});

test('a variable that is set to nothing stays as the environment says and reads as not set', async () => {
  using workspace = new Workspace([{ name: 'printer' }], { printer });
  workspace.write('.env', 'THIRD=\n');
  workspace.build();
  const result = await workspace.scheduler(['--job', 'printer']);
  assert.match(result.stdout, /seen:undefined:undefined:fallback/);
});

const reader = `
import { env } from '../../env';
function attempt(read: () => unknown): void {
  try { console.log('value:', read()); } catch (error) { console.log('error:', (error as Error).message); }
}
export function run() {
  attempt(() => env.get('COUNT', 7) + 1);
  attempt(() => env.get('FLAG', false));
  attempt(() => env.get('NONE'));
  attempt(() => env.get('NONE', 5));
  attempt(() => env.require('COUNT'));
  attempt(() => env.require('NONE'));
  attempt(() => env.get('WORD', 1));
  attempt(() => env.get('WORD', true));
  attempt(() => env.get('BLANK', 1));
}
`;

test('the fallback says how a variable is read, and what cannot be read so is quoted', async () => {
  using workspace = new Workspace([{ name: 'reader' }], { reader }).build();
  const { stdout } = await workspace.scheduler(['--job', 'reader'], {
    env: { COUNT: '41', FLAG: 'TRUE', WORD: 'many', BLANK: ' ' },
  });
  assert.deepEqual(
    stdout.split('\n').filter((line) => /^(value|error):/.test(line)),
    [
      'value: 42',
      'value: true',
      'value: undefined',
      'value: 5',
      'value: 41',
      'error: NONE is not set. Set it in the environment, in .env.local or in .env.',
      "error: WORD is 'many', which is not a number. Write it like 3000 or 0.5.",
      "error: WORD is 'many', which is neither true nor false. Write true or false.",
      "error: BLANK is ' ', which is not a number. Write it like 3000 or 0.5.",
    ],
  );
});

test('a byte order mark before the first variable of a .env is no part of its name', async () => {
  using workspace = new Workspace([{ name: 'printer' }], { printer }).build();
  workspace.write('.env', '\uFEFFTHIRD=env\n');
  const result = await workspace.scheduler(['--job', 'printer']);
  assert.match(result.stdout, /seen:undefined:undefined:env/);
});

for (const [name, value, rule] of [
  ['PORT', '70000', 'Write a whole number from 0 to 65535; 0 is any free port.'],
  ['PORT', '80.5', 'Write a whole number from 0 to 65535; 0 is any free port.'],
  ['SHUTDOWN_SECONDS', '-1', 'Write seconds from 0 to 2147483.'],
  ['SHUTDOWN_SECONDS', '3000000', 'Write seconds from 0 to 2147483.'],
] as const) {
  test(`${name}=${value} is one clear line`, async () => {
    using workspace = new Workspace().build();
    const { code, stdout, stderr } = await workspace.run([workspace.path('build/backend/index.js')], { env: { PORT: '0', [name]: value } });
    assert.deepEqual({ code, stderr }, { code: 1, stderr: '' });
    assert.deepEqual(
      readLog(stdout).map(({ level, msg }) => [level, msg]),
      [['fatal', `${name} is '${value}'. ${rule}`]],
    );
  });
}

test('a .env that cannot be read is named', async () => {
  using workspace = new Workspace().build();
  workspace.write('.env/file', '');
  const result = await workspace.scheduler(['--list']);
  assert.equal(result.code, 1);
  assert.match(result.stderr, /\.env' cannot be read\. Make it a readable text file, or remove it\./);
});

test('LOG_LEVEL from .env is heeded, and a wrong one is refused with the right ones', async () => {
  using workspace = new Workspace([{ name: 'quiet' }], { quiet: 'export function run() {}' });
  workspace.write('.env', 'LOG_LEVEL=error\n');
  workspace.build();
  const quiet = await workspace.scheduler(['--job', 'quiet']);
  assert.deepEqual({ code: quiet.code, stdout: quiet.stdout }, { code: 0, stdout: '' });

  const wrong = await workspace.scheduler(['--job', 'quiet'], { env: { LOG_LEVEL: 'loud' } });
  assert.equal(wrong.code, 1);
  assert.match(
    wrong.stderr,
    /LOG_LEVEL is 'loud', which is no level\. Use one of trace, debug, info, warn, error, fatal, silent\./,
  );
});
