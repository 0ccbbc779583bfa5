/** The target of a compilation, from what the command line says of it; combinations that can't be are refused. */
import { existsSync, statSync } from 'node:fs';
import { CommandError, exitStatus } from './command-error.js';
import { nativeTarget, noLibraries } from './linker-arguments.js';
import type { CompileOptions } from './options.js';
import { findTarget, makesExecutables, makesNodeModules, targets, type Target } from './targets.js';

export function chooseTarget(options: CompileOptions): Target {
  const named = findTarget(options.target);
  checkSysroot(options);
  const target = options.static === true ? staticTarget(named) : options.target === 'native' ? nativeTarget(named) : named;
  if (options.stage === 'node' && !makesNodeModules(target)) {
    throw new CommandError('E504', `no Node modules can be made for ${target.name}`, { status: exitStatus.missing });
  }
  if (options.stage === 'executable' && !makesExecutables(target)) {
    throw new CommandError('E504', `no executables can be made for ${target.name}`, { status: exitStatus.missing, help: 'give an output that ends in .o, .s, .ll or .bc' });
  }
  return target;
}

/** Static executables use musl: glibc needs parts of itself at run time even where it is linked statically. */
function staticTarget(target: Target): Target {
  if (target.libc !== 'gnu') return target;
  const found = targets.find((candidate) => candidate.name === `${target.name}-musl`);
  if (found !== undefined) return found;
  throw new CommandError('E504', `there are no static executables for ${target.name}`, { status: exitStatus.missing, help: 'leave out --static' });
}

function checkSysroot({ libraries = noLibraries }: CompileOptions): void {
  for (const folder of [...libraries.folders, ...(libraries.sysroot === '' ? [] : [libraries.sysroot])]) {
    if (existsSync(folder) && statSync(folder).isDirectory()) continue;
    throw new CommandError('E510', `there is no folder ${folder}`, { help: '--sysroot and -L name folders' });
  }
}
