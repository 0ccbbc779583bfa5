/**
 * A typed program as one C11 file: what the LLVM back end makes of it, from the same instructions. It is compiled together with the runtime's
 * sources, of which it includes program.h. The same program gives the same text.
 */
import type { TypedProgram } from '../../ir/program.js';
import { moduleOf } from './code-data.js';
import { commentText } from './names.js';
import { printFunction } from './print-function.js';
import { createState, memoryDefinitions, type ProgramState } from './program-state.js';

export interface PrintOptions {
  /** `#line` directives: debuggers show the source. */
  readonly debug: boolean;
}

export function printProgram(typed: TypedProgram, { debug }: PrintOptions): string {
  const p = createState(typed, debug);
  const modules = typed.modules.map((module) => moduleOf(p, module.module.name));
  const functions: string[] = [];
  for (let fn = p.pending.shift(); fn !== undefined; fn = p.pending.shift()) functions.push(printFunction(p, fn));
  const cells = p.cells.map(({ name }) => `static Cell ${name};`);
  const sections = [
    [headComment(typed)],
    ['#include "program.h"'],
    memoryDefinitions(p),
    p.externs,
    cells,
    p.prototypes,
    p.data,
    [`RtModuleDef *const tauraro_modules[] = {${[...modules.map((name) => `&${name}`), 'NULL'].join(', ')}};`],
  ];
  const blocks = [...sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')), ...p.helpers, teardown(p), main(modules[0]!), ...functions];
  return `${blocks.join('\n\n')}\n`;
}

function headComment({ modules }: TypedProgram): string {
  const [entry] = modules;
  return [
    `/* ${commentText(entry!.module.source.name)}, compiled to C11 by tauraro. With the runtime's sources in the folder RUNTIME (--emit-runtime RUNTIME):`,
    '',
    '     make -C RUNTIME && cc -std=c11 -O3 -IRUNTIME THIS_FILE RUNTIME/libtauraro.a -lm -o program',
    '',
    '   Ints wrap only where wrap_… says so. Only -flto, which would show compilers both sides of what the runtime stores, needs -fno-strict-aliasing. */',
  ].join('\n');
}

/** Releases what the program's cells still hold. Globals become None, as CPython leaves them for finalizers that still run. */
function teardown(p: ProgramState): string {
  const lines = p.cells.flatMap(({ symbol, name }, index) => [
    `  RtValue old${index} = ${name}.it;`,
    `  ${name}.it = ${symbol.startsWith('global.') ? 'RT_NONE' : '0'};`,
    `  decref_maybe_cold(old${index});`,
  ]);
  return ['static __attribute__((cold)) void teardown(void) {', ...lines, '}'].join('\n');
}

function main(entry: string): string {
  return [
    'static RtValue program(void) {',
    `  RtValue module = rt_run_main(&${entry});`,
    '  rt_xdecref(module);',
    '  return module;',
    '}',
    '',
    'int main(int argc, char **argv) { return rt_main(argc, argv, program, teardown); }',
  ].join('\n');
}
