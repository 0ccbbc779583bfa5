/** Links a Node module: a shared library whose undefined napi_… symbols are the host's, and which shows its entry points only. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError, exitStatus } from './command-error.js';
import { nativeFolder } from './installation.js';
import { inTemporaryFolder, operationsOf, runLinker } from './link.js';
import type { CompileOptions } from './options.js';
import { linkFile, runtimeFile } from './runtime-files.js';
import type { Target } from './targets.js';

/** The symbols by which Node finds a module. */
const versionScript = '{ global: napi_register_module_v1; node_api_module_get_api_version_v1; local: *; };\n';

export function linkNodeModule(objects: readonly Uint8Array[], target: Target, options: CompileOptions): Uint8Array {
  if (options.runtime !== 'release') return linkForTests(objects, options.runtime);
  const all = [...objects, readFileSync(runtimeFile(target, 'node.o'))];
  const operations = operationsOf(all, target);
  return runLinker(all, (inputs, output) => [...libraryArguments(inputs, target, output, options.debug), ...operations]);
}

function libraryArguments(objects: readonly string[], target: Target, output: string, debug: boolean): string[] {
  const script = join(dirname(output), 'exports.map');
  writeFileSync(script, versionScript);
  return [
    ...['ld.lld', '-m', target.emulation!, '-shared', '-Bsymbolic', '-o', output, `--version-script=${script}`],
    ...['--hash-style=gnu', '--build-id=none', '--gc-sections', '--icf=safe', '-O2'],
    ...['-z', 'relro', '-z', 'now', '-z', 'noexecstack', '-z', `max-page-size=${target.pageSize}`],
    ...(debug ? [] : ['--strip-all']),
    ...[...objects, runtimeFile(target, 'o'), linkFile(target, 'libgcc.a'), ...libraries(target)],
  ];
}

/** musl's one library is in the host's process already, under whatever name. */
function libraries(target: Target): string[] {
  const file = (name: string): string => linkFile(target, name);
  if (target.libc !== 'gnu') return [];
  return ['--as-needed', file('libm.so.6-2.31'), '--no-as-needed', file('libc.so.6-2.31'), file('compat.o'), file('libc_nonshared.a')];
}

/** As executables for tests: by the C compiler, which knows its sanitizers. */
function linkForTests(objects: readonly Uint8Array[], variant: 'debug' | 'asan'): Uint8Array {
  const library = (name: string): string => join(nativeFolder, 'runtime', variant, name);
  const sanitize = variant === 'asan' ? ['-fsanitize=address,undefined', '-shared-libasan'] : [];
  return inTemporaryFolder(objects, (inputs, output) => {
    const script = join(dirname(output), 'exports.map');
    writeFileSync(script, versionScript);
    const node = ['-Wl,--whole-archive', library('libnode.a'), '-Wl,--no-whole-archive'];
    const args = [...sanitize, '-shared', '-Wl,-Bsymbolic', `-Wl,--version-script=${script}`, ...inputs, ...node, library('libruntime.a'), '-lm', '-o', output];
    const { status, stderr } = spawnSync('clang-22', args, { encoding: 'utf8' });
    if (status !== 0) throw new CommandError('E509', `cannot link: ${stderr.trim()}`, { status: exitStatus.missing });
  });
}
