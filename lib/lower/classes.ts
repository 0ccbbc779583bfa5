/**
 * Class statements. The body runs in the function around it: each name goes into the namespace dict, and is remembered as a variable
 * for reads inside the body.
 */
import type { ValueId } from '../base/ids.js';
import { mangle, type Scope } from '../analysis/scopes.js';
import type { ClassInfo, ClassMember, InlinedFrame, IrFunction } from '../ir/function.js';
import type { AsyncFunctionDef, ClassDef, Expression, FunctionDef, Keyword, Statement } from '../syntax/ast.js';
import { lowerKeywordDict } from './calls.js';
import { beginAnnotations } from './annotations.js';
import { answersForMetaclass, memberOfAbc } from './abstract.js';
import { instanceAttributes } from './class-attributes.js';
import { emit, emitBuiltin, emitConstant, emitString, unboundValue, writeVariable, type FunctionContext } from './context.js';
import { lowerSequenceDisplay } from './displays.js';
import { docstringOf } from './docstrings.js';
import { lowerExpression } from './expressions.js';
import { inlinedFrame, lowerFunctionDef, qualnameOf } from './functions.js';
import { lowerTypeParameters } from './type-parameters.js';
import { makeCells, meaningOf, storeInNamespace, storeName } from './names.js';
import { lowerBody } from './statements.js';
import { askForRealModule, isHarmlessBase, isHarmlessDecorator, typingMember } from './typing.js';

export function lowerClass(ctx: FunctionContext, node: ClassDef): void {
  if (node.bases.some((base) => typingMember(ctx, base) === 'TypedDict')) return lowerTypedDict(ctx, node);
  const decorators = node.decorator_list
    .filter((decorator) => !isHarmlessDecorator(ctx, decorator))
    .map((decorator) => ({ span: decorator.span, value: lowerExpression(ctx, decorator) }));
  const outer = ctx.scope;
  ctx.scope = ctx.module.scopes.typeParameters.get(node) ?? outer;
  const parameters = lowerTypeParameters(ctx, node);
  let value = lowerUndecorated(ctx, node, parameters);
  ctx.scope = outer;
  for (const { span, value: callee } of decorators.reverse()) {
    value = emit(ctx, span, { kind: 'Call', callee, args: [value], keywords: [] });
  }
  storeName(ctx, node.name, value, node.span);
}

/** What a TypedDict makes when it is called is a plain dict; the rest of it is for type checkers. */
function lowerTypedDict(ctx: FunctionContext, node: ClassDef): void {
  storeName(ctx, node.name, emitBuiltin(ctx, node.span, 'dict'), node.span);
}

interface Pieces {
  readonly args: readonly ValueId[];
  readonly keywords: readonly string[];
  readonly prepared: boolean;
  /** Made before the body runs; null: a new dict. */
  readonly namespace: ValueId | null;
}

function lowerUndecorated(ctx: FunctionContext, node: ClassDef, parameters: ValueId | null): ValueId {
  const { span } = node;
  const pieces = isPrepared(ctx, node) ? lowerPrepared(ctx, node) : lowerKnownPieces(ctx, node);
  const scope = ctx.module.scopes.byNode.get(node)!;
  const info = newClassInfo(ctx, node, scope);
  const cell = scope.classCell === null ? null : emit(ctx, span, { kind: 'MakeCell', value: null });
  if (cell !== null) ctx.cells.set(scope.classCell!, cell);
  if (pieces.prepared) ctx.prepared.add(scope);
  const namespace = lowerClassBody(ctx, node, info, pieces.namespace);
  // What runs while the class is made may need it.
  const isEarly = cell !== null && (pieces.prepared || ctx.module.program.hasClassHooks);
  if (isEarly) storeInNamespace(ctx, scope, '__classcell__', cell, span);
  if (parameters !== null) storeInNamespace(ctx, scope, '__type_params__', parameters, span);
  if (isGeneric(ctx, node) && !scope.variables.has('__class_getitem__')) {
    storeInNamespace(ctx, scope, '__class_getitem__', emit(ctx, span, { kind: 'CallHelper', helper: 'generic-getitem', args: [] }), span);
  }
  const { args, keywords, prepared } = pieces;
  const value = emit(ctx, span, { kind: 'MakeClass', info, args, keywords, namespace, prepared });
  if (cell !== null && !isEarly) emit(ctx, span, { kind: 'StoreCell', cell, value });
  return value;
}

