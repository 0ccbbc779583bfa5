// Builds the C runtime (native/runtime/*.c). Only what changed is compiled again.
//
//   node scripts/build-runtime.mjs [TARGET]  what programs are linked with: build/native/runtime/TARGET.o, and TARGET.inline.bc, the
//                                            small functions that are inlined into them; without a name, for x86_64-linux;
//                                            and TARGET.node.o, the part that only Node modules have (native/node)
//   node scripts/build-runtime.mjs --debug   native library for the C tests, with the count audit: build/native/runtime/debug/libruntime.a
//   node scripts/build-runtime.mjs --asan    the same under AddressSanitizer and UBSan: build/native/runtime/asan/libruntime.a
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { includeFolders } from './build-sysroot.mjs';
import { hashOf, root } from './stamp.mjs';

const run = promisify(execFile);
const compiler = 'clang-22';
const sourceFolder = join(root, 'native/runtime');
const outputFolder = join(root, 'build/native/runtime');

// Float results must be CPython's to the last bit: no contraction.
const always = ['-std=c11', '-Wall', '-Wextra', '-D_GNU_SOURCE', '-ffp-contract=off', '-fno-ident'];

/** Node-API of Node 18 and later; newer functions are looked up when a module is loaded. */
const nodeFlags = ['-DNAPI_VERSION=8', '-I', sourceFolder, '-I', join(root, 'node_modules/node-api-headers/include')];
const nodeFolder = join(root, 'native/node');

const words = (text) => new Set(text.trim().split(/\s+/));
/** Loops over data: where programs spend their time. */
const hot = words('dict int limbs limbs-div limbs-mul limbs-mul-transform list memory set sort str str-find str-hash');
/** Called once for an operation of code that isn't typed. The rest, such as codecs and the making of classes, is kept as small as possible. */
const warm = words(`attribute builtins-iterate call container dict-views dunder float function generator instance int-bits int-div int-pow iterator
  iterator-tools list-compare list-slice lookup number number-unary object print range slots str-split tuple unpack writer`);
const levelOf = (name) => (hot.has(name) ? '-O2' : warm.has(name) ? '-Os' : '-Oz');

const bitcodeFlags = [
  ...always,
  ...['-emit-llvm', '-fPIC', '-fvisibility=hidden', '-fno-semantic-interposition', '-ffunction-sections', '-fdata-sections'],
  ...['-fno-stack-protector', '-fno-asynchronous-unwind-tables', '-fmerge-all-constants', '-DNDEBUG', '-DRT_FOR_PROGRAMS', '-U_FORTIFY_SOURCE'],
];

/** What each variant compiles with, and what it is bound into. */
const variants = {
  debug: library('debug', ['-O1', '-g', '-fno-omit-frame-pointer', '-DRT_AUDIT', '-fPIC']),
  asan: library('asan', ['-O1', '-g', '-fno-omit-frame-pointer', '-DRT_AUDIT', '-fsanitize=address,undefined', '-fno-sanitize-recover=all', '-fPIC']),
};

/** What the programs of a target are linked with. */
function programsVariant(target) {
  const folders = includeFolders(target).flatMap((folder) => ['-isystem', folder]);
  return {
    flags: [...bitcodeFlags, `--target=${target.triple}`, ...(folders.length === 0 ? [] : ['-nostdlibinc', ...folders]), ...(libcFlags[target.libc] ?? [])],
    flagsFor: (name) => [levelOf(name)],
    objects: join(outputFolder, target.name),
    output: join(outputFolder, `${target.name}.o`),
    bind: (objects, output) => bindForPrograms(target, objects, output),
  };
}

const libcFlags = { gnu: ['-D_FILE_OFFSET_BITS=64', '-fno-plt'], wasi: ['-D_WASI_EMULATED_SIGNAL', '-D_WASI_EMULATED_GETPID'] };

/** The part of Node modules, for a target, or for tests. */
function nodeVariant(target) {
  const programs = programsVariant(target);
  return {
    ...programs,
    flagsFor: () => [...nodeFlags, '-O2'],
    sources: nodeFolder,
    objects: join(outputFolder, target.name, 'node'),
    output: join(outputFolder, `${target.name}.node.o`),
    bind: (objects, output) => bindForModules(target, objects, output),
  };
}

function nodeLibrary(name) {
  return { ...variants[name], flagsFor: () => nodeFlags, sources: nodeFolder, objects: join(outputFolder, name, 'node'), output: join(outputFolder, name, 'libnode.a') };
}

const backend = join(root, 'build/native/backend.node');
const backendVersion = () => (existsSync(backend) ? `${statSync(backend).size} ${statSync(backend).mtimeMs}` : '');

