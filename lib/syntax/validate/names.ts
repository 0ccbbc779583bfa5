/**
 * Errors that need a table of names: `global` and `nonlocal` against other uses of a name, assignment expressions in
 * comprehensions, and what annotations and type parameters may not contain. The order of visits is CPython's (symtable.c).
 */
import type { Span } from '../../base/source.js';
import type {
  AnnAssign,
  Arguments,
  AsyncFunctionDef,
  ClassDef,
  Comprehension,
  DictComp,
  Expression,
  FunctionDef,
  GeneratorExp,
  Global,
  Lambda,
  ListComp,
  Module,
  NamedExpr,
  Node,
  Nonlocal,
  SetComp,
  TypeAlias,
  TypeParameter,
} from '../ast.js';
import { forEachChild } from '../ast-walk.js';
import { SyntaxProblem, type SyntaxCode } from '../errors.js';
import { addFlags, flags, flagsOf, isBoundOutside, makeBlock, mangle, type Block } from './name-blocks.js';

interface Table {
  readonly report: (problem: SyntaxProblem) => void;
  readonly hasFutureAnnotations: boolean;
  block: Block;
  readonly withNonlocals: Block[];
}

export function checkNames(module: Module, report: (problem: SyntaxProblem) => void): void {
  const block = makeBlock('module', null);
  const t: Table = { report, hasFutureAnnotations: importsAnnotations(module), block, withNonlocals: [] };
  visitAll(t, module.body);
  for (const each of t.withNonlocals) checkNonlocals(t, each);
}

const importsAnnotations = ({ body }: Module): boolean =>
  body.some(
    (node) => node.kind === 'ImportFrom' && node.module === '__future__' && node.names.some(({ name }) => name === 'annotations'),
  );

function reject(t: Table, code: SyntaxCode, message: string, { start, end }: Span): void {
  t.report(new SyntaxProblem(code, message, { start, end }));
}

function inBlock(t: Table, block: Block, visitInside: () => void): void {
  const outer = t.block;
  t.block = block;
  visitInside();
  t.block = outer;
}

function define(t: Table, rawName: string, added: number, span: Span): void {
  const name = mangle(t.block.className, rawName);
  if (t.block.isIterationTarget) {
    if (flagsOf(t.block, name) & (flags.global | flags.nonlocal)) {
      reject(t, 'E122', `comprehension inner loop cannot rebind assignment expression target '${rawName}'`, span);
    }
    added |= flags.iterationVariable;
  }
  addFlags(t.block, name, added);
}

// --- Visits ---

function visitAll(t: Table, nodes: readonly (Node | null)[]): void {
  for (const node of nodes) if (node !== null) visit(t, node);
}

