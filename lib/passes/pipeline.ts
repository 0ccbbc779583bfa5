/** The passes over typed functions, in order. This table is the documentation of the late middle end. */
import { mergeStraightBlocks } from '../ir/cfg.js';
import type { TypedProgram } from '../ir/program.js';
import type { RuntimeArgument, TypedFunction, TypedInstruction } from '../ir/typed.js';
import { insertExceptionEdges } from './insert-exception-edges.js';
import { insertRefcounts, type RefcountOptions } from './insert-refcounts.js';
import { removeDeadCode } from './remove-dead-code.js';

export type PassOptions = RefcountOptions;

export interface Pass {
  readonly name: string;
  readonly run: (fn: TypedFunction, options: PassOptions) => void;
}

export const passes: readonly Pass[] = [
  { name: 'merge-straight-blocks', run: mergeStraightBlocks },
  { name: 'remove-dead-code', run: removeDeadCode },
  { name: 'insert-exception-edges', run: insertExceptionEdges },
  // Last: counts must see every edge.
  { name: 'insert-refcounts', run: insertRefcounts },
];

/** Runs all passes over functions of the program, unless it has done so. */
export type PassRunner = (functions: readonly TypedFunction[]) => void;

export function passesFor(program: TypedProgram): PassRunner {
  const options: PassOptions = { hasFinalizers: program.functions.some(mayFinalize) };
  const done = new Set<TypedFunction>();
  return (functions) => {
    for (const fn of functions) {
      if (done.has(fn)) continue;
      done.add(fn);
      for (const pass of passes) pass.run(fn, options);
    }
  };
}

/** Does a function define or name `__del__`, or is it a generator that may have something to do when it is dropped while suspended? */
function mayFinalize(fn: TypedFunction): boolean {
  if (fn.name === '__del__') return true;
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) {
      if (instruction.kind === 'CallRuntime' && instruction.symbol === 'rt_handler_enter' && fn.kind === 'generator') return true;
      if (namesFinalizer(instruction as TypedInstruction)) return true;
    }
  }
  return false;
}

function namesFinalizer(instruction: TypedInstruction): boolean {
  if (instruction.kind === 'ValueConst') return instruction.value?.type === 'str' && instruction.value.value === '__del__';
  return instruction.kind === 'CallRuntime' && instruction.args.some(isFinalizerName);
}

function isFinalizerName(argument: RuntimeArgument): boolean {
  return typeof argument === 'object' && 'string' in argument && argument.string === '__del__';
}
