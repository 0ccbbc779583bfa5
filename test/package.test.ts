/** The packages as users get them: packed, served by a registry on this machine, installed in an empty folder with no compiler in reach. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A registry with these archives only; anything else is not found. */
function serve(archives: readonly string[]): Server {
  const manifests = archives.map((file) => ({ file, manifest: JSON.parse(spawnSync('tar', ['xOf', file, 'package/package.json'], { encoding: 'utf8' }).stdout) as { name: string; version: string } }));
  return createServer((request, response) => {
    const path = decodeURIComponent(request.url!.slice(1).split('?')[0]!);
    const archive = archives.find((file) => path === `archives/${basename(file)}`);
    if (archive !== undefined) return void response.end(readFileSync(archive));
    const known = manifests.find(({ manifest }) => manifest.name === path);
    if (known === undefined) return void response.writeHead(404).end('{}');
    const { manifest, file } = known;
    const dist = { tarball: `http://${request.headers.host}/archives/${basename(file)}`, integrity: `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}` };
    response.end(JSON.stringify({ name: manifest.name, 'dist-tags': { latest: manifest.version }, versions: { [manifest.version]: { ...manifest, dist } } }));
  });
}

describe('the packed package', function () {
  this.timeout(900_000);
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-package-'));
  const app = join(folder, 'app');
  let server: Server;
  let env: NodeJS.ProcessEnv;

  /** Not spawnSync: the registry runs in this process. */
  const run = async (command: string, ...args: string[]): Promise<{ status: number; output: string }> => {
    const child = spawn(command, args, { cwd: app, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const [status] = (await once(child, 'close')) as [number];
    return { status, output };
  };

  before(async () => {
    const packed = spawnSync(process.execPath, [join(root, 'scripts/pack.mjs'), join(folder, 'archives')], { encoding: 'utf8' });
    assert.equal(packed.status, 0, packed.stderr);
    server = serve(packed.stdout.trim().split('\n'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    for (const name of ['app', 'home', 'bin']) mkdirSync(join(folder, name));
    for (const tool of ['node', 'npm', 'npx', 'sh']) symlinkSync(spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim(), join(folder, 'bin', tool));
    const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    env = { PATH: join(folder, 'bin'), HOME: join(folder, 'home'), npm_config_registry: registry, npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' };
    writeFileSync(join(app, 'geo.py'), 'def area(w: float, h: float) -> float:\n    """The area."""\n    return w * h\n\nif __name__ == "__main__":\n    print(area(2.0, 3.0))\n');
  });

  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('installs, builds and loads a module: three commands', async () => {
    const installed = await run('npm', 'install', '--ignore-scripts', 'tauraro');
    assert.equal(installed.status, 0, installed.output);
    const built = await run('npx', 'tauraro', 'build', 'geo.py', '-o', 'geo.node');
    assert.deepEqual([built.status, built.output], [0, '']);
    assert.equal((await run('node', '-p', "require('./geo.node').area(3, 4)")).output, '12\n');
    assert.ok(existsSync(join(app, 'geo.d.ts')));
  });

  it('runs programs, and knows its standard modules', async () => {
    assert.equal((await run('npx', 'tauraro', 'run', 'geo.py')).output, '6.0\n');
    writeFileSync(join(app, 'words.py'), 'from collections import Counter\nprint(Counter("abca")["a"])\n');
    assert.equal((await run('npx', 'tauraro', 'run', 'words.py')).output, '2\n');
    assert.equal((await run('node', '--import', 'tauraro/register', '--input-type=module', '-e', "import { area } from './geo.py'; console.log(area(1, 2))")).output, '2\n');
  });

  it('has a typed interface', async () => {
    writeFileSync(join(app, 'build.mts'), "import { build, check, type BuildResult } from 'tauraro';\nconst result: BuildResult = await build('geo.py', { output: 'out.node', level: 2 });\nconsole.log(result.files.length, (await check('geo.py')).length);\n");
    const args = ['--strict', '--module', 'nodenext', '--target', 'es2022', 'build.mts'];
    const checked = await run('node', join(root, 'node_modules/typescript/bin/tsc'), ...args);
    // `console` is Node's, whose types are not installed here.
    assert.match(checked.output, /^(build\.mts\(3,1\): error TS2584: Cannot find name 'console'[^\n]*\n)?$/);
    assert.equal((await run('node', 'build.mjs')).output, '6 0\n');
  });

  it('says what to do where the platform package is missing', async () => {
    rmSync(join(app, 'node_modules/@tauraro'), { recursive: true });
    const { status, output } = await run('npx', 'tauraro', 'build', 'geo.py');
    assert.equal(status, 3);
    assert.match(output, /error\[E508\]: the package @tauraro\/linux-x64 is missing/);
    assert.match(output, /npm install --no-save @tauraro\/linux-x64@\d+\.\d+\.\d+, or npm install --include=optional tauraro/);
  });
});
