/**
 * The entry of a function object: what the runtime calls. Where the arguments are of the types that a fast version was made for, that version
 * runs, else the general one.
 */
import type { Context } from '../analysis/context.js';
import type { Rep } from '../ir/function.js';
import { entrySymbol, generalSymbol } from '../ir/program.js';
import type { FunctionVersion, TypedFunction } from '../ir/typed.js';
import type { ProgramFacts } from './facts.js';
import { isPromised, typeTest, unboxed } from './guards.js';
import { createTranslation } from './translate.js';
import { branch, emit, intConst, meet, merge, register, toRep, toValue, type Translation } from './translation.js';

export function translateEntry(facts: ProgramFacts, context: Context): TypedFunction {
  const { fn } = context;
  const parameters = fn.parameters.map((): Rep => 'value');
  const entry: FunctionVersion = { symbol: entrySymbol(fn), parameters, result: 'value', fails: true };
  const t = createTranslation({ facts, generic: fn, version: entry, context: null, resumeAt: [] }, [], new Set());
  const closure = fn.freeVariables.length === 0 ? null : emit(t, 'Closure', 'value', {});
  const args = fn.parameters.map((_, index) => emit(t, 'Argument', 'value', { index }));
  const version = facts.versionOf(context);
  const misfits: Translation['block'][] = [];
  const typed = args.map((arg, index) => {
    const type = context.parameters[index]!;
    // A range holds for the calls that inference saw: others are left to the general version.
    if (type.kind === 'Int') return intWithin(t, arg, type.low, type.high, misfits);
    if (!isPromised(type)) return arg;
    const { yes, no } = branch(t, typeTest(t, arg, type), true);
    misfits.push(no);
    t.block = yes;
    return toRep(t, unboxed(t, arg, type), version.parameters[index]!);
  });
  const pair = emit(t, 'CallVersion', 'pair', { version, closure, args: typed, silent: true });
  const left = emit(t, 'IntCompare', 'bool', {
    op: 'eq',
    left: emit(t, 'PairStatus', 'int', { operand: pair }),
    right: intConst(t, 2),
  });
  const { yes, no } = branch(t, left, false);
  t.block = yes;
  const general = emit(t, 'PairPayload', 'value', { operand: pair });
  t.block = no;
  const boxed = toValue(t, register(version.result, emit(t, 'PairPayload', version.result, { operand: pair })));
  const result = merge(t, 'value', [
    { block: yes, value: general },
    { block: t.block, value: boxed },
  ]);
  t.block.terminator = { kind: 'Return', value: result };
  if (misfits.length > 0) callGeneral(t, misfits, closure, args, generalSymbol(fn));
  t.ssa.finish();
  return t.out;
}

function intWithin(
  t: Translation,
  arg: ReturnType<typeof emit>,
  low: bigint,
  high: bigint,
  misfits: Translation['block'][],
): ReturnType<typeof emit> {
  const small = branch(t, emit(t, 'IsSmall', 'bool', { operand: arg }), true);
  misfits.push(small.no);
  t.block = small.yes;
  const int = emit(t, 'SmallToInt', 'int', { operand: arg });
  for (const [op, bound, limit] of [
    ['sge', low, -(1n << 62n)],
    ['sle', high, (1n << 62n) - 1n],
  ] as const) {
    if (op === 'sge' ? bound <= limit : bound >= limit) continue;
    const inside = branch(t, emit(t, 'IntCompare', 'bool', { op, left: int, right: intConst(t, bound) }), true);
    misfits.push(inside.no);
    t.block = inside.yes;
  }
  return int;
}

function callGeneral(
  t: Translation,
  misfits: Translation['block'][],
  closure: ReturnType<typeof emit> | null,
  args: readonly ReturnType<typeof emit>[],
  name: string,
): void {
  meet(t, misfits);
  const version: FunctionVersion = { symbol: name, parameters: args.map((): Rep => 'value'), result: 'value', fails: true };
  const pair = emit(t, 'CallVersion', 'pair', { version, closure, args, silent: true });
  t.block.terminator = { kind: 'Return', value: emit(t, 'PairPayload', 'value', { operand: pair }) };
}
