// Makes the packages that are published: node scripts/pack.mjs [FOLDER]
//
//   tauraro            the compiler in JavaScript, the standard modules, types; no dependencies but the platform packages
//   @tauraro/linux-x64 the addons, the runtime and what programs are linked with, ready made
//
// They are laid out in build/pack and packed by npm into FOLDER (default: build/pack).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './stamp.mjs';

const staging = join(root, 'build/pack');
const source = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { version, license, description } = source;
const repository = { type: 'git', url: 'git+https://github.com/tauraro/tauraro.git' };

/** Platform packages, by name: what npm may install them on, and which targets they carry. */
const platforms = {
  '@tauraro/linux-x64': { os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
};

const writeJson = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

function stageCompiler() {
  const folder = join(staging, 'tauraro');
  mkdirSync(folder, { recursive: true });
  copyFiles(join(root, 'build/lib'), join(folder, 'build/lib'), (name) => name.endsWith('.js'));
  copyFiles(join(root, 'lib/stdlib'), join(folder, 'lib/stdlib'), (name) => name.endsWith('.py'));
  copyFiles(join(root, 'native/runtime'), join(folder, 'native/runtime'), (name) => /\.[ch]$|\.def$|^Makefile$|^debugger\.py$/.test(name));
  for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE']) cpSync(join(root, name), join(folder, name));
  stageTypes(folder);
  writeJson(join(folder, 'package.json'), {
    ...{ name: 'tauraro', version, description, license, repository, type: 'module' },
    ...{ keywords: ['python', 'compiler', 'native', 'node-api', 'llvm'], bin: source.bin, engines: source.engines, exports: source.exports },
    optionalDependencies: Object.fromEntries(Object.keys(platforms).map((name) => [name, version])),
  });
}

/** The declarations of the entry points, and those that they refer to. */
function stageTypes(folder) {
  const types = join(staging, 'types');
  const args = ['-p', root, '--declaration', '--emitDeclarationOnly', '--incremental', 'false', '--tsBuildInfoFile', 'null', '--outDir', types];
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args.filter((arg, index) => arg !== '--tsBuildInfoFile' && args[index - 1] !== '--tsBuildInfoFile')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
  const taken = new Set();
  const take = (file) => {
    if (taken.has(file) || !existsSync(file)) return;
    taken.add(file);
    const target = join(folder, 'build', relative(types, file));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)\.js'/g)) take(resolve(dirname(file), `${name}.d.ts`));
  };
  for (const name of ['api', 'register']) take(join(types, 'lib', `${name}.d.ts`));
}

function stagePlatform(name, where) {
  const folder = join(staging, name.split('/')[1]);
  const native = join(root, 'build/native');
  mkdirSync(join(folder, 'native'), { recursive: true });
  for (const addon of ['backend.node', 'irbuilder.node']) cpSync(join(native, addon), join(folder, 'native', addon));
  copyFiles(join(native, 'runtime'), join(folder, 'native/runtime'), (file) => /^[\w-]+\.(o|inline\.bc|references\.json|node\.o)$/.test(file), false);
  copyFiles(join(native, 'link'), join(folder, 'native/link'), () => true);
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'README.md'), `# ${name}\n\nThe parts of [tauraro](https://www.npmjs.com/package/tauraro) that are made for ${where.os} on ${where.cpu}. Install \`tauraro\`; npm adds this package by itself.\n`);
  writeJson(join(folder, 'package.json'), { name, version, description: `tauraro's parts for ${where.os} on ${where.cpu}`, license, repository, type: 'commonjs', ...where, exports: { './package.json': './package.json' } });
}

function copyFiles(from, to, isWanted, deep = true) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      if (deep) copyFiles(source, target, isWanted);
    } else if (isWanted(entry.name)) {
      mkdirSync(to, { recursive: true });
      cpSync(source, target);
    }
  }
}

/** Gives the paths of the archives. */
export function packAll(output = staging) {
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  stageCompiler();
  for (const [name, where] of Object.entries(platforms)) stagePlatform(name, where);
  return [...Object.keys(platforms).map((name) => name.split('/')[1]), 'tauraro'].map((name) => {
    const { status, stdout, stderr } = spawnSync('npm', ['pack', '--json', '--pack-destination', output], { cwd: join(staging, name), encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return join(output, JSON.parse(stdout)[0].filename.replace('@', '').replace('/', '-'));
  });
}

if (process.argv[1] === import.meta.filename) for (const file of packAll(process.argv[2])) console.log(file);
