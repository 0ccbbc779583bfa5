/**
 * Which functions run a handful of times in a run of the program? An estimate from whole-program inference, by which the back end spends its time:
 * being wrong costs speed only. It goes down the known calls from the bodies of modules:
 *
 *   main()              main: once
 *   def main():
 *     setUp(); setUp()  setUp: twice
 *     for x in data:
 *       work(x)         work: often
 */
import type { Analysis, Context } from '../analysis/context.js';
import { globalSite } from '../analysis/transfer.js';
import type { BlockId, ValueId } from '../base/ids.js';
import { naturalLoops } from '../ir/cfg.js';
import type { ClassInfo, Instruction, IrFunction } from '../ir/function.js';
import { operands, terminatorOperands } from '../ir/op-info.js';
import { findSite, type Type } from '../types/type.js';

/** What runs no more often than this is rare. */
const maxRuns = 1000;

/** What can be called by code that inference does not follow. */
interface Uses {
  readonly functions: Set<IrFunction>;
  readonly classes: Set<ClassInfo>;
  /** Of methods that are called, or looked up, on objects of unknown classes. */
  readonly names: Set<string>;
}

interface Edge {
  readonly callee: Context;
  readonly inLoop: boolean;
}

/** The contexts, bodies of modules among them, that run rarely. */
export function rareContexts(analysis: Analysis): ReadonlySet<Context> {
  const uses: Uses = { functions: new Set(), classes: new Set(), names: new Set() };
  const edges = new Map<Context, Edge[]>();
  const loops = new Map<IrFunction, ReadonlySet<BlockId>>();
  for (const context of analysis.contexts.values()) {
    let looping = loops.get(context.fn);
    if (looping === undefined) loops.set(context.fn, (looping = loopingBlocks(context.fn)));
    edges.set(context, scan(analysis, context, looping, uses));
  }
  return propagate(edges, (context) => isFollowed(analysis, context, uses));
}

function loopingBlocks(fn: IrFunction): ReadonlySet<BlockId> {
  const looping = new Set<BlockId>();
  for (const members of naturalLoops(fn).values()) for (const id of members) looping.add(id);
  return looping;
}

/** The known calls of a context; notes what it uses in other ways. */
function scan(a: Analysis, c: Context, looping: ReadonlySet<BlockId>, uses: Uses): Edge[] {
  const edges: Edge[] = [];
  for (const id of c.reached) {
    const block = c.fn.blocks.get(id)!;
    const inLoop = looping.has(id) || c.fn.kind === 'generator';
    for (const instruction of block.instructions) {
      const callees = knownCallees(c, instruction.result);
      for (const callee of callees ?? []) edges.push({ callee, inLoop });
      if (callees === null && (instruction.kind === 'FindMethod' || instruction.kind === 'CallMethod' || instruction.kind === 'CallSpecial' || instruction.kind === 'GetAttr'))
        uses.names.add(instruction.name);
      for (const operand of operands(instruction)) noteUse(a, c, operand, instruction, callees !== null, uses);
    }
    for (const operand of terminatorOperands(block.terminator)) noteUse(a, c, operand, null, false, uses);
  }
  return edges;
}

/** null: not resolved. */
function knownCallees(c: Context, id: ValueId): Context[] | null {
  const known = c.calls.get(id);
  const rows = known === undefined ? c.dispatches.get(id)?.map((row) => row.call) : [known];
  return rows === undefined ? null : rows.flatMap(({ context }) => (context === null ? [] : [context]));
}

function noteUse(a: Analysis, c: Context, operand: ValueId, user: Instruction | null, isKnownCall: boolean, uses: Uses): void {
  const type = c.types[operand];
  if (type?.kind !== 'Function' && type?.kind !== 'Class') return;
  if (user !== null && keepsTrack(a, c, operand, user, isKnownCall)) return;
  if (type.kind === 'Class') uses.classes.add(type.info);
  // A method goes into its class's namespace.
  if (type.kind === 'Function' && (user?.kind !== 'DictSet' || !a.metaFor.has(type.fn))) uses.functions.add(type.fn);
}

/** Does inference still know the function or class after this use? */
function keepsTrack(a: Analysis, c: Context, operand: ValueId, user: Instruction, isKnownCall: boolean): boolean {
  const isStill = (type: Type | undefined): boolean => type?.key === c.types[operand]!.key;
  switch (user.kind) {
    case 'Call':
      return isKnownCall && user.callee === operand && !user.args.includes(operand);
    case 'CallMethod':
    case 'SetAttr':
      return user.object === operand && (user.kind === 'SetAttr' ? user.value !== operand : !user.args.includes(operand));
    case 'StoreGlobal':
      return isStill(globalSite(a, user.module, user.name).element);
    case 'MakeCell':
      return isStill(heldIn(c.types[user.result]));
    case 'StoreCell':
      return isStill(heldIn(c.types[user.cell]));
    case 'Phi':
    case 'CheckBound':
    case 'Refine':
      return isStill(c.types[user.result]);
    default:
      return user.kind === 'MakeClass' || user.kind === 'FindMethod' || user.kind === 'Keep' || user.kind === 'GetAttr';
  }
}

const heldIn = (type: Type | undefined): Type | undefined => (type?.kind === 'Cell' ? findSite(type.site).element : undefined);

function isFollowed(a: Analysis, { fn, escaped }: Context, uses: Uses): boolean {
  if (escaped || fn.kind === 'generator' || a.exported.has(fn) || uses.functions.has(fn)) return false;
  const owner = a.metaFor.get(fn);
  if (owner === undefined) return true;
  if (fn.name === '__init__') return !uses.classes.has(owner);
  return !fn.name.startsWith('__') && !uses.names.has(fn.name);
}

/** Adds up how often each context runs, callers before callees; contexts that call themselves, and those behind them, are never reached. */
function propagate(edges: ReadonlyMap<Context, readonly Edge[]>, isFollowed: (context: Context) => boolean): Set<Context> {
  const waiting = new Map<Context, number>();
  for (const list of edges.values()) for (const { callee } of list) waiting.set(callee, (waiting.get(callee) ?? 0) + 1);
  const runs = new Map<Context, number>();
  const ready = [...edges.keys()].filter((context) => !waiting.has(context));
  for (const context of ready) if (context.fn.kind === 'module') runs.set(context, 1);
  const rare = new Set<Context>();
  for (let context = ready.pop(); context !== undefined; context = ready.pop()) {
    const times = isFollowed(context) ? (runs.get(context) ?? Infinity) : Infinity;
    if (times <= maxRuns) rare.add(context);
    for (const { callee, inLoop } of edges.get(context)!) {
      runs.set(callee, (runs.get(callee) ?? 0) + (inLoop ? Infinity : times));
      const left = waiting.get(callee)! - 1;
      waiting.set(callee, left);
      if (left === 0) ready.push(callee);
    }
  }
  return rare;
}
