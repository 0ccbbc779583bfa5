/** Where a function's arguments and its saved state come from, by convention. */
import { layout } from '../../builtins/layout.js';
import type { LlvmValue } from './builder.js';
import type { ValueId } from '../../base/ids.js';
import type { Instruction, Rep } from '../../ir/function.js';
import { i64 } from './emission.js';
import { address, convert, loadAs, shapeOf, storeAs, type FunctionState } from './function-state.js';
import { callHelper } from './helpers.js';

const parameter = (f: FunctionState, index: number): LlvmValue => f.e.builder.GetArg(f.target, index);

export function emitArgument(f: FunctionState, index: number): LlvmValue {
  switch (f.convention) {
    case 'fast':
      return parameter(f, index + (f.fn.freeVariables.length === 0 ? 0 : 1));
    case 'general':
      return loadAs(f, f.e.types.i64, address(f, parameter(f, 1), 8 * index), 'arguments');
    case 'generator':
      return takeFromFrame(f, index);
  }
}

/** What debuggers show a representation as: numbers as such, other values as objects. */
const shownAs = (rep: Rep): number => (rep === 'int' ? 0 : rep === 'float' ? 1 : rep === 'bool' ? 2 : 3);

/** Debuggers find parameters by their names. */
export function describeArgument(f: FunctionState, index: number, rep: Rep, value: LlvmValue): LlvmValue {
  const name = f.fn.parameters[index]?.name;
  if (f.scope === null || name === undefined || f.convention === 'generator') return value;
  const { line } = f.fn.source.position(f.fn.span.start);
  f.e.builder.DescribeVariable(value, f.scope, line, index + 1, shownAs(rep), name);
  return value;
}

/** And variables, from where they get their values. */
export function describeVariables(f: FunctionState, { result, kind }: Instruction): void {
  const { made, copied } = f.fn.valueNames;
  const name = made.get(result);
  const isParameter = kind === 'Argument' && f.convention !== 'generator';
  if (name !== undefined && !isParameter) describeVariable(f, name, result);
  for (const copy of copied.get(result) ?? []) describeVariable(f, copy.name, copy.value);
}

const describedReps: ReadonlySet<Rep | undefined> = new Set(['int', 'float', 'bool', 'value']);

function describeVariable(f: FunctionState, name: string, value: ValueId): void {
  const [register, rep] = [f.registers[value], f.reps[value]];
  if (f.scope === null || register === undefined || !describedReps.has(rep)) return;
  const { line } = f.fn.source.position(f.fn.span.start);
  f.e.builder.DescribeVariable(register, f.scope, line, 0, shownAs(rep!), name);
}

export function emitClosure(f: FunctionState): LlvmValue {
  switch (f.convention) {
    case 'fast':
      return f.fn.freeVariables.length === 0 ? i64(f.e, 0) : parameter(f, 0);
    case 'general':
      return convert(f.e, parameter(f, 0), 'ptr', shapeOf('value'));
    case 'generator':
      return loadAs(f, f.e.types.i64, address(f, parameter(f, 0), layout.RtGenerator.function), 'generator.function');
  }
}

export function emitResumePoint(f: FunctionState): LlvmValue {
  const { builder, types } = f.e;
  const point = f.convention === 'generator' ? loadAs(f, types.i32, statePointer(f), 'generator.state') : parameter(f, 2);
  return builder.CreateZExt(point, types.i64);
}

/** Value 0 of a generator is what was sent, borrowed from the caller; the others lie in its frame. */
export function emitResumeValue(f: FunctionState, index: number): LlvmValue {
  if (f.convention === 'general') return loadAs(f, f.e.types.i64, address(f, parameter(f, 1), 8 * index), 'arguments');
  if (index > 0) return takeFromFrame(f, index - 1);
  callHelper(f.e, 'incref.maybe', parameter(f, 1));
  return parameter(f, 1);
}

export function framePointer(f: FunctionState, slot: number): LlvmValue {
  return address(f, parameter(f, 0), layout.RtGenerator.frame + 8 * slot);
}

export function statePointer(f: FunctionState): LlvmValue {
  return address(f, parameter(f, 0), layout.RtGenerator.state);
}

function takeFromFrame(f: FunctionState, slot: number): LlvmValue {
  const pointer = framePointer(f, slot);
  const value = loadAs(f, f.e.types.i64, pointer, 'generator.frame');
  storeAs(f, i64(f.e, 0), pointer, 'generator.frame');
  return value;
}
