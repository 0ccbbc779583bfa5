/**
 * Small functions of the module itself, made at first use and inlined by LLVM wherever they are called: counting, boxing. One call in the
 * emitted IR stands for their whole body, which keeps emission fast.
 */
import type { LlvmBlock, LlvmFunction, LlvmValue } from './builder.js';
import { call, declare, i64, type Emission } from './emission.js';

interface Body {
  readonly e: Emission;
  readonly argument: LlvmValue;
  block(): LlvmBlock;
}

interface Helper {
  readonly parameter: 'i64' | 'double';
  readonly result: 'i64' | 'void';
  readonly inline: boolean;
  readonly build: (body: Body) => void;
}

const helpers = {
  incref: { parameter: 'i64', result: 'void', inline: true, build: (body) => whenObject(body, () => addToCount(body, 1)) },
  'incref.maybe': { parameter: 'i64', result: 'void', inline: true, build: (body) => whenPresent(body, 'incref') },
  decref: { parameter: 'i64', result: 'void', inline: true, build: (body) => whenObject(body, () => dropCount(body)) },
  'decref.maybe': { parameter: 'i64', result: 'void', inline: true, build: (body) => whenPresent(body, 'decref') },
  'decref.rare': { parameter: 'i64', result: 'void', inline: true, build: (body) => whenPresent(body, 'decref.cold', true) },
  'incref.cold': { parameter: 'i64', result: 'void', inline: false, build: (body) => forward(body, 'incref') },
  'incref.maybe.cold': { parameter: 'i64', result: 'void', inline: false, build: (body) => forward(body, 'incref.maybe') },
  'decref.cold': { parameter: 'i64', result: 'void', inline: false, build: (body) => forward(body, 'decref') },
  'decref.maybe.cold': { parameter: 'i64', result: 'void', inline: false, build: (body) => forward(body, 'decref.maybe') },
  'box.int': { parameter: 'i64', result: 'i64', inline: true, build: boxInt },
  'box.int.cold': {
    parameter: 'i64',
    result: 'i64',
    inline: false,
    build: (body) => body.e.builder.CreateRet(callHelper(body.e, 'box.int', body.argument)),
  },
  dealloc: { parameter: 'i64', result: 'void', inline: false, build: dealloc },
} as const satisfies { [name: string]: Helper };

export type HelperName = keyof typeof helpers;

export function callHelper(e: Emission, name: HelperName, argument: LlvmValue): LlvmValue {
  const inserted = call(e, helperFunction(e, name), [argument]);
  if (e.machine.sparesRegisters && (name === 'dealloc' || name.endsWith('.cold'))) e.builder.SetCallingConv(inserted, 'preserve_most');
  return inserted;
}

function helperFunction(e: Emission, name: HelperName): LlvmFunction {
  const symbol = `tauraro.${name}`;
  const known = e.functions.get(symbol);
  if (known !== undefined) return known;
  const helper: Helper = helpers[name];
  const fn = declare(e, symbol, e.types[helper.result], [e.types[helper.parameter]]);
  e.builder.SetLinkage(fn, 'internal');
  if (helper.inline) e.builder.AddFnAttr(fn, 'alwaysinline');
  else {
    e.builder.AddFnAttr(fn, 'noinline');
    if (name !== 'dealloc') e.builder.AddFnAttr(fn, 'cold');
    if (e.machine.sparesRegisters) e.builder.SetCallingConv(fn, 'preserve_most');
  }
  const place = e.builder.GetInsertBlock();
  const restore = e.builder.PauseDebugLoc();
  const block = (): LlvmBlock => e.builder.CreateBlock(fn);
  e.builder.SetInsertPoint(block());
  helper.build({ e, argument: e.builder.GetArg(fn, 0), block });
  if (place !== null) e.builder.SetInsertPoint(place);
  restore();
  return fn;
}

/** Runs `then` when the argument is no small int, and returns. */
function whenObject({ e, argument, block }: Body, then: () => void): void {
  const { builder } = e;
  const [object, done] = [block(), block()];
  const tag = builder.CreateAnd(argument, i64(e, 1));
  builder.CreateCondBr(builder.CreateICmpEQ(tag, i64(e, 0)), object, done);
  builder.SetInsertPoint(done);
  builder.CreateRetVoid();
  builder.SetInsertPoint(object);
  then();
  if (!builder.hasEnded()) builder.CreateBr(done);
}

function whenPresent({ e, argument, block }: Body, helper: HelperName, isRare = false): void {
  const { builder } = e;
  const [present, done] = [block(), block()];
  const branch = builder.CreateCondBr(builder.CreateICmpNE(argument, i64(e, 0)), present, done);
  if (isRare) e.builder.SetBranchWeights(branch, [1, 2000]);
  builder.SetInsertPoint(present);
  callHelper(e, helper, argument);
  builder.CreateBr(done);
  builder.SetInsertPoint(done);
  builder.CreateRetVoid();
}

function forward({ e, argument }: Body, helper: HelperName): void {
  callHelper(e, helper, argument);
  e.builder.CreateRetVoid();
}

function addToCount({ e, argument }: Body, step: 1 | -1): { count: LlvmValue } {
  const { builder, types } = e;
  const pointer = builder.CreateIntToPtr(argument, types.ptr);
  const load = builder.CreateLoad(types.i64, pointer);
  const count = builder.CreateAdd(load, i64(e, step));
  const store = builder.CreateStore(count, pointer);
  builder.SetTbaa(load, 'refcount');
  builder.SetTbaa(store, 'refcount');
  return { count };
}

function dropCount(body: Body): void {
  const { e, argument, block } = body;
  const { builder } = e;
  const { count } = addToCount(body, -1);
  const [dead, alive] = [block(), block()];
  builder.CreateCondBr(builder.CreateICmpEQ(count, i64(e, 0)), dead, alive);
  builder.SetInsertPoint(dead);
  callHelper(e, 'dealloc', argument);
  builder.CreateBr(alive);
  builder.SetInsertPoint(alive);
  builder.CreateRetVoid();
}

function dealloc({ e, argument }: Body): void {
  const fn = declare(e, 'rt_dealloc', e.types.void, [e.types.ptr]);
  call(e, fn, [e.builder.CreateIntToPtr(argument, e.types.ptr)]);
  e.builder.CreateRetVoid();
}

/** int → tagged word; what doesn't fit 63 bits becomes an object. */
function boxInt({ e, argument, block }: Body): void {
  const { builder, types } = e;
  const doubled = call(e, declare(e, 'llvm.sadd.with.overflow.i64', types.checked, [types.i64, types.i64]), [argument, argument]);
  const [small, big] = [block(), block()];
  const branch = builder.CreateCondBr(builder.CreateExtractValue(doubled, 1), big, small);
  e.builder.SetBranchWeights(branch, [1, 2000]);
  builder.SetInsertPoint(small);
  builder.CreateRet(builder.CreateOr(builder.CreateExtractValue(doubled, 0), i64(e, 1)));
  builder.SetInsertPoint(big);
  const boxed = call(e, declare(e, 'rt_int_from_i64', types.i64, [types.i64]), [argument]);
  builder.CreateRet(boxed);
}
