/**
 * Endless recursion must end in a RecursionError: on every cycle of direct calls one function begins with a StackCheck.
 * (Calls through function objects are checked by the runtime.)
 */
import type { TypedFunction, TypedInstruction } from '../ir/typed.js';
import { newValue } from '../ir/function.js';

export function insertStackChecks(functions: readonly TypedFunction[]): void {
  for (const fn of findCycleEntries(functions)) {
    const check: TypedInstruction = { kind: 'StackCheck', result: newValue(fn), span: fn.span, rep: 'void' };
    fn.blocks.get(fn.entry)!.instructions.unshift(check);
  }
}

/** The targets of back edges of a depth-first walk over the call graph: every cycle contains one. */
function findCycleEntries(functions: readonly TypedFunction[]): Set<TypedFunction> {
  const bySymbol = new Map(functions.map((fn) => [fn.version.symbol, fn]));
  const entries = new Set<TypedFunction>();
  const state = new Map<TypedFunction, 'open' | 'done'>();
  for (const root of functions) {
    if (state.has(root)) continue;
    const stack = [{ fn: root, pending: calleesOf(root, bySymbol) }];
    state.set(root, 'open');
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const callee = top.pending.pop();
      if (callee === undefined) {
        state.set(top.fn, 'done');
        stack.pop();
      } else if (state.get(callee) === 'open') entries.add(callee);
      else if (!state.has(callee)) {
        state.set(callee, 'open');
        stack.push({ fn: callee, pending: calleesOf(callee, bySymbol) });
      }
    }
  }
  return entries;
}

function calleesOf(fn: TypedFunction, bySymbol: ReadonlyMap<string, TypedFunction>): TypedFunction[] {
  const callees = new Set<TypedFunction>();
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) {
      const callee = instruction.kind === 'CallVersion' ? bySymbol.get(instruction.version.symbol) : undefined;
      if (callee !== undefined) callees.add(callee);
    }
  }
  return [...callees];
}
