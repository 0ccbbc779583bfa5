/** A typed function as a C function. */
import { assert } from '../../base/assert.js';
import type { BlockId } from '../../base/ids.js';
import type { Block } from '../../ir/function.js';
import type { TypedFunction, TypedInstruction } from '../../ir/typed.js';
import { atom, cTypes, declaration } from './expression.js';
import { createFunctionState, declareVariable, deepest, labelName, lineDirective, phiName, print, rename, type FunctionState, type Line, type Work } from './function-state.js';
import { blockTree, type BlockTree } from './layout.js';
import { commentText } from './names.js';
import { printInstruction } from './print-instruction.js';
import { printBranch, printEdge, printLeaving, printSwitch, type Flow } from './print-terminator.js';
import type { ProgramState } from './program-state.js';
import { parametersOf, prototype, versionName } from './version.js';

export function printFunction(p: ProgramState, fn: TypedFunction): string {
  const f = createFunctionState(p, fn);
  declarePhis(f);
  printBlocks(f, blockTree(fn));
  const body = f.lines.filter((line) => typeof line === 'string' || f.labels.has(line.label)).map(lineText);
  const name = versionName(p, fn);
  const head = [`/* ${describe(fn)} */`, `${prototype(p, fn, name)} {`, ...declarations(f, body)];
  return [...(p.debug ? withLines([lineDirective(fn, fn.span), ...head, ...body, '}']) : [...head, ...body, '}'])].join('\n');
}

/** Repeats the directive before each line: several lines of C are of one line of the source. */
function withLines(lines: readonly string[]): string[] {
  let directive = '';
  return lines.flatMap((line) => {
    if (!line.startsWith('#line')) return [directive, line];
    directive = line;
    return [];
  });
}

const lineText = (line: Line): string => (typeof line === 'string' ? line : `${labelName(line.label)}:;`);

function describe(fn: TypedFunction): string {
  const kind = fn.general ? 'for values of any type' : `fast, for (${fn.version.parameters.join(', ')})`;
  return `${commentText(fn.kind === 'module' ? `module ${fn.module}` : fn.qualname)}, ${commentText(fn.source.name)}:${fn.source.position(fn.span.start).line}: ${kind}`;
}

function declarePhis(f: FunctionState): void {
  for (const block of f.fn.blocks.values()) {
    for (const instruction of block.instructions) {
      if (instruction.kind !== 'Phi' || instruction.rep === 'void') continue;
      rename(f, instruction.result, instruction.rep, atom(phiName(instruction)));
      if (f.uses[instruction.result]! > 0) declareVariable(f, cTypes[instruction.rep], phiName(instruction));
    }
  }
}

function declarations(f: FunctionState, body: readonly string[]): string[] {
  const lines: string[] = [];
  const words = new Set(body.flatMap((line) => (line.trimStart().startsWith('/*') ? [] : (line.match(/\b[A-Za-z]\w*/g) ?? []))));
  const unused = parametersOf(f.fn).map((parameter) => parameter.name).filter((name) => !words.has(name));
  if (unused.length > 0) lines.push(`  ${unused.map((name) => `(void)${name};`).join(' ')}`);
  for (const [type, names] of f.variables) lines.push(...grouped(type, names));
  if (f.arrayWords > 0) lines.push(`  RtValue array[${f.arrayWords}];`);
  return lines;
}

/** Declarations of variables of one type, some on each line. */
function grouped(type: string, names: readonly string[]): string[] {
  const perLine = 12;
  const lines = Math.ceil(names.length / perLine);
  const [base, star] = type.endsWith('*') ? [type.slice(0, -1).trimEnd(), '*'] : [type, ''];
  return Array.from({ length: lines }, (_, line) => `  ${base} ${names.slice(line * perLine, (line + 1) * perLine).map((name) => `${star}${name}`).join(', ')};`);
}

function printBlocks(f: FunctionState, tree: BlockTree): void {
  const work: Work[] = [{ block: f.fn.entry, follow: null }];
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    if ('text' in item) {
      if (item.indent < 1) f.indent--;
      print(f, item.text);
      if (item.indent > -1) f.indent++;
    } else if ('edge' in item) {
      f.block = item.from;
      printEdge(f, item.edge, item.follow);
    } else work.push(...printBlock(f, tree, item).reverse());
  }
}

/** Prints one block but for what stands between the braces of its branch, and gives what comes next. */
function printBlock(f: FunctionState, tree: BlockTree, { block: id, follow }: { block: BlockId; follow: BlockId | null }): Work[] {
  const block = f.fn.blocks.get(id)!;
  f.lines.push({ label: id });
  f.block = id;
  f.cold = block.cold === true || f.convention === 'general';
  for (const instruction of block.instructions) if (instruction.kind !== 'Phi') printInstruction(f, instruction as TypedInstruction);
  const nested = nestedSuccessors(f, tree, block);
  const siblings = tree.children.get(id)!.filter((child) => !nested.includes(child));
  const chain = siblings.map((child, index): Work => ({ block: child, follow: siblings[index + 1] ?? follow }));
  const flow: Flow = { nested, follow: siblings[0] ?? follow, isJoined: siblings.length > 0, sizes: tree.sizes };
  return [...printTerminator(f, block, flow), ...chain];
}

/** Those that can stand in the braces of the branch, or right behind it. */
function nestedSuccessors(f: FunctionState, tree: BlockTree, { terminator }: Block): BlockId[] {
  if (terminator.kind === 'Jump') return [terminator.target].filter(tree.hasOneWayIn);
  if (terminator.kind !== 'Branch') return [];
  const candidates = [terminator.then, terminator.else].filter(tree.hasOneWayIn);
  return f.indent <= deepest || candidates.length < 2 ? candidates : candidates.slice(0, 1);
}

/** Gives what is to be printed inside the branch's braces, and behind it. */
function printTerminator(f: FunctionState, block: Block, flow: Flow): Work[] {
  const { terminator } = block;
  switch (terminator.kind) {
    case 'Jump':
      if (flow.nested.includes(terminator.target)) return [{ block: terminator.target, follow: flow.follow }];
      printEdge(f, terminator.target, flow.follow);
      return [];
    case 'Branch':
      return printBranch(f, terminator, flow);
    case 'Switch':
      printSwitch(f, terminator);
      return [];
    case 'JumpUnlessRaised':
      assert(false, `${f.fn.symbol}: JumpUnlessRaised after insert-exception-edges`);
      return [];
    default:
      printLeaving(f, terminator);
      return [];
  }
}
