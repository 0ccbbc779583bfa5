/** C output: what a user's own compiler makes of it, and what is said where it can't be written. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { argumentsOf, recordOf } from '../runner/programs.js';
import { Pool } from '../runner/pool.js';
import { prepareC } from '../targets/via-c.js';
import { inWorkspace } from './harness.js';

const hello = { 'hello.py': 'def greet(name):\n    return "hello " + name\n\nprint(greet("c"))  # */ /* ??/\n' };
const compilers = ['c:gcc', 'c:clang-22'];
const programs = ['generators/lazy-and-resumable', 'int/edges-of-small-and-machine-ints', 'with/context-managers', 'exceptions/uncaught-prints-traceback'];

describe('C output', function () {
  this.timeout(300_000);

  it(
    'comes with the runtime, and is readable',
    inWorkspace(hello, (w) => {
      assert.deepEqual(w.tauraro('build', 'hello.py', '-o', 'hello.c', '--emit-runtime', 'rt/inner'), { status: 0, stdout: '', stderr: '' });
      const text = readFileSync(w.path('hello.c'), 'utf8');
      assert.match(text, /\/\* greet, hello\.py:1: fast, for \(value\) \*\/\nstatic .*greet_fast0\(RtValue name_a0\) \{/);
      assert.match(text, /\/\* 2: return "hello " \+ name \*\//);
      assert.ok(['Makefile', 'program.h', 'rt.h', 'abi/list.def', 'modules/math.def'].every((name) => existsSync(w.path(`rt/inner/${name}`))));
      assert.equal(w.tauraro('build', 'hello.py', '--emit', 'c').stdout, text);
    }),
  );

  it(
    '-g: debuggers show the source',
    inWorkspace(hello, (w) => {
      assert.equal(w.tauraro('build', 'hello.py', '-g', '-o', 'hello.c').status, 0);
      assert.match(readFileSync(w.path('hello.c'), 'utf8'), /\n#line 2 "hello\.py"\n/);
    }),
  );

  it(
    'says what stands in the way, and leaves nothing half written',
    inWorkspace({ ...hello, file: '' }, (w) => {
      assert.match(w.tauraro('build', 'hello.py', '-o', 'no/hello.c').stderr, /error\[E507\]: cannot write no\/hello\.c: the folder does not exist/);
      assert.match(w.tauraro('build', 'hello.py', '-o', 'hello.c', '--emit-runtime', 'file/rt').stderr, /error\[E507\]: cannot make the folder file\/rt/);
      assert.match(w.tauraro('build', 'hello.py', '--emit-runtime', 'rt').stderr, /error\[E500\]: --emit-runtime goes with C output/);
      assert.ok(!existsSync(w.path('no')) && !existsSync(w.path('rt')) && !existsSync(w.path('hello')));
    }),
  );

  for (const name of compilers) {
    describe(name.slice(2), () => {
      const pool = new Pool();
      after(() => pool.close());
      let viaC: ReturnType<typeof prepareC>;
      before(function () {
        viaC = prepareC(name, 1);
        if (viaC === undefined) this.skip();
      });

      for (const program of programs) {
        it(`makes the same of ${program}`, async () => {
          const path = `test/programs/${program}.py`;
          const [outcome] = await pool.perform({ program: path, args: argumentsOf(path), variants: [{ level: 1, forceExits: false, runtime: 'release' }], viaC });
          const { refused, ...answer } = outcome!;
          assert.equal(refused, undefined, refused);
          assert.deepEqual(answer, recordOf(path));
        });
      }
    });
  }
});
