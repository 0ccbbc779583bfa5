/**
 * Imports whose module object nobody reads, since each use names a member that is known at compile time: the object of a module of the
 * runtime would hold all its members, so it isn't made. Own modules are imported for what their bodies do.
 *
 *   %1 = ImportModule math          =>     %1 = Constant None
 *   StoreGlobal __main__.math %1           StoreGlobal __main__.math %1
 */
import type { Scope } from '../analysis/scopes.js';
import type { ValueId } from '../base/ids.js';
import type { Instruction, IrFunction } from '../ir/function.js';
import type { GenericInstruction } from '../ir/generic.js';
import { operands, terminatorOperands } from '../ir/op-info.js';
import type { ProgramContext } from './context.js';

type Import = GenericInstruction & { readonly kind: 'ImportModule' };

export function removeUnreadImports(program: ProgramContext): void {
  if (looksIntoModules(program)) return;
  const read = globalsRead(program.functions);
  for (const fn of program.functions) {
    const imports = importsOf(program, fn);
    if (imports.size === 0) continue;
    for (const instruction of instructionsOf(fn)) {
      const isUnread = instruction.kind === 'StoreGlobal' && !read.has(`${instruction.module}.${instruction.name}`);
      if (isUnread && isPrivate(program, instruction.module)) continue;
      for (const value of operands(instruction)) imports.delete(value);
    }
    for (const block of fn.blocks.values()) for (const value of terminatorOperands(block.terminator)) imports.delete(value);
    replaceByNone(fn, imports);
  }
}

/** Does the program read names of modules otherwise than by writing them down? */
function looksIntoModules(program: ProgramContext): boolean {
  const lookers = ['globals', 'locals', 'vars', 'eval', 'exec', '__import__'];
  return [...program.modules.values()].some(
    ({ parsed, scopes }) =>
      parsed.isStandard !== true &&
      [scopes.module, ...scopes.byNode.values()].some((scope) => lookers.some((name) => mentions(scope, name))),
  );
}

const mentions = (scope: Scope, name: string): boolean => scope.meaning.get(name) === null;

/** What can be dropped: modules of the runtime, and standard modules of which nothing has to run. */
function importsOf(program: ProgramContext, fn: IrFunction): Map<ValueId, Import> {
  const imports = new Map<ValueId, Import>();
  for (const instruction of instructionsOf(fn)) {
    if (instruction.kind !== 'ImportModule') continue;
    const own = program.modules.get(instruction.name);
    if (own === undefined || (own.parsed.isStandard === true && own.parsed.tree.body.length === 0)) imports.set(instruction.result, instruction);
  }
  return imports;
}

/** Can no module object give the module's names away? */
function isPrivate(program: ProgramContext, name: string): boolean {
  const known = program.modules.get(name);
  if (known?.scopes.namespaceUse !== 'none') return false;
  return name === '__main__' || known.parsed.isHeld === false;
}

function globalsRead(functions: readonly IrFunction[]): Set<string> {
  const read = new Set<string>();
  for (const fn of functions)
    for (const instruction of instructionsOf(fn)) if (instruction.kind === 'LoadGlobal') read.add(`${instruction.module}.${instruction.name}`);
  return read;
}

function* instructionsOf(fn: IrFunction): Generator<Instruction> {
  for (const block of fn.blocks.values()) yield* block.instructions;
}

function replaceByNone(fn: IrFunction, imports: ReadonlyMap<ValueId, Import>): void {
  if (imports.size === 0) return;
  for (const block of fn.blocks.values()) {
    block.instructions.forEach((instruction, index) => {
      const { result } = instruction;
      const dropped = imports.get(result);
      if (dropped !== undefined) block.instructions[index] = { kind: 'Constant', result, span: dropped.span, value: { type: 'None' } };
    });
  }
}

/** Which modules are still part of the program: not the standard ones of which nothing was taken, unless they are held as objects. */
export function modulesNeeded(program: ProgramContext): (name: string) => boolean {
  const imported = new Set<string>();
  for (const fn of program.functions) for (const instruction of instructionsOf(fn)) if (instruction.kind === 'ImportModule') imported.add(instruction.name);
  return (name) => {
    const { parsed } = program.modules.get(name)!;
    return parsed.isStandard !== true || parsed.tree.body.length > 0 || imported.has(name);
  };
}
