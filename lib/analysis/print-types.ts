/**
 * What inference found, as text: each function with the types that reach it, and below it the lines where an operation stayed on
 * tagged values, with the types that are to blame.
 *
 *   app.py:1: fib(n: int[..30]) -> int
 *   app.py:9: total(items: object) -> object
 *     line 11: item.price * 2 stays boxed: item is object
 */
import type { SourceFile, Span } from '../base/source.js';
import type { GenericInstruction } from '../ir/generic.js';
import { genericOperands } from '../ir/generic-info.js';
import { findSite, membersOf, printType, type Type } from '../types/type.js';
import type { Analysis, Context } from './context.js';
import { allFunctions, typeIn } from './engine.js';

export function printTypes(analysis: Analysis): string {
  let text = '';
  for (const fn of allFunctions(analysis.program)) {
    const contexts = analysis.contextsOf.get(fn) ?? [];
    const place = `${fn.source.name}:${fn.source.position(fn.span.start).line}`;
    if (contexts.length === 0) text += `${place}: ${fn.qualname} is never called with known types\n`;
    for (const context of contexts) text += `${place}: ${signature(context)}\n${boxedLines(context).map((line) => `  ${line}\n`).join('')}`;
  }
  return text;
}

function signature({ fn, parameters, result }: Context): string {
  if (fn.kind === 'module') return `module ${fn.module}`;
  const stars = { varargs: '*', kwargs: '**' } as Record<string, string>;
  const list = fn.parameters.map(({ name, kind }, index) => `${stars[kind] ?? ''}${name}: ${printType(parameters[index]!)}`);
  return `${fn.qualname}(${list.join(', ')}) -> ${printType(findSite(result).element)}`;
}

/** One line of text for each line of the source, naming its first operation that stayed boxed. */
function boxedLines(context: Context): string[] {
  const { fn } = context;
  const found = new Map<number, string>();
  for (const id of context.reached) {
    for (const instruction of fn.blocks.get(id)!.instructions) {
      const reason = instruction.kind === 'Phi' ? null : reasonFor(context, instruction as GenericInstruction);
      const { line } = fn.source.position(instruction.span.start);
      if (reason !== null && !found.has(line)) found.set(line, `line ${line}: ${excerpt(fn.source, instruction.span)} stays boxed: ${reason}`);
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, text]) => text);
}

const operations: ReadonlySet<GenericInstruction['kind']> = new Set([
  ...(['Unary', 'Binary', 'InplaceBinary', 'Compare', 'GetAttr', 'SetAttr', 'GetItem', 'SetItem', 'Call', 'CallMethod', 'CallStar', 'GetIter', 'Next'] as const),
]);

/** Why the operation can't be compiled for one type; null where it can. */
function reasonFor(context: Context, instruction: GenericInstruction): string | null {
  if (!operations.has(instruction.kind) || context.calls.has(instruction.result)) return null;
  const blamed = genericOperands(instruction).filter((operand) => isBoxed(typeIn(context, operand)));
  if (blamed.length > 0) return blamed.map((operand) => `${nameOf(context, operand)} is ${printType(typeIn(context, operand))}`).join(', ');
  const what = instruction.kind === 'Next' ? 'an item' : 'its result';
  return isBoxed(typeIn(context, instruction.result)) ? `${what} is ${printType(typeIn(context, instruction.result))}` : null;
}

/** Does a value of the type need its tag: is it of no one known type? */
function isBoxed(type: Type): boolean {
  if (type.kind === 'Any' || type.kind === 'BigInt') return true;
  const members = membersOf(type).filter((member) => member.kind !== 'Never' && member.kind !== 'Unbound');
  return members.length > 1;
}

function nameOf(context: Context, value: Parameters<typeof typeIn>[1]): string {
  const definition = context.shape.definition.get(value);
  if (definition === undefined || definition.kind === 'Phi') return 'a value';
  return `${definition.kind === 'Next' ? 'an item of ' : ''}${excerpt(context.fn.source, definition.span)}`;
}

const longest = 40;

function excerpt(source: SourceFile, { start, end }: Span): string {
  const text = source.text.slice(start, end).replace(/\s+/g, ' ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