function visit(t: Table, node: Node): void {
  switch (node.kind) {
    case 'Name':
      return define(t, node.id, node.ctx === 'Load' ? flags.used : flags.local, node.span);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return visitFunction(t, node);
    case 'ClassDef':
      return visitClass(t, node);
    case 'TypeAlias':
      return visitTypeAlias(t, node);
    case 'Lambda':
      return visitLambda(t, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return visitComprehension(t, node);
    case 'NamedExpr':
      return visitNamedExpression(t, node);
    case 'Yield':
    case 'YieldFrom':
      rejectInAnnotation(t, 'yield expression', node.span);
      break;
    case 'Await':
      rejectInAnnotation(t, 'await expression', node.span);
      break;
    case 'AnnAssign':
      return visitAnnotatedAssign(t, node);
    case 'Global':
    case 'Nonlocal':
      return visitDeclaration(t, node);
    case 'alias':
      if (node.name !== '*') define(t, node.asname ?? node.name.split('.')[0]!, flags.local, node.span);
      return;
    case 'ExceptHandler':
    case 'MatchAs':
    case 'MatchStar':
      if (node.name !== null) define(t, node.name, flags.local, node.span);
      break;
    case 'MatchMapping':
      if (node.rest !== null) define(t, node.rest, flags.local, node.span);
      break;
  }
  forEachChild(node, (child) => visit(t, child));
}

function visitAnnotation(t: Table, annotation: Expression | null): void {
  if (annotation === null) return;
  if (t.hasFutureAnnotations) inBlock(t, makeBlock('annotation', t.block), () => visit(t, annotation));
  else visit(t, annotation);
}

// --- Definitions ---

function visitFunction(t: Table, node: FunctionDef | AsyncFunctionDef): void {
  define(t, node.name, flags.local, node.span);
  visitAll(t, [...node.args.defaults, ...node.args.kw_defaults, ...node.decorator_list]);
  withTypeParameters(t, node.type_params, t.block.className, () => {
    for (const { annotation } of parametersOf(node.args)) visitAnnotation(t, annotation);
    visitAnnotation(t, node.returns);
    inBlock(t, makeBlock('function', t.block), () => {
      defineParameters(t, node.args);
      visitAll(t, node.body);
    });
  });
}

const parametersOf = ({ posonlyargs, args, vararg, kwonlyargs, kwarg }: Arguments) =>
  [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg].filter((each) => each !== null);

function defineParameters(t: Table, args: Arguments): void {
  for (const { arg, span } of parametersOf(args)) define(t, arg, flags.parameter, span);
}

function visitLambda(t: Table, { args, body }: Lambda): void {
  visitAll(t, [...args.defaults, ...args.kw_defaults]);
  inBlock(t, makeBlock('function', t.block), () => {
    defineParameters(t, args);
    visit(t, body);
  });
}

function visitClass(t: Table, node: ClassDef): void {
  define(t, node.name, flags.local, node.span);
  visitAll(t, node.decorator_list);
  withTypeParameters(t, node.type_params, node.name, () => {
    visitAll(t, [...node.bases, ...node.keywords]);
    inBlock(t, makeBlock('class', t.block, { className: node.name }), () => visitAll(t, node.body));
  });
}

function visitTypeAlias(t: Table, { name, type_params, value }: TypeAlias): void {
  visit(t, name);
  withTypeParameters(t, type_params, t.block.className, () =>
    inBlock(t, makeBlock('type alias', t.block), () => visit(t, value)),
  );
}

function withTypeParameters(
  t: Table,
  parameters: readonly TypeParameter[],
  className: string | null,
  visitInside: () => void,
): void {
  if (parameters.length === 0) return visitInside();
  inBlock(t, makeBlock('type parameters', t.block, { className }), () => {
    for (const parameter of parameters) visitTypeParameter(t, parameter);
    visitInside();
  });
}

function visitTypeParameter(t: Table, parameter: TypeParameter): void {
  define(t, parameter.name, flags.local, parameter.span);
  if (parameter.kind === 'TypeVar' && parameter.bound !== null) {
    const what = parameter.bound.kind === 'Tuple' ? 'constraint' : 'bound';
    visitTypeVariable(t, parameter.bound, `a TypeVar ${what}`);
  }
  if (parameter.default_value !== null) visitTypeVariable(t, parameter.default_value, `a ${parameter.kind} default`);
}

function visitTypeVariable(t: Table, value: Expression, description: string): void {
  inBlock(t, makeBlock('type variable', t.block, { description }), () => visit(t, value));
}

// --- Assignment expressions and comprehensions ---

const forbidden: { readonly [K in Block['kind']]?: string } = {
  annotation: 'an annotation',
  'type alias': 'a type alias',
  'type parameters': 'the definition of a generic',
};

function rejectInAnnotation(t: Table, what: string, span: Span): void {
  const where = t.block.description || forbidden[t.block.kind];
  if (where !== undefined) reject(t, 'E143', `${what} cannot be used within ${where}`, span);
}

function visitNamedExpression(t: Table, { target, value, span }: NamedExpr): void {
  rejectInAnnotation(t, 'named expression', span);
  if (t.block.iterableDepth > 0) {
    reject(t, 'E122', 'assignment expression cannot be used in a comprehension iterable expression', span);
  } else if (t.block.kind === 'comprehension') bindOutside(t, target.id, target.span);
  visit(t, value);
  visit(t, target);
}

/** In a comprehension `:=` binds in the function or module around it. */
function bindOutside(t: Table, rawName: string, span: Span): void {
  const name = mangle(t.block.className, rawName);
  let outer = t.block;
  for (; outer.kind === 'comprehension'; outer = outer.parent!) {
    if (flagsOf(outer, name) & flags.iterationVariable) {
      reject(t, 'E122', `assignment expression cannot rebind comprehension iteration variable '${rawName}'`, span);
      return;
    }
  }
  if (outer.kind === 'function') {
    addFlags(t.block, name, flagsOf(outer, name) & flags.global ? flags.global : flags.nonlocal);
    addFlags(outer, name, flags.local);
  } else if (outer.kind === 'module') {
    addFlags(t.block, name, flags.global);
    addFlags(outer, name, flags.local);
  } else {
    reject(t, 'E122', `assignment expression within a comprehension cannot be used ${placeOf(outer)}`, span);
  }
}

function placeOf({ kind, description }: Block): string {
  if (kind === 'class') return 'in a class body';
  if (kind === 'type alias') return 'in a type alias';
  return kind === 'type variable' ? `in ${description}` : `within ${forbidden[kind]}`;
}

function visitComprehension(t: Table, node: ListComp | SetComp | DictComp | GeneratorExp): void {
  const [first, ...rest] = node.generators as [Comprehension, ...Comprehension[]];
  visitIterable(t, first.iter);
  inBlock(t, makeBlock('comprehension', t.block), () => {
    visitLoopTarget(t, first.target);
    visitAll(t, first.ifs);
    for (const { target, iter, ifs } of rest) {
      visitLoopTarget(t, target);
      visitIterable(t, iter);
      visitAll(t, ifs);
    }
    visitAll(t, node.kind === 'DictComp' ? [node.value, node.key] : [node.elt]);
  });
}

function visitIterable(t: Table, iter: Expression): void {
  t.block.iterableDepth++;
  visit(t, iter);
  t.block.iterableDepth--;
}

function visitLoopTarget(t: Table, target: Expression): void {
  t.block.isIterationTarget = true;
  visit(t, target);
  t.block.isIterationTarget = false;
}

// --- Declarations ---

function visitAnnotatedAssign(t: Table, { target, annotation, value, simple }: AnnAssign): void {
  if (target.kind === 'Name') {
    const known = flagsOf(t.block, mangle(t.block.className, target.id));
    if (simple && t.block.kind !== 'module' && known & (flags.global | flags.nonlocal)) {
      const what = known & flags.global ? 'global' : 'nonlocal';
      reject(t, 'E135', `annotated name '${target.id}' can't be ${what}`, target.span);
    }
    if (simple) define(t, target.id, flags.annotated | flags.local, target.span);
    else if (value !== null) define(t, target.id, flags.local, target.span);
  } else visit(t, target);
  visitAnnotation(t, annotation);
  if (value !== null) visit(t, value);
}

function visitDeclaration(t: Table, { kind, names, span }: Global | Nonlocal): void {
  const word = kind === 'Global' ? 'global' : 'nonlocal';
  for (const rawName of names) {
    const name = mangle(t.block.className, rawName);
    const conflict = conflictWith(flagsOf(t.block, name), rawName, word);
    if (conflict !== null) reject(t, 'E135', conflict, span);
    addFlags(t.block, name, flags[word]);
    if (kind === 'Global') continue;
    if (t.block.nonlocals.length === 0) t.withNonlocals.push(t.block);
    t.block.nonlocals.push({ name, span });
  }
}

function conflictWith(known: number, name: string, word: string): string | null {
  if (known & flags.parameter) return `name '${name}' is parameter and ${word}`;
  if (known & flags.used) return `name '${name}' is used prior to ${word} declaration`;
  if (known & flags.annotated) return `annotated name '${name}' can't be ${word}`;
  if (known & flags.local) return `name '${name}' is assigned to before ${word} declaration`;
  return null;
}

function checkNonlocals(t: Table, block: Block): void {
  for (const { name, span } of block.nonlocals) {
    if (flagsOf(block, name) & flags.global) reject(t, 'E135', `name '${name}' is nonlocal and global`, span);
    else if (block.kind === 'module') reject(t, 'E135', 'nonlocal declaration not allowed at module level', span);
    else if (!isBoundOutside(block, name)) reject(t, 'E135', `no binding for nonlocal '${name}' found`, span);
  }
}
