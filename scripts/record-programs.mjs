// Records what CPython 3.13 prints for the programs in test/programs: standard output in NAME.out; standard error in
// NAME.err and the exit status in NAME.status where they are not empty and 0. Expected outputs are never typed.
//
//   node scripts/record-programs.mjs            records the programs that have no NAME.out
//   node scripts/record-programs.mjs --check    tells which records differ from what CPython prints now
//   node scripts/record-programs.mjs FILE.py…   records these again
//
// PYTHON names the interpreter (default: python3).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './stamp.mjs';

const python = process.env.PYTHON ?? 'python3';

/** A folder with a main.py is one program, in any other each .py file is. */
function programsIn(folder) {
  if (existsSync(join(folder, 'main.py'))) return [join(folder, 'main.py')];
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return programsIn(path);
    return name.endsWith('.py') ? [path] : [];
  });
}

/** The words after `# args:` in the first line, quotes as in a shell. */
function argumentsOf(program) {
  const first = readFileSync(program, 'utf8').split('\n', 1)[0];
  if (!first.startsWith('# args:')) return [];
  return [...first.slice(7).matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]);
}

/** Contents of the record's files by ending; `undefined`: no such file. */
function outcomeOf(program) {
  const { status, stdout, stderr, error } = spawnSync(python, ['-W', 'ignore', '-B', '-X', 'utf8', program, ...argumentsOf(program)], { cwd: root });
  if (error) throw error;
  // Tracebacks name files absolutely: records must not depend on where the repository lies.
  const relativeError = Buffer.from(stderr.toString('utf8').replaceAll(root.endsWith('/') ? root : `${root}/`, ''));
  return { out: stdout, err: stderr.length > 0 ? relativeError : undefined, status: status === 0 ? undefined : Buffer.from(`${status}\n`) };
}

const fileOf = (program, ending) => join(root, program.replace(/\.py$/, `.${ending}`));

function record(program) {
  for (const [ending, content] of Object.entries(outcomeOf(program))) {
    const file = fileOf(program, ending);
    if (content === undefined) rmSync(file, { force: true });
    else writeFileSync(file, content);
  }
  console.log(`recorded ${program}`);
}

function isSame(program) {
  return Object.entries(outcomeOf(program)).every(([ending, content]) => {
    const file = fileOf(program, ending);
    return content === undefined ? !existsSync(file) : existsSync(file) && readFileSync(file).equals(content);
  });
}

const version = spawnSync(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8' }).stdout?.trim();
if (version !== '3.13') {
  console.error(`${python} is ${version ? `Python ${version}` : 'missing'}; records come from Python 3.13: set PYTHON`);
  process.exit(3);
}
const named = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const all = programsIn(join(root, 'test/programs')).map((path) => relative(root, path));
if (process.argv.includes('--check')) {
  const different = all.filter((program) => !isSame(program));
  for (const program of different) console.log(`differs: ${program}`);
  process.exitCode = different.length > 0 ? 1 : 0;
} else {
  for (const program of named.length > 0 ? named : all.filter((path) => !existsSync(fileOf(path, 'out')))) record(program);
}
