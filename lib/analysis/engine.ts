/**
 * Whole-program type inference over the generic IR: contexts are run until nothing changes.
 *
 * Types of registers only grow. What is stored in the heap is joined in sites; a context that read a site runs again when the site grows.
 */
import type { BlockId, ValueId } from '../base/ids.js';
import { naturalLoops, reversePostorder } from '../ir/cfg.js';
import type { ClassInfo, IrFunction, IrProgram, Phi } from '../ir/function.js';
import type { GenericInstruction } from '../ir/generic.js';
import { successors } from '../ir/op-info.js';
import { any, findSite, instance, join, never, newSite, siteListener, structure, type Site, type Type } from '../types/type.js';
import type { Analysis, Context, FunctionShape } from './context.js';
import { intervalOf, widen } from './int-range.js';
import { transfer } from './transfer.js';

/** More contexts of one function than this: further calls of it are general. */
const maxContexts = 8;
const widenAfter = 3;
/** A guard against programs on which the fixed point is far: then everything left is general. */
const maxRuns = 200_000;

/** `seeds`: functions that are called from outside the program, with the types of most of these calls. */
export function analyse(program: IrProgram, seeds: ReadonlyMap<IrFunction, readonly Type[]> = new Map()): Analysis {
  const a: Analysis = {
    program,
    contexts: new Map(),
    contextsOf: new Map(),
    queue: [],
    shapes: new Map(),
    globals: new Map(),
    attributes: new Map(),
    floatSlots: new Map(),
    bases: new Map(),
    metaFor: methodOwners(program),
    ofClasses: functionsOfClasses(program),
    made: new Map(),
    exported: new Map(),
    yields: new Map(),
    cellTypes: new Map(),
    assignedNames: assignedNames(program),
    staticClasses: staticClasses(program),
  };
  siteListener.grew = (site) => {
    for (const reader of findSite(site).readers) enqueue(a, reader as Context);
  };
  for (const module of program.modules) contextFor(a, module.body, []);
  runQueue(a);
  plantSeeds(a, seeds);
  do runQueue(a);
  while (addEscapees(a));
  return a;
}

function runQueue(a: Analysis): void {
  for (let runs = 0; a.queue.length > 0 && runs < maxRuns; runs++) {
    const context = a.queue.shift()!;
    context.queued = false;
    run(a, context);
  }
}

function plantSeeds(a: Analysis, seeds: ReadonlyMap<IrFunction, readonly Type[]>): void {
  for (const [fn, parameters] of seeds) {
    const context = a.made.has(fn) && fn.kind === 'function' ? contextFor(a, fn, parameters) : null;
    if (context !== null) a.exported.set(fn, context);
  }
}

/** Functions that only unknown code can call are run with arguments of any type, so that what they store is seen. */
function addEscapees(a: Analysis): boolean {
  let added = false;
  for (const fn of a.made.keys()) {
    if (a.contextsOf.has(fn)) continue;
    const owner = a.metaFor.get(fn);
    const parameters = fn.parameters.map((_, index): Type =>
      index === 0 && owner !== undefined && isStatic(a, owner) ? instance(owner) : any,
    );
    const context = contextFor(a, fn, parameters);
    if (context !== null) context.escaped = true;
    added = true;
  }
  return added;
}

export function isStatic(a: Analysis, info: ClassInfo): boolean {
  return a.staticClasses.has(info) && a.bases.get(info) !== undefined && a.bases.get(info) !== null;
}

export function enqueue(a: Analysis, context: Context): void {
  if (context.queued) return;
  context.queued = true;
  a.queue.push(context);
}

/** The context for those argument types, made if need be; null when the function has too many. */
export function contextFor(a: Analysis, fn: IrFunction, parameters: readonly Type[]): Context | null {
  const key = `${fn.symbol}(${parameters.map((type) => structure(type)).join(';')})`;
  let context = a.contexts.get(key);
  const list = a.contextsOf.get(fn) ?? [];
  if (context === undefined) {
    if (list.length >= maxContexts) return null;
    context = makeContext(a, fn, key, parameters, list.length);
    list.push(context);
    a.contextsOf.set(fn, list);
    a.contexts.set(key, context);
    enqueue(a, context);
    return context;
  }
  joinParameters(a, context, parameters);
  return context;
}

function makeContext(a: Analysis, fn: IrFunction, key: string, parameters: readonly Type[], number: number): Context {
  return {
    fn,
    key,
    number,
    escaped: false,
    shape: shapeOf(a, fn),
    parameters: [...parameters],
    parameterGrowth: parameters.map(() => 0),
    types: [],
    growth: new Map(),
    reached: new Set(),
    result: newSite(),
    calls: new Map(),
    dispatches: new Map(),
    methods: new Map(),
    sites: new Map(),
    queued: false,
  };
}

function joinParameters(a: Analysis, context: Context, parameters: readonly Type[]): void {
  parameters.forEach((type, index) => {
    const old = context.parameters[index]!;
    let joined = join(old, type);
    if (joined.key === old.key) return;
    if (++context.parameterGrowth[index]! > widenAfter) joined = widen(old, joined, []);
    context.parameters[index] = joined;
    enqueue(a, context);
  });
}

