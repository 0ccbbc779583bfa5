/** What the command line says of itself, and of what it doesn't understand. */
import assert from 'node:assert/strict';
import { inWorkspace } from './harness.js';

describe('command line', () => {
  it(
    'shows help with examples for every command',
    inWorkspace({}, (w) => {
      const help = w.tauraro('--help');
      assert.equal(help.status, 0);
      for (const command of ['build', 'compile', 'run', 'check', 'targets', 'doctor']) {
        assert.match(help.stdout, new RegExp(`^  ${command} `, 'm'));
        const own = w.tauraro(command, '--help');
        assert.equal(own.status, 0);
        assert.match(own.stdout, new RegExp(`examples:\n  tauraro ${command}`));
      }
    }),
  );

  it(
    'shows the version',
    inWorkspace({}, (w) => {
      assert.match(w.tauraro('--version').stdout, /^tauraro \d+\.\d+\.\d+\n$/);
    }),
  );

  const mistakes: [args: string[], status: number, text: RegExp][] = [
    [['bild', 'app.py'], 2, /error\[E500\]: unknown command 'bild'\nhelp: did you mean tauraro build\?/],
    [['app.py'], 2, /error\[E500\]: no command given for app\.py\nhelp: tauraro run app\.py/],
    [['build'], 2, /error\[E500\]: no source file given/],
    [['build', 'app.py', 'other.py'], 2, /error\[E500\]: more than one source file/],
    [['build', 'app.py', '--tiem'], 2, /error\[E500\]: unknown option --tiem\nhelp: did you mean --time\?/],
    [['build', 'app.py', '--emit', 'asn'], 2, /error\[E500\]: --emit can't be 'asn'\nhelp: one of ast, types, ir, llvm, c, asm, obj/],
    [['build', 'app.py', '-o'], 2, /error\[E500\]: -o needs a value/],
    [['build', 'missing.py'], 2, /error\[E501\]: cannot read missing\.py: no such file/],
    [['build', 'app.py', '--target', 'x86_64-linx'], 3, /error\[E504\]: unknown target 'x86_64-linx'\nhelp: did you mean x86_64-linux\?/],
    [['build', 'app.py', '--target', 'x86_64-macos'], 3, /error\[E504\]: no executables can be made for x86_64-macos\nhelp: give an output that ends in \.o/],
    [['build', 'app.py', '--target', 'arm64-linux-gnu.2.17'], 3, /error\[E504\]: .* asks for glibc 2\.17: the oldest .* is 2\.31\nhelp: aarch64-linux-musl/],
    [['build', 'app.py', '--target', 'aarch64-linux', '--cpu', 'native'], 2, /error\[E505\]: --cpu native is a CPU of this machine/],
    [['build', 'app.py', '--cpu', 'cortex-a72'], 2, /error\[E505\]: unknown CPU 'cortex-a72' for x86_64-linux\nhelp: it is a CPU of aarch64-linux/],
    [['build', 'app.py', '--features', '+neon'], 2, /error\[E505\]: unknown feature 'neon' for x86_64-linux\nhelp: it is a feature of aarch64-linux/],
    [['build', 'app.py', '--static', '--target', 'riscv64-linux'], 3, /error\[E504\]: there are no static executables for riscv64-linux/],
    [['build', 'app.py', '--sysroot', 'nowhere'], 2, /error\[E510\]: there is no folder nowhere/],
    [['run', '--target', 'aarch64-linux', 'app.py'], 2, /error\[E504\]: programs for aarch64-linux don't run on this machine/],
    [['build', 'app.py', '-o', 'app.node', '--target', 'wasm32-wasi'], 3, /error\[E504\]: no Node modules can be made for wasm32-wasi/],
    [['build', 'app.py', '-l', 'nosuch'], 3, /error\[E509\]: cannot link: .*nosuch/],
    [['build', 'app.py', '--cpu', 'skylak'], 2, /error\[E505\]: unknown CPU 'skylak' for x86_64-linux\nhelp: did you mean skylake\?/],
    [['build', 'app.py', '--features', 'avx2'], 2, /error\[E505\]: feature 'avx2' begins with neither \+ nor -/],
    [['build', 'app.py', '--features', '+avx9000'], 2, /error\[E505\]: unknown feature 'avx9000'/],
    [['build', 'app.py', '-o', 'app.so'], 3, /error\[E506\]: this version can't make \.so files/],
    [['build', 'app.py', '-o', 'app.py'], 2, /error\[E507\]: the output app\.py would overwrite a source file/],
    [['build', 'app.py', '-o', 'absent/app'], 2, /error\[E507\]: cannot write absent\/app: the folder does not exist/],
  ];
  for (const [args, status, text] of mistakes) {
    it(
      `answers: tauraro ${args.join(' ')}`,
      inWorkspace({ 'app.py': 'print(1)\n' }, (w) => {
        const outcome = w.tauraro(...args);
        assert.match(outcome.stderr, text);
        assert.equal(outcome.status, status);
        assert.equal(outcome.stdout, '');
      }),
    );
  }

  it(
    'lists targets, also as JSON',
    inWorkspace({}, (w) => {
      const text = w.tauraro('targets').stdout;
      assert.match(text, /^x86_64-linux +x86_64-unknown-linux-gnu +x86-64-v2 +gnu 2\.31 +executables, objects/m);
      for (const name of ['aarch64-linux', 'aarch64-linux-musl', 'armv7-linux', 'riscv64-linux', 'wasm32-wasi']) assert.match(text, new RegExp(`^${name} .*executables`, 'm'));
      assert.match(text, /^aarch64-macos .* objects +-$/m);
      const list = JSON.parse(w.tauraro('targets', '--json').stdout) as { targets: { name: string }[] };
      assert.ok(list.targets.some((target) => target.name === 'x86_64-linux'));
    }),
  );

  it(
    'lists the CPUs of a machine',
    inWorkspace({}, (w) => {
      assert.match(w.tauraro('targets', '--cpu', '--target', 'arm64-linux').stdout, /^this machine: [^]*^aarch64-linux: baseline generic$[^]* cortex-a72 /m);
      const list = JSON.parse(w.tauraro('targets', '--cpu', '--json').stdout) as { host: { cpu: string }; cpus: string[] };
      assert.ok(list.cpus.includes(list.host.cpu));
    }),
  );

  it(
    'finds this installation complete',
    inWorkspace({}, (w) => {
      const outcome = w.tauraro('doctor', '--json');
      const report = JSON.parse(outcome.stdout) as { ok: boolean; findings: { ok: boolean; optional?: boolean; name: string }[] };
      assert.deepEqual(report.findings.filter((finding) => !finding.ok && !finding.optional), []);
      assert.equal(outcome.status, 0);
    }),
  );
});