/** `Class[int]` gives an alias where the class has type parameters, or Generic among its bases. */
function isGeneric(ctx: FunctionContext, node: ClassDef): boolean {
  if (node.type_params.length > 0) return true;
  return node.bases.some((base) => base.kind === 'Subscript' && isHarmlessBase(ctx, base));
}

function basesOf(ctx: FunctionContext, node: ClassDef): Expression[] {
  return node.bases.filter((base) => !isHarmlessBase(ctx, base));
}

function keywordsOf(ctx: FunctionContext, node: ClassDef): Keyword[] {
  return node.keywords.filter((keyword) => memberOfAbc(ctx.module, ctx.scope, keyword.value) !== 'ABCMeta');
}

/** Are bases, keywords or the namespace only known when the statement runs? */
function isPrepared(ctx: FunctionContext, node: ClassDef): boolean {
  const bases = basesOf(ctx, node);
  const keywords = keywordsOf(ctx, node);
  if (bases.some((base) => base.kind === 'Starred' || base.kind === 'Subscript')) return true;
  if (keywords.some((keyword) => keyword.arg === null)) return true;
  if (bases.length + keywords.length === 0) return false;
  return ctx.module.program.preparesClasses || (ctx.module.program.modules.has('_enum_members') && bindsTwice(node.body));
}

/** May an enumeration's body define a member twice? Its namespace then has to see each. */
function bindsTwice(body: readonly Statement[]): boolean {
  const assigned = new Set<string>();
  const bound = new Set<string>();
  const bind = (name: string): boolean => bound.has(name) || (bound.add(name), false);
  return body.some((statement) => {
    if (statement.kind === 'For' || statement.kind === 'While') return true;
    if (statement.kind === 'FunctionDef') return bind(statement.name) && assigned.has(statement.name);
    if (statement.kind !== 'Assign') return false;
    const names = statement.targets.flatMap((target) => (target.kind === 'Name' ? [target.id] : []));
    for (const name of names) assigned.add(name);
    return names.map(bind).includes(true);
  });
}

function lowerKnownPieces(ctx: FunctionContext, node: ClassDef): Pieces {
  const named = keywordsOf(ctx, node);
  const args = [...basesOf(ctx, node), ...named.map((keyword) => keyword.value)].map((arg) => lowerExpression(ctx, arg));
  return { args, keywords: named.map((keyword) => keyword.arg!), prepared: false, namespace: null };
}

function lowerPrepared(ctx: FunctionContext, node: ClassDef): Pieces {
  const { span } = node;
  const given = lowerSequenceDisplay(ctx, { kind: 'Tuple', elts: basesOf(ctx, node), span });
  const kwargs = lowerKeywordDict(ctx, { keywords: keywordsOf(ctx, node), span }, emitBuiltin(ctx, span, 'type'));
  const pair = emit(ctx, span, { kind: 'CallHelper', helper: 'class-begin', args: [emitString(ctx, span, node.name), given, kwargs] });
  const bases = emit(ctx, span, { kind: 'TupleItem', tuple: pair, index: 0 });
  const namespace = emit(ctx, span, { kind: 'TupleItem', tuple: pair, index: 1 });
  return { args: [bases, kwargs], keywords: [], prepared: true, namespace };
}

function newClassInfo(ctx: FunctionContext, node: ClassDef, scope: Scope): ClassInfo {
  if (answersForMetaclass(ctx.module, ctx.scope, node)) askForRealModule(ctx, 'ABCMeta', node.span);
  const members = new Map<string, ClassMember>();
  for (const name of scope.variables.keys()) members.set(name, { kind: 'unknown' });
  const info: ClassInfo = {
    id: ctx.module.program.classes.length,
    name: node.name,
    qualname: qualnameOf(ctx, node.name),
    module: ctx.module.parsed.name,
    span: node.span,
    members,
    instanceAttributes: ctx.module.program.setsClasses ? [] : instanceAttributes(node, scope),
    dynamic:
      ctx.module.program.setsClasses ||
      node.decorator_list.some((decorator) => !isHarmlessDecorator(ctx, decorator)) ||
      node.keywords.some((keyword) => memberOfAbc(ctx.module, ctx.scope, keyword.value) !== 'ABCMeta') ||
      node.bases.some((base) => base.kind === 'Starred') ||
      scope.variables.has('__slots__'),
  };
  ctx.module.program.classes.push(info);
  return info;
}

