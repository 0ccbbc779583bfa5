/**
 * The entry of a function object, as data: where the arguments are of the types that a fast version was made for, that version runs, else the
 * general one. One piece of code for each combination of representations reads it.
 */
import type { Context } from '../analysis/context.js';
import { generalSymbol, type EntryCheck, type FunctionEntry } from '../ir/program.js';
import type { Type } from '../types/type.js';
import type { ProgramFacts } from './facts.js';
import { classSymbol } from './general-ops.js';
import { exactTypes } from './guards.js';

export function entryOf(facts: ProgramFacts, context: Context): FunctionEntry {
  return { fn: context.fn, version: facts.versionOf(context), checks: context.parameters.map(checkOf) };
}

/** What an argument of a promised type has to be. A range holds for the calls that inference saw: others are left to the general version. */
function checkOf(type: Type): EntryCheck {
  switch (type.kind) {
    case 'Int':
      return { kind: 'int', low: type.low, high: type.high };
    case 'Bool':
      return { kind: 'bool' };
    case 'None':
      return { kind: 'same', symbol: 'rt_none_object' };
    case 'Class':
      return { kind: 'class', cell: classSymbol(type.info.id) };
    case 'Instance':
      return { kind: 'instance', cell: classSymbol(type.info.id) };
    case 'Function':
      return { kind: 'function', general: generalSymbol(type.fn) };
    case 'Tuple':
      return { kind: 'tuple', length: type.items.length };
    default: {
      const symbol = exactTypes[type.kind];
      return symbol === undefined ? { kind: 'any' } : { kind: 'type', symbol };
    }
  }
}
