// Makes a fresh clone ready: system packages, npm packages, grammar, TypeScript, native addons, runtime. Does only what
// is missing, says what it does, and says nothing where all is there. Uses node's own modules only, since it runs first.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { missingPackages } from './system-packages.mjs';
import { filesUnder, hashOf, isFresh, root, writeStamp } from './stamp.mjs';

/** What the user must mend: printed without a stack trace. */
class SetupError extends Error {}

/** The steps in order; `isDone` is cheap, `run` may take minutes. */
const steps = [
  { name: 'system packages', isDone: () => missingPackages().length === 0, run: installSystemPackages },
  { name: 'npm packages', isDone: nodeModulesAreThere, run: installNodeModules },
  { name: 'grammar', isDone: () => isCurrent(grammar), run: () => build(grammar) },
  { name: 'tables', isDone: () => isCurrent(tables), run: () => build(tables) },
  { name: 'TypeScript', isDone: () => isCurrent(typescript), run: buildTypeScript },
  { name: 'native addons (about a minute)', isDone: nativeIsThere, run: buildNative },
  { name: 'runtime', isDone: () => isCurrent(runtime), run: () => build(runtime) },
];

/** Outputs that follow from sources by one command. */
const grammar = {
  stamp: 'grammar',
  output: 'lib/syntax/generated/grammar.ts',
  sources: () => [...filesUnder(join(root, 'grammar'), (name) => name.endsWith('.ne')), ...scripts('build-grammar.mjs', 'lalr-tables.mjs')],
  command: ['scripts/build-grammar.mjs'],
};
const tables = {
  stamp: 'tables',
  output: 'lib/builtins/abi.generated.ts',
  sources: () => [
    ...filesUnder(join(root, 'native/runtime'), (name) => /\.(def|h)$/.test(name)),
    join(root, 'native/irbuilder/opcodes.def'),
    ...scripts('build-tables.mjs'),
  ],
  command: ['scripts/build-tables.mjs'],
};
const runtime = {
  stamp: 'runtime',
  output: 'build/native/runtime/x86_64-linux.o',
  sources: () => [...filesUnder(join(root, 'native/runtime'), () => true), ...filesUnder(join(root, 'native/node'), () => true), ...scripts('build-runtime.mjs', 'build-target.mjs', 'build-sysroot.mjs', 'sysroots.mjs', 'libc-stub.mjs', 'glibc-compat.c'), join(root, 'native/backend/runtime.cpp'), join(root, 'lib/driver/targets.ts')],
  command: ['scripts/build-target.mjs', 'x86_64-linux'],
};
const typescript = {
  stamp: 'typescript',
  output: 'build/lib/cli.js',
  sources: () => ['lib', 'test', 'bench'].flatMap((folder) => filesUnder(join(root, folder), (name) => name.endsWith('.ts'))).concat(join(root, 'tsconfig.json')),
  command: ['node_modules/typescript/bin/tsc', '-p', root],
};

function scripts(...names) {
  return names.map((name) => join(root, 'scripts', name));
}

function isCurrent(target) {
  return existsSync(join(root, target.output)) && isFresh(target.stamp, hashOf(target.sources()));
}

function build(target) {
  run(process.execPath, target.command);
  writeStamp(target.stamp, hashOf(target.sources()));
}

function buildTypeScript() {
  removeOrphans();
  build(typescript);
}

/** Outputs whose source is gone: a deleted test would go on running. */
function removeOrphans() {
  for (const folder of ['lib', 'test', 'bench']) {
    for (const file of filesUnder(join(root, 'build', folder), (name) => name.endsWith('.js'))) {
      const source = join(root, relative(join(root, 'build'), file)).replace(/\.js$/, '.ts');
      if (!existsSync(source)) rmSync(file);
    }
  }
}

/** A minimal root may list the main archive only. */
const archives = 'LLVM 22 is in Debian 12\'s security archive, which apt must know: deb http://deb.debian.org/debian-security bookworm-security main';

function installSystemPackages() {
  const packages = missingPackages();
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const hasApt = spawnSync('apt-get', ['--version']).status === 0;
  if (process.platform !== 'linux' || !hasApt) {
    throw new SetupError(`this machine lacks what these Debian 12 packages provide; install their equivalents:\n  ${packages.join(' ')}`);
  }
  if (process.getuid() !== 0) throw new SetupError(`missing system packages; install them with:\n  sudo apt-get update && sudo ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env, mayFail: true });
  run('apt-get', command.split(' ').slice(1), { env, help: `these packages could not be installed: ${packages.join(' ')}\n${archives}` });
  const left = missingPackages();
  if (left.length > 0) throw new SetupError(`installed, but still not usable: ${left.join(' ')}`);
}

/** Every package that package.json names is there in the version that it pins. */
function nodeModulesAreThere() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.entries({ ...dependencies, ...devDependencies }).every(([name, version]) => {
    const manifest = join(root, 'node_modules', name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  });
}

function installNodeModules() {
  // Without scripts: that of llvm-bindings would build it against a whole LLVM and Node's own headers; our CMake builds it.
  const verb = existsSync(join(root, 'node_modules')) ? 'install' : 'ci';
  run('npm', [verb, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
}

async function nativeIsThere() {
  const { nativeIsFresh } = await import('./build-native.mjs');
  return nativeIsFresh();
}

function buildNative() {
  run(process.execPath, ['scripts/build-native.mjs']);
}

/** Runs a command in the root; its output is shown only where it fails. */
function run(command, args, { env = process.env, mayFail = false, help = '' } = {}) {
  const result = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status === 0 || mayFail) return;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? result.error.message : ''}`.trim().slice(-6000);
  throw new SetupError(`${help || `${command} ${args.join(' ')} failed`}\n${output}`);
}

/** Brings the clone up to date; tells which steps ran. Throws `SetupError`. */
export async function setUp() {
  const done = [];
  for (const step of steps) {
    if (await step.isDone()) continue;
    const start = Date.now();
    process.stderr.write(`setting up: ${step.name} … `);
    await step.run();
    process.stderr.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`);
    done.push(step.name);
  }
  return done;
}

if (process.argv[1] === import.meta.filename) {
  try {
    await setUp();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`\nset-up failed: ${error.message}`);
    process.exitCode = 1;
  }
}
