/** Valid Python that we don't compile yet: never a wrong answer, always a diagnostic that names the construct. */
import type { Span } from '../base/source.js';
import type { ModuleContext } from './context.js';

export const unsupportedRules = {
  E903: 'code that is made while the program runs: exec, eval, compile, __import__, breakpoint',
  E904: "'from … import *' of modules that are known by name only",
  E905: 'modules that neither the program nor the compiler has',
  E906: 'built-in functions that the runtime lacks',
  E907: 'members that a built-in module, or a code object, of ours lacks',
  E909: 'names of the module object such as __spec__',
  E910: 'expressions nested too deeply',
  E911: 'changing a module from outside',
} as const;

export type UnsupportedCode = keyof typeof unsupportedRules;

export function unsupported(module: ModuleContext, code: UnsupportedCode, span: Span, message: string, help?: string): void {
  const { source } = module.parsed;
  const { list } = module.program.problems;
  if (list.some((known) => known.code === code && known.source === source && known.span.start === span.start)) return;
  module.program.problems.report({
    code,
    severity: 'unsupported',
    source,
    span,
    message: `${message} is not supported yet`,
    help,
  });
}