function lowerClassBody(ctx: FunctionContext, node: ClassDef, info: ClassInfo, given: ValueId | null): ValueId {
  const scope = ctx.module.scopes.byNode.get(node)!;
  const { scope: outerScope, qualname: outerQualname } = ctx;
  const start = { start: node.span.start, end: node.span.start };
  const namespace = given ?? emit(ctx, start, { kind: 'BuildDict', keys: [], values: [] });
  ctx.namespaces.set(scope, namespace);
  for (const variable of scope.variables.values()) writeVariable(ctx, variable.key, unboundValue(ctx));
  makeCells(ctx, scope);
  const set = (name: string, text: string): void => {
    const value = emitString(ctx, start, text);
    storeInNamespace(ctx, scope, name, value, start);
    const variable = scope.variables.get(name);
    if (variable !== undefined) writeVariable(ctx, variable.key, value);
  };
  set('__module__', info.module);
  set('__qualname__', info.qualname);
  const place = node.decorator_list[0]?.span ?? node.span;
  if (ctx.module.program.listsClasses) {
    const line = ctx.module.parsed.source.position(place.start).line;
    storeInNamespace(ctx, scope, '__firstlineno__', emitConstant(ctx, start, { type: 'int', value: BigInt(line) }), start);
  }
  ctx.scope = scope;
  ctx.qualname = info.qualname;
  const docstring = docstringOf(node.body);
  if (docstring !== null) set('__doc__', docstring);
  beginAnnotations(ctx, scope, start);
  lowerMembers(ctx, node, docstring === null ? node.body : node.body.slice(1), info);
  if (ctx.module.program.listsClasses) {
    const items = instanceAttributes(node, scope).map((name) => emitString(ctx, start, name));
    storeInNamespace(ctx, scope, '__static_attributes__', emit(ctx, start, { kind: 'BuildTuple', items }), start);
  }
  ctx.scope = outerScope;
  ctx.qualname = outerQualname;
  return namespace;
}

function lowerMembers(ctx: FunctionContext, node: ClassDef, body: readonly Statement[], info: ClassInfo): void {
  const { inlined: place } = ctx;
  let frame: InlinedFrame | null = null;
  for (const statement of body) {
    if (statement.kind !== 'FunctionDef' && statement.kind !== 'AsyncFunctionDef') {
      if (mayRaise(statement)) ctx.inlined = frame ??= inlinedFrame(ctx, node.name, node.span, node.span);
      lowerBody(ctx, [statement]);
      ctx.inlined = place;
      continue;
    }
    const kind = memberKind(ctx, statement);
    const fn: IrFunction = lowerFunctionDef(ctx, statement);
    const variable = meaningOf(ctx, statement.name);
    const isPlain = kind !== null && variable?.scope === ctx.scope && variable.bindings === 1 && !variable.deleted;
    if (isPlain) info.members.set(mangle(ctx.scope, statement.name), { kind, function: fn });
  }
}

/** Is it worth a frame of its own in tracebacks? */
function mayRaise(statement: Statement): boolean {
  if (statement.kind === 'Assign' || statement.kind === 'AnnAssign') return statement.value !== null && statement.value.kind !== 'Constant';
  return statement.kind !== 'Pass' && !(statement.kind === 'Expr' && statement.value.kind === 'Constant');
}

const implicitKinds: ReadonlyMap<string, 'staticmethod' | 'classmethod'> = new Map([
  ['__new__', 'staticmethod'],
  ['__init_subclass__', 'classmethod'],
  ['__class_getitem__', 'classmethod'],
]);

/** What a definition directly in the body makes; null: its decorators decide. */
function memberKind(ctx: FunctionContext, node: FunctionDef | AsyncFunctionDef): 'method' | 'staticmethod' | 'classmethod' | 'property' | null {
  const decorators = node.decorator_list.filter((decorator) => !isHarmlessDecorator(ctx, decorator));
  if (decorators.length === 0) return implicitKinds.get(node.name) ?? 'method';
  const [decorator] = decorators;
  if (decorators.length > 1 || decorator!.kind !== 'Name' || meaningOf(ctx, decorator!.id) !== null) return null;
  const { id } = decorator!;
  return id === 'staticmethod' || id === 'classmethod' || id === 'property' ? id : null;
}
