/** `-g`: what debuggers and profilers see of an executable. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inWorkspace } from './harness.js';

const program = `def area(width, height):
    total = 0
    for row in range(height):
        total += width * row % 7
    return total


print(area(int("30"), 40))
`;

describe('tauraro build -g', () => {
  it(
    'tells functions and lines, by names that do not depend on the folder',
    inWorkspace({ 'app.py': program }, (w) => {
      assert.equal(w.tauraro('build', 'app.py', '-g').status, 0);
      const lines = spawnSync('llvm-dwarfdump-22', ['--debug-line', 'app'], { cwd: w.folder, encoding: 'utf8' }).stdout;
      assert.match(lines, /name: "app\.py"/);
      for (const line of [3, 4, 8]) assert.match(lines, new RegExp(`^0x[0-9a-f]+ +${line} `, 'm'));
      const functions = spawnSync('llvm-dwarfdump-22', ['--name=area', 'app'], { cwd: w.folder, encoding: 'utf8' }).stdout;
      assert.match(functions, /DW_AT_decl_line\s+\(1\)/);
      assert.ok(!lines.includes(w.folder));
    }),
  );

  it(
    'is the same program with and without',
    inWorkspace({ 'app.py': program }, (w) => {
      w.tauraro('build', 'app.py', '-g', '-o', 'debug');
      w.tauraro('build', 'app.py');
      const [first, second] = ['debug', 'app'].map((name) => spawnSync(`./${name}`, { cwd: w.folder, encoding: 'utf8' }));
      assert.equal(first!.stdout, second!.stdout);
      assert.equal(spawnSync('llvm-dwarfdump-22', ['--debug-line', 'app'], { cwd: w.folder, encoding: 'utf8' }).stdout.includes('app.py'), false);
    }),
  );

  const source = `def area(width, scale, label):
    total = 0
    names = [label, 'é', 7]
    sizes = {'a': 1, 'b': (2.5, None)}
    for row in range(width):
        total += width * row % 7
        last = total
        if row == 3:
            print(label, total * scale, len(names), len(sizes))
        total = last + 1
    return total * scale


print(area(int("30"), 2.5, "wide"))
print(area(int("31"), 3.5, "long"))
`;
  const isForbidden = (output: string) => /ptrace|Couldn't get registers|disabling address space|'A' packet returned an error/.test(output);

  it('shows variables by name, as Python writes their values, in gdb', function () {
    if (spawnSync('gdb', ['--version']).status !== 0) this.skip();
    inWorkspace({ 'app.py': source }, (w) => {
      assert.equal(w.tauraro('build', 'app.py', '-g').status, 0);
      const commands = ['break app.py:9', 'run', 'info args', 'info locals', 'backtrace 2'].flatMap((command) => ['-ex', command]);
      const { stdout } = spawnSync('gdb', ['-batch', '-nx', '-iex', 'set auto-load safe-path /', ...commands, './app'], { cwd: w.folder, encoding: 'utf8' });
      if (isForbidden(stdout)) return;
      for (const line of ['width = 30', 'scale = 2.5', "label = 'wide'", 'total = 15', 'row = 3', "names = ['wide', 'é', 7]", "sizes = {'a': 1, 'b': (2.5, None)}"]) {
        assert.ok(stdout.split('\n').includes(line), `no ${line} in\n${stdout}`);
      }
      assert.match(stdout, /^#1 .*app\.py:14$/m);
    })();
  });

  it('and in lldb', function () {
    const lldb = ['lldb', 'lldb-16', 'lldb-22'].find((name) => spawnSync(name, ['--version']).status === 0);
    if (lldb === undefined) this.skip();
    inWorkspace({ 'app.py': source }, (w) => {
      assert.equal(w.tauraro('build', 'app.py', '-g').status, 0);
      const script = join(process.cwd(), 'native/runtime/debugger.py');
      const commands = [`command script import ${script}`, 'breakpoint set -f app.py -l 9', 'run', 'frame variable'].flatMap((command) => ['-o', command]);
      const { stdout, stderr } = spawnSync(lldb!, ['-b', ...commands, './app'], { cwd: w.folder, encoding: 'utf8' });
      if (isForbidden(stdout + stderr)) return;
      for (const pattern of [/width = 30$/m, /scale = 2\.5$/m, /label = 0x\w+ 'wide'$/m, /total = 15$/m, /sizes = 0x\w+ \{'a': 1, 'b': \(2\.5, None\)\}$/m]) assert.match(stdout, pattern);
    })();
  });
});
