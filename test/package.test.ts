/** The packages as users get them: packed, served by a registry on this machine, installed in an empty folder with no compiler in reach. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A registry of its own on the loopback interface, with nothing behind it. */
async function startRegistry(folder: string): Promise<{ readonly url: string; stop(): void }> {
  const port = await freePort();
  const config = { storage: join(folder, 'storage'), packages: { '**': { access: '$all', publish: '$all' } }, uplinks: {}, max_body_size: '1gb', log: { type: 'stdout', format: 'json', level: 'error' } };
  writeFileSync(join(folder, 'verdaccio.json'), JSON.stringify(config));
  const child = spawn(process.execPath, [join(root, 'node_modules/verdaccio/bin/verdaccio'), '--config', join(folder, 'verdaccio.json'), '--listen', `127.0.0.1:${port}`], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/`;
  for (let i = 0; i < 600; i++) {
    if (await fetch(`${url}-/ping`).then((answer) => answer.ok, () => false)) return { url, stop: () => child.kill() };
    await sleep(100);
  }
  child.kill();
  throw new Error('verdaccio does not answer');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function publish(archive: string, registry: string, folder: string): void {
  const settings = join(folder, 'npmrc');
  writeFileSync(settings, `registry=${registry}\n${registry.replace('http:', '')}:_authToken=nobody\n`);
  const { status, stderr } = spawnSync('npm', ['publish', '--ignore-scripts', archive], { cwd: folder, encoding: 'utf8', env: { ...process.env, npm_config_userconfig: settings, npm_config_registry: registry } });
  assert.equal(status, 0, stderr);
}

describe('the packed package', function () {
  this.timeout(900_000);
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-package-'));
  const app = join(folder, 'app');
  let archives: string[];
  let registry: Awaited<ReturnType<typeof startRegistry>>;
  let env: NodeJS.ProcessEnv;

  const run = (command: string, ...args: string[]): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: app, env, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  };

  before(async () => {
    const packed = spawnSync(process.execPath, [join(root, 'scripts/pack.mjs'), join(folder, 'archives')], { encoding: 'utf8' });
    assert.equal(packed.status, 0, packed.stderr);
    archives = packed.stdout.trim().split('\n');
    registry = await startRegistry(folder);
    for (const archive of archives) publish(archive, registry.url, folder);
    for (const name of ['app', 'home', 'bin']) mkdirSync(join(folder, name));
    for (const tool of ['node', 'npm', 'npx', 'sh']) symlinkSync(spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim(), join(folder, 'bin', tool));
    env = { PATH: join(folder, 'bin'), HOME: join(folder, 'home'), npm_config_registry: registry.url, npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' };
    writeFileSync(join(app, 'geo.py'), 'def area(w: float, h: float) -> float:\n    """The area."""\n    return w * h\n\nif __name__ == "__main__":\n    print(area(2.0, 3.0))\n');
  });

  after(() => {
    registry.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('publint and attw find nothing in it', async () => {
    const { publint } = await import('publint');
    for (const archive of archives) {
      const { buffer, byteOffset, byteLength } = readFileSync(archive);
      const { messages } = await publint({ pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer }, strict: true });
      assert.deepEqual(messages, []);
    }
    // An ES module: what only CommonJS's loader can't find is meant so.
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const { status, stdout } = spawnSync(process.execPath, [attw, archives.at(-1)!, '--profile', 'esm-only', '--no-color'], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  it('installs, builds and loads a module: three commands', async () => {
    const installed = run('npm', 'install', '--ignore-scripts', 'tauraro');
    assert.equal(installed.status, 0, installed.output);
    const built = run('npx', 'tauraro', 'build', 'geo.py', '-o', 'geo.node');
    assert.deepEqual([built.status, built.output], [0, '']);
    assert.equal(run('node', '-p', "require('./geo.node').area(3, 4)").output, '12\n');
    assert.ok(existsSync(join(app, 'geo.d.ts')));
  });

  it('runs programs, and knows its standard modules', async () => {
    assert.equal(run('npx', 'tauraro', 'run', 'geo.py').output, '6.0\n');
    writeFileSync(join(app, 'words.py'), 'from collections import Counter\nprint(Counter("abca")["a"])\n');
    assert.equal(run('npx', 'tauraro', 'run', 'words.py').output, '2\n');
    assert.equal(run('node', '--import', 'tauraro/register', '--input-type=module', '-e', "import { area } from './geo.py'; console.log(area(1, 2))").output, '2\n');
  });

  it('has a typed interface', async () => {
    writeFileSync(join(app, 'build.mts'), "import { build, check, type BuildResult } from 'tauraro';\nconst result: BuildResult = await build('geo.py', { output: 'out.node', level: 2 });\nconsole.log(result.files.length, (await check('geo.py')).length);\n");
    const args = ['--strict', '--module', 'nodenext', '--target', 'es2022', 'build.mts'];
    const checked = run('node', join(root, 'node_modules/typescript/bin/tsc'), ...args);
    // `console` is Node's, whose types are not installed here.
    assert.match(checked.output, /^(build\.mts\(3,1\): error TS2584: Cannot find name 'console'[^\n]*\n)?$/);
    assert.equal(run('node', 'build.mjs').output, '6 0\n');
  });

  it('says what to do where the platform package is missing', async () => {
    rmSync(join(app, 'node_modules/@tauraro'), { recursive: true });
    const { status, output } = run('npx', 'tauraro', 'build', 'geo.py');
    assert.equal(status, 3);
    assert.match(output, /error\[E508\]: the package @tauraro\/linux-x64 is missing/);
    assert.match(output, /npm install --no-save @tauraro\/linux-x64@\d+\.\d+\.\d+, or npm install --include=optional tauraro/);
  });
});