async function bindForPrograms({ name, triple, baseline, oldest = baseline, features, abi }, objects, output) {
  const whole = join(outputFolder, `${name}.bc`);
  await run('llvm-link-22', [...objects, '-o', whole]);
  const { splitRuntime } = createRequire(import.meta.url)(backend);
  const { object, inlinable, references } = splitRuntime(readFileSync(whole), { triple, cpu: oldest, features, abi, pic: true, opt: 2 });
  replaceFile(join(outputFolder, `${name}.inline.bc`), inlinable);
  replaceFile(join(outputFolder, `${name}.references.json`), references);
  writeFileSync(output, object);
}

/** Everything that Node modules need besides their own code and the runtime, in one object file. */
async function bindForModules({ name, triple, baseline, oldest = baseline, features, abi }, objects, output) {
  const whole = join(outputFolder, name, 'node', 'whole.bc');
  await run('llvm-link-22', [...objects, '-o', whole]);
  const { compile } = createRequire(import.meta.url)(backend);
  writeFileSync(output, compile(readFileSync(whole), { triple, cpu: oldest, features, abi, opt: 2, pic: true, emit: 'obj' }).output);
}

function replaceFile(file, content) {
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

function library(name, flags) {
  return {
    flags: [...always, ...flags],
    flagsFor: () => [],
    objects: join(outputFolder, name),
    output: join(outputFolder, name, 'libruntime.a'),
    bind: async (objects, output) => {
      rmSync(output, { force: true });
      await run('llvm-ar-22', ['rcsD', output, ...objects]);
    },
  };
}

/** The files that an object was made from, as the compiler listed them, with the flags: what its stamp holds. */
function stampOf(source, dependencies, flags) {
  const files = existsSync(dependencies) ? listedFiles(readFileSync(dependencies, 'utf8')) : [source];
  return hashOf(files, compiler, ...flags);
}

const listedFiles = (makefile) => [...new Set(makefile.replace(/^[^:]*:/, '').replace(/\\\n/g, ' ').split(/\s+/).filter(Boolean))];

/** Compiles one file unless it is up to date; tells whether it did. */
async function compileFile(source, variant) {
  const name = basename(source, '.c');
  const flags = [...variant.flags, ...variant.flagsFor(name)];
  const object = join(variant.objects, `${name}.o`);
  const dependencies = `${object}.d`;
  const stamp = `${object}.stamp`;
  const isFresh = existsSync(object) && existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(source, dependencies, flags);
  if (isFresh) return { object, changed: false };
  await run(compiler, [...flags, '-MMD', '-MF', dependencies, '-c', source, '-o', object]);
  writeFileSync(stamp, stampOf(source, dependencies, flags));
  return { object, changed: true };
}

/** Runs `task` over the items, a few at a time; all errors are gathered, so that one run shows them all. */
async function inParallel(items, task) {
  const results = [];
  const errors = [];
  const queue = [...items.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      try {
        results[next[0]] = await task(next[1]);
      } catch (error) {
        errors.push(error.stderr || error.message);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return results;
}

/** Builds `debug`, `asan`, or the runtime for a target; tells whether anything had to be done. Throws with the compiler's words. */
export async function buildRuntime(name = '') {
  return makeVariant(variants[name] ?? programsVariant(await targetNamed(name)));
}

/** The same for the part of Node modules. */
export async function buildNodePart(name = '') {
  if (name in variants) return makeVariant(nodeLibrary(name));
  const target = await targetNamed(name);
  return target.format === 'elf' ? makeVariant(nodeVariant(target)) : false;
}

async function makeVariant(variant) {
  mkdirSync(variant.objects, { recursive: true });
  const folder = variant.sources ?? sourceFolder;
  const sources = readdirSync(folder).filter((file) => file.endsWith('.c')).sort().map((file) => join(folder, file));
  if (sources.length === 0) return false;
  const compiled = await inParallel(sources, (source) => compileFile(source, variant));
  const objects = compiled.map((entry) => entry.object);
  const members = hashOf([import.meta.filename], backendVersion(), ...objects);
  const list = join(variant.objects, 'members.stamp');
  const sameMembers = existsSync(list) && readFileSync(list, 'utf8') === members;
  if (sameMembers && existsSync(variant.output) && !compiled.some((entry) => entry.changed)) return false;
  rmSync(list, { force: true });
  const unfinished = `${variant.output}.${process.pid}`;
  await variant.bind(objects, unfinished);
  renameSync(unfinished, variant.output);
  writeFileSync(list, members);
  return true;
}

async function targetNamed(name) {
  const { findTarget } = await import('../build/lib/driver/targets.js');
  return findTarget(name || 'x86_64-linux');
}

if (process.argv[1] === import.meta.filename) {
  const name = process.argv.includes('--asan') ? 'asan' : process.argv.includes('--debug') ? 'debug' : (process.argv[2] ?? '');
  try {
    await buildRuntime(name);
    await buildNodePart(name);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
