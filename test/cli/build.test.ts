/** Building: what is made, where, and what is said about it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { inWorkspace } from './harness.js';

const hello = { 'hello.py': 'print("hello")\n' };

/** Functions, numbers and strings; no classes, no containers. */
const small = `def twice(n):
    return n * 2
def half(x):
    return x / 2
print(twice(1), half(7), "ab" + "c")
`;

describe('tauraro build', () => {
  it(
    'makes an executable named after the source',
    inWorkspace(hello, (w) => {
      const outcome = w.tauraro('build', 'hello.py');
      assert.deepEqual(outcome, { status: 0, stdout: '', stderr: '' });
      assert.equal(w.run('./hello').stdout, 'hello\n');
      assert.ok(statSync(w.path('hello')).size <= 20 * 1024);
    }),
  );

  it(
    'writes an executable to standard output for -o -',
    inWorkspace(hello, (w) => {
      const outcome = w.tauraro('build', 'hello.py', '-o', '-');
      assert.equal(outcome.status, 0);
      assert.equal(outcome.stdout.slice(0, 4), '\x7fELF');
      assert.ok(!existsSync(w.path('-')));
    }),
  );

  it(
    'leaves out what the program cannot do',
    inWorkspace({ 'small.py': small, 'raises.py': 'print([1, 2])\nprint(int("x"))\n' }, (w) => {
      assert.equal(w.tauraro('build', 'small.py').status, 0);
      assert.equal(w.run('./small').stdout, '2 3.5 abc\n');
      assert.ok(statSync(w.path('small')).size < 130 * 1024);
      assert.equal(w.tauraro('build', 'raises.py').status, 0);
      assert.match(w.run('./raises').stderr, /ValueError: invalid literal for int\(\) with base 10: 'x'/);
    }),
  );

  it(
    'compile is the same as build',
    inWorkspace(hello, (w) => {
      assert.equal(w.tauraro('compile', 'hello.py', '-o', 'greet').status, 0);
      assert.equal(w.run('./greet').stdout, 'hello\n');
    }),
  );

  it(
    'makes the kind of file that the ending asks for',
    inWorkspace(hello, (w) => {
      for (const ending of ['ll', 'bc', 's', 'o']) assert.equal(w.tauraro('build', 'hello.py', '-o', `hello.${ending}`).status, 0);
      assert.match(readFileSync(w.path('hello.ll'), 'utf8'), /define .*@main/);
      assert.equal(readFileSync(w.path('hello.bc')).toString('latin1', 0, 2), 'BC');
      assert.match(readFileSync(w.path('hello.s'), 'utf8'), /^main:/m);
      assert.equal(readFileSync(w.path('hello.o')).toString('latin1', 1, 4), 'ELF');
    }),
  );

  it(
    'makes object files that another linker takes',
    inWorkspace({ 'app.py': 'print([1, 2.5, {"a": "b".upper()}], sorted("cab"))\n' }, (w) => {
      assert.equal(w.tauraro('build', 'app.py', '-o', 'app.o').status, 0);
      assert.deepEqual(w.run('gcc', 'app.o', '-lm', '-o', 'linked'), { status: 0, stdout: '', stderr: '' });
      assert.equal(w.run('./linked').stdout, "[1, 2.5, {'a': 'B'}] ['a', 'b', 'c']\n");
    }),
  );

  it(
    'compiles a large program in parts that fit together',
    inWorkspace({ 'large.py': largeProgram(40) }, (w) => {
      assert.equal(w.tauraro('build', 'large.py').status, 0);
      assert.equal(w.run('./large').stdout, `${Array.from({ length: 40 }, (_, i) => `${i} ${i * 3 + 1}\n`).join('')}`);
    }),
  );

  it(
    'gives the same bytes in two folders',
    inWorkspace({ 'a/hello.py': hello['hello.py'], 'b/hello.py': hello['hello.py'] }, (w) => {
      for (const folder of ['a', 'b']) {
        assert.equal(w.run('sh', '-c', `cd ${folder} && "${process.execPath}" "$0" build hello.py`, cliPath()).status, 0);
      }
      assert.ok(readFileSync(w.path('a/hello')).equals(readFileSync(w.path('b/hello'))));
    }),
  );

  it(
    'prints stages, and nothing else, to standard output',
    inWorkspace(hello, (w) => {
      for (const stage of ['ast', 'ir', 'llvm', 'asm']) {
        const outcome = w.tauraro('build', 'hello.py', '--emit', stage);
        assert.equal(outcome.status, 0, outcome.stderr);
        assert.notEqual(outcome.stdout, '');
        assert.equal(outcome.stderr, '');
      }
      assert.deepEqual(readdirSync(w.folder), ['hello.py']);
    }),
  );

  it(
    'shows where the time goes',
    inWorkspace(hello, (w) => {
      const { stderr } = w.tauraro('build', 'hello.py', '--time');
      for (const phase of ['parse', 'emit', 'optimise', 'generate code', 'link', 'total']) assert.match(stderr, new RegExp(`^${phase} +[\\d.]+ ms$`, 'm'));
    }),
  );

  it(
    'describes its result as JSON',
    inWorkspace(hello, (w) => {
      const { stdout } = w.tauraro('build', 'hello.py', '--json', '--time');
      const record = JSON.parse(stdout) as { ok: boolean; output: string; diagnostics: unknown[]; times: Record<string, number> };
      assert.deepEqual([record.ok, record.output, record.diagnostics], [true, 'hello', []]);
      assert.ok(record.times.parse! >= 0);
    }),
  );

  it(
    'leaves no file behind where the program has errors',
    inWorkspace({ 'bad.py': 'x = (\n' }, (w) => {
      const outcome = w.tauraro('build', 'bad.py');
      assert.equal(outcome.status, 1);
      assert.match(outcome.stderr, /^bad\.py:1:5: error\[E103\]: '\(' was never closed\n {4}x = \(\n {8}\^\n$/);
      assert.deepEqual(readdirSync(w.folder), ['bad.py']);
    }),
  );

  it(
    'does not touch an older result where it fails',
    inWorkspace({ ...hello, 'bad.py': 'x = (\n' }, (w) => {
      assert.equal(w.tauraro('build', 'hello.py', '-o', 'app').status, 0);
      assert.equal(w.tauraro('build', 'bad.py', '-o', 'app').status, 1);
      assert.equal(w.run('./app').stdout, 'hello\n');
    }),
  );
});

describe('tauraro check', () => {
  it(
    'shows inferred types, and what stayed boxed and why',
    inWorkspace({ 'app.py': 'def twice(n):\n    return n + n\n\nfor item in [1, "a"]:\n    print(item * 2)\nprint(twice(2.5))\n' }, (w) => {
      const { stdout, status } = w.tauraro('check', 'app.py', '--types');
      assert.equal(status, 0);
      assert.match(stdout, /^app\.py:1: twice\(n: float\) -> float$/m);
      assert.match(stdout, /^ {2}line 5: item \* 2 stays boxed: .* is int.* \| str$/m);
    }),
  );

  it(
    'reports errors without making anything',
    inWorkspace({ 'bad.py': 'x = (\n', ...hello }, (w) => {
      assert.equal(w.tauraro('check', 'hello.py').status, 0);
      const outcome = w.tauraro('check', 'bad.py', '--json');
      assert.equal(outcome.status, 1);
      const record = JSON.parse(outcome.stdout) as { ok: boolean; diagnostics: { code: string; line: number; column: number }[] };
      assert.equal(record.ok, false);
      assert.deepEqual(record.diagnostics.map(({ code, line, column }) => [code, line, column]), [['E103', 1, 5]]);
      assert.ok(!existsSync(w.path('hello')));
    }),
  );
});

/** Many functions that are called with two types each, so that there are general versions to put apart. */
function largeProgram(count: number): string {
  const body = (i: number) =>
    `class C${i}:\n    def __init__(self, a):\n        self.a = a\n    def get(self, k):\n        return self.a * k + 1\n` +
    `def f${i}(n):\n    d = {}\n    for x in [C${i}(n), C${i}(n)]:\n        d[str(x.get(3))] = x.get(3)\n    return d\n` +
    `for key, value in f${i}(${i}).items():\n    print(${i}, key)\n`;
  return Array.from({ length: count }, (_, i) => body(i)).join('');
}

function cliPath(): string {
  return new URL('../../lib/cli.js', import.meta.url).pathname;
}
