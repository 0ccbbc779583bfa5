/** From the generic program to typed versions of all its functions: fast ones for the contexts that are called, general ones for the rest. */
import type { ValueId } from '../base/ids.js';
import type { Analysis, Context } from '../analysis/context.js';
import { allFunctions } from '../analysis/engine.js';
import { isGeneralOnly } from '../analysis/exit-load.js';
import type { IrFunction, IrProgram, Rep } from '../ir/function.js';
import { generalSymbol, type FunctionEntry, type TypedProgram } from '../ir/program.js';
import type { FunctionVersion, TypedFunction } from '../ir/typed.js';
import type { ProgramFacts } from './facts.js';
import { entryOf } from './entry.js';
import { rareContexts } from './frequency.js';
import { translate, type Result } from './translate.js';
import { repOf } from './translation.js';

export interface SpecialiseOptions {
  /** No fast versions at all: every value is a tagged word. */
  readonly generalOnly: boolean;
  /** Every place where a fast version can be left asks the runtime, at each passage, whether to leave: tests the general versions. */
  readonly forceExits: boolean;
}

export function specialise(program: IrProgram, analysis: Analysis, options: SpecialiseOptions): TypedProgram {
  const versions = new Map<Context, FunctionVersion>();
  const queue: Context[] = [];
  const modules = new Map(program.modules.map((module) => [module.name, module]));
  const rare = options.generalOnly ? new Set<Context>() : rareContexts(analysis);
  const facts: ProgramFacts = {
    program,
    analysis,
    global: (module, name) => modules.get(module)?.globals.get(name),
    forceExits: options.forceExits,
    isRecursive: recursionTest(analysis),
    isRare: (context) => rare.has(context),
    isOwnModule: (name) => modules.has(name),
    isStandard: (name) => modules.get(name)?.isStandard === true,
    versionOf: (context) => {
      let version = versions.get(context);
      if (version === undefined) {
        versions.set(context, (version = fastVersion(context)));
        queue.push(context);
      }
      return version;
    },
  };
  const functions: TypedFunction[] = [];
  const exits = new Map<IrFunction, Set<ValueId>>();
  const bodies = program.modules.map((module) =>
    options.generalOnly || module.isStandard === true || isGeneralOnly(module.body) ? null : facts.versionOf(bodyContext(analysis, module.body)),
  );
  const entries = options.generalOnly ? [] : functionEntries(facts, analysis);
  for (let context = queue.shift(); context !== undefined; context = queue.shift()) {
    for (const result of translateContext(facts, context, versions.get(context)!)) {
      functions.push(result.fn);
      const points = exits.get(context.fn) ?? new Set();
      for (const point of result.exits) points.add(point);
      exits.set(context.fn, points);
    }
  }
  for (const fn of allFunctions(program)) {
    functions.push(
      translate({ facts, generic: fn, version: generalVersion(fn), context: null, resumeAt: exits.get(fn) ?? [] }).fn,
    );
  }
  return { modules: program.modules.map((module, index) => ({ module, fastBody: bodies[index]! })), functions, entries };
}

/** Functions that call themselves are unrolled once if they are no larger than this many instructions. */
const maxUnrolled = 80;

/**
 * The fast version of a context. A small function that calls itself is made twice: the one that is called calls a copy, which is inlined, and the
 * copy calls the first; so every other call, and its check of the stack, is saved.
 */
function translateContext(facts: ProgramFacts, context: Context, version: FunctionVersion): Result[] {
  const plain = translate({ facts, generic: context.fn, version, context, resumeAt: [] });
  const isSelfRecursive = [...context.calls.values()].some((known) => known.context === context);
  if (!isSelfRecursive || facts.forceExits || context.fn.kind !== 'function' || sizeOf(plain.fn) > maxUnrolled) return [plain];
  const copy: FunctionVersion = { ...version, symbol: `${version.symbol}.inner`, inline: true };
  const toCopy: ProgramFacts = { ...facts, versionOf: (other) => (other === context ? copy : facts.versionOf(other)) };
  const inner: ProgramFacts = { ...facts, isRecursive: () => false };
  return [
    translate({ facts: toCopy, generic: context.fn, version, context, resumeAt: [] }),
    translate({ facts: inner, generic: context.fn, version: copy, context, resumeAt: [] }),
  ];
}

function sizeOf(fn: TypedFunction): number {
  let size = 0;
  for (const block of fn.blocks.values()) if (block.cold !== true) size += block.instructions.length;
  return size;
}

/** For functions whose objects are made: their first fast version, or the general one. */
function functionEntries(facts: ProgramFacts, analysis: Analysis): FunctionEntry[] {
  return [...analysis.made.keys()].flatMap((fn) => {
    const context = analysis.exported.get(fn) ?? analysis.contextsOf.get(fn)?.[0];
    const isUnused = context?.escaped === true && facts.isStandard(fn.module);
    return context === undefined || isUnused || fn.kind !== 'function' || isGeneralOnly(fn) ? [] : [entryOf(facts, context)];
  });
}

/** Contexts on a cycle of known calls, by Tarjan's strongly connected components (iterative). */
function recursionTest(analysis: Analysis): (context: Context) => boolean {
  const calls = (context: Context): Context[] => {
    const known = [...context.calls.values(), ...[...context.dispatches.values()].flatMap((rows) => rows.map((row) => row.call))];
    return known.flatMap((call) => (call.context === null ? [] : [call.context]));
  };
  const order = new Map<Context, number>();
  const low = new Map<Context, number>();
  const stack: Context[] = [];
  const onStack = new Set<Context>();
  const recursive = new Set<Context>();
  const close = (context: Context): void => {
    const component: Context[] = [];
    for (let member: Context | undefined; member !== context;) {
      member = stack.pop()!;
      onStack.delete(member);
      component.push(member);
    }
    if (component.length > 1 || calls(context).includes(context)) for (const member of component) recursive.add(member);
  };
  for (const root of analysis.contexts.values()) {
    if (order.has(root)) continue;
    const work: { context: Context; next: Context[] }[] = [];
    const enter = (context: Context): void => {
      order.set(context, order.size);
      low.set(context, order.get(context)!);
      stack.push(context);
      onStack.add(context);
      work.push({ context, next: calls(context) });
    };
    enter(root);
    while (work.length > 0) {
      const { context, next } = work.at(-1)!;
      const callee = next.pop();
      if (callee === undefined) {
        work.pop();
        if (low.get(context) === order.get(context)) close(context);
        const caller = work.at(-1)?.context;
        if (caller !== undefined) low.set(caller, Math.min(low.get(caller)!, low.get(context)!));
      } else if (!order.has(callee)) enter(callee);
      else if (onStack.has(callee)) low.set(context, Math.min(low.get(context)!, order.get(callee)!));
    }
  }
  return (context) => recursive.has(context);
}

function bodyContext(analysis: Analysis, body: IrFunction): Context {
  return analysis.contextsOf.get(body)![0]!;
}

function fastVersion(context: Context): FunctionVersion {
  return {
    symbol: `${context.fn.symbol}.fast${context.number}`,
    // A generator's frame holds tagged words.
    parameters: context.parameters.map((type) => (context.fn.kind === 'generator' ? 'value' : repOf(type))),
    result: context.fn.kind === 'generator' ? 'value' : repOf(context.result.element),
    fails: true,
  };
}

function generalVersion(fn: IrFunction): FunctionVersion {
  return { symbol: generalSymbol(fn), parameters: fn.parameters.map((): Rep => 'value'), result: 'value', fails: true };
}