function shapeOf(a: Analysis, fn: IrFunction): FunctionShape {
  let shape = a.shapes.get(fn);
  if (shape !== undefined) return shape;
  const definition = new Map<ValueId, GenericInstruction | Phi>();
  const marks = new Set<bigint>([0n, 1n << 31n, 1n << 32n, 1n << 53n, 1n << 62n]);
  for (const block of fn.blocks.values()) {
    for (const instruction of block.instructions) {
      definition.set(instruction.result, instruction as GenericInstruction | Phi);
      if (instruction.kind === 'Constant' && instruction.value.type === 'int') {
        for (const near of [-1n, 0n, 1n]) marks.add(instruction.value.value + near);
      }
    }
  }
  shape = { order: reversePostorder(fn), definition, landmarks: [...marks].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)) };
  a.shapes.set(fn, shape);
  return shape;
}

/** One context, to its own fixed point. */
function run(a: Analysis, context: Context): void {
  const { fn, shape } = context;
  context.reached.add(fn.entry);
  for (let changed = true; changed;) {
    changed = false;
    for (const id of shape.order) {
      if (!context.reached.has(id)) continue;
      const block = fn.blocks.get(id)!;
      for (const instruction of block.instructions) {
        const type =
          instruction.kind === 'Phi' ? phiType(context, instruction) : transfer(a, context, instruction as GenericInstruction);
        if (grow(context, instruction, type)) changed = true;
      }
      for (const next of successors(block.terminator)) if (reach(context, next)) changed = true;
      if (block.terminator.kind === 'Return') storeResult(a, context, typeIn(context, block.terminator.value));
    }
  }
}

function reach(context: Context, block: BlockId): boolean {
  if (context.reached.has(block)) return false;
  context.reached.add(block);
  return true;
}

export function typeIn(context: Context, value: ValueId): Type {
  return context.types[value] ?? never;
}

function phiType(context: Context, phi: Phi): Type {
  return phi.inputs.map((input) => typeIn(context, input.value)).reduce((x, y) => join(x, y), never);
}

function grow(context: Context, instruction: { readonly kind: string; readonly result: ValueId }, type: Type): boolean {
  const old = context.types[instruction.result] ?? never;
  let joined = join(old, type);
  if (joined.key === old.key) return false;
  const count = (context.growth.get(instruction.result) ?? 0) + 1;
  context.growth.set(instruction.result, count);
  if (count > widenAfter && intervalOf(joined) !== null) joined = widen(old, joined, context.shape.landmarks);
  if (count > 40) joined = any;
  context.types[instruction.result] = joined;
  return true;
}

/** Results keep their range: they travel in registers. */
function storeResult(a: Analysis, context: Context, type: Type): void {
  const site = findSite(context.result);
  const joined = join(site.element, type);
  if (joined.key === site.element.key) return;
  const count = (context.growth.get(-1 as ValueId) ?? 0) + 1;
  context.growth.set(-1 as ValueId, count);
  site.element = count > widenAfter ? widen(site.element, joined, context.shape.landmarks) : joined;
  for (const reader of site.readers) enqueue(a, reader as Context);
}

export function readSite(context: Context, site: Site): Type {
  const root = findSite(site);
  root.readers.add(context);
  return root.element;
}

function methodOwners(program: IrProgram): Map<IrFunction, ClassInfo> {
  const owners = new Map<IrFunction, ClassInfo>();
  for (const info of program.classes) {
    for (const member of info.members.values())
      if (member.kind === 'method' || member.kind === 'property') owners.set(member.function, info);
  }
  return owners;
}

function functionsOfClasses(program: IrProgram): Set<IrFunction> {
  const members = program.classes.flatMap((info) => [...info.members.values()]);
  return new Set(members.flatMap((member) => ('function' in member ? [member.function] : [])));
}

function assignedNames(program: IrProgram): Set<string> {
  const names = new Set<string>();
  for (const fn of allFunctions(program)) {
    for (const block of fn.blocks.values()) {
      for (const instruction of block.instructions) {
        if (instruction.kind === 'SetAttr' || instruction.kind === 'DelAttr') names.add(instruction.name);
        if (instruction.kind === 'LoadBuiltin' && ['setattr', 'delattr', 'vars'].includes(instruction.name))
          names.add('*');
        if (instruction.kind === 'GetAttr' && instruction.name === '__dict__') names.add('*');
        if (instruction.kind === 'SetAttr' && ['__class__', '__bases__'].includes(instruction.name)) names.add('*');
        if (instruction.kind === 'LoadModuleMember' && instruction.name === 'redirect_stdout') names.add('stdout');
      }
    }
  }
  return names;
}

export function allFunctions(program: IrProgram): Set<IrFunction> {
  return new Set([...program.modules.map((module) => module.body), ...program.functions]);
}

/** Does something assign to the bases of classes? No class is known to be what its statement says, then. */
function changesBases(program: IrProgram): boolean {
  const isName = (name: string): boolean => name === '__bases__';
  return [...allFunctions(program)].some((fn) =>
    [...fn.blocks.values()].some((block) =>
      block.instructions.some((each) => each.kind === 'SetAttr' ? isName(each.name) : each.kind === 'Constant' && each.value.type === 'str' && isName(each.value.value)),
    ),
  );
}

/** Classes made by a statement of a module body outside loops. */
function staticClasses(program: IrProgram): Set<ClassInfo> {
  const result = new Set<ClassInfo>();
  if (changesBases(program)) return result;
  for (const { body } of program.modules) {
    const looping = new Set<BlockId>();
    for (const members of naturalLoops(body).values()) for (const id of members) looping.add(id);
    for (const block of body.blocks.values()) {
      if (looping.has(block.id)) continue;
      for (const instruction of block.instructions) {
        if (instruction.kind === 'MakeClass' && !instruction.info.dynamic) result.add(instruction.info);
      }
    }
  }
  return result;
}
