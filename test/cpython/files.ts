/** Which of CPython's test files are run, and where they are. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that need no exec, pickle or C API: nine tenths of their methods are to pass. */
export const firstFiles = `int_literal yield_from exception_variations exception_group raise property isinstance augassign compare richcmp contains
  subclassinit typechecks baseexception index sort pow userdict userlist bisect textwrap abc`.split(/\s+/);

/** Four fifths. */
export const secondFiles = `grammar patma named_expressions with super scope class decorators unpack_ex call generators list tuple dict set int long float
  range slice str bytes fstring format enumerate builtin`.split(/\s+/);

/** What else CPython ships and passes here, most by four fifths and more: no more is asked of it than that it stays so. */
export const thirdFiles = `iter dictviews collections string userstring coroutines weakref copy bool hash print dictcomps keyword numeric_tower fractions enum contextlib
  heapq operator math random struct deque defaultdict complex dataclasses functools exceptions array weakset asyncgen memoryview contextlib_async ordered_dict`.split(/\s+/);

/** The folder of an installed CPython 3.13's tests: as named, or as that Python says. */
export function testFolder(named: string | undefined): string {
  const folder = named ?? process.env.CPYTHON_TESTS ?? folderByPython();
  if (folder !== '' && existsSync(join(folder, 'test_grammar.py'))) return folder;
  console.error(`no tests of CPython ${folder === '' ? 'found by python3.13' : `in ${folder}`}; name their folder with --tests`);
  process.exit(2);
}

/** Empty: there is no such Python, or it has no tests. */
const folderByPython = (): string => spawnSync('python3.13', ['-c', 'import test; print(list(test.__path__)[0])'], { encoding: 'utf8' }).stdout?.trim() ?? '';

const ownParts: ReadonlySet<string> = new Set(['support', '__init__.py', '__pycache__']);

/** A folder with links to all tests, as the package `test` without its `support`. */
export function layOut(tests: string, folder: string): void {
  if (existsSync(join(folder, 'test'))) return;
  mkdirSync(join(folder, 'test'), { recursive: true });
  for (const name of readdirSync(tests)) if (!ownParts.has(name)) symlinkSync(join(tests, name), join(folder, 'test', name));
}

/** The entry of the program that runs one file. */
export function writeDriver(folder: string, file: string): string {
  const path = join(folder, `run_${file}.py`);
  writeFileSync(path, readFileSync('test/cpython/driver.py', 'utf8').replaceAll('MODULE', `test_${file}`));
  return path;
}
