/** `-g`: what debuggers and profilers see of an executable. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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

  it('shows arguments by name in gdb', function () {
    if (spawnSync('gdb', ['--version']).status !== 0) this.skip();
    const source = `def area(width, scale, label):
    total = 0
    for row in range(width):
        total += width * row % 7
        if row == 3:
            print(label, total * scale)
    return total * scale


print(area(int("30"), 2.5, "wide"))
print(area(int("31"), 3.5, "long"))
`;
    inWorkspace({ 'app.py': source }, (w) => {
      assert.equal(w.tauraro('build', 'app.py', '-g').status, 0);
      const commands = ['break app.py:2', 'run', 'info args', 'print label->type->name'].flatMap((command) => ['-ex', command]);
      const { stdout } = spawnSync('gdb', ['-batch', '-nx', ...commands, './app'], { cwd: w.folder, encoding: 'utf8' });
      if (/ptrace|Couldn't get registers|disabling address space/.test(stdout)) return; // not allowed here
      assert.match(stdout, /^width = 30$/m);
      assert.match(stdout, /^scale = 2\.5$/m);
      assert.match(stdout, /"str"$/m);
    })();
  });
});
