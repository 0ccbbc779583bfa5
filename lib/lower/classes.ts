/**
 * Class statements. The body runs in the function around it: each name goes into the namespace dict, and is remembered as a variable
 * for reads inside the body.
 */
import type { ValueId } from '../base/ids.js';
import { mangle, type Scope } from '../analysis/scopes.js';
import type { ClassInfo, ClassMember, IrFunction } from '../ir/function.js';
import type { AsyncFunctionDef, ClassDef, FunctionDef, Statement } from '../syntax/ast.js';
import { memberOfAbc } from './abstract.js';
import { instanceAttributes } from './class-attributes.js';
import { emit, emitBuiltin, emitString, unboundValue, writeVariable, type FunctionContext } from './context.js';
import { docstringOf } from './docstrings.js';
import { lowerExpression } from './expressions.js';
import { lowerFunctionDef, qualnameOf } from './functions.js';
import { meaningOf, storeName } from './names.js';
import { lowerBody } from './statements.js';
import { isHarmlessBase, isHarmlessDecorator, typingMember } from './typing.js';
import { unsupported } from './unsupported.js';

export function lowerClass(ctx: FunctionContext, node: ClassDef): void {
  if (node.bases.some((base) => typingMember(ctx, base) === 'TypedDict')) return lowerTypedDict(ctx, node);
  const decorators = node.decorator_list
    .filter((decorator) => !isHarmlessDecorator(ctx, decorator))
    .map((decorator) => ({ span: decorator.span, value: lowerExpression(ctx, decorator) }));
  const outer = ctx.scope;
  ctx.scope = ctx.module.scopes.typeParameters.get(node) ?? outer;
  let value = lowerUndecorated(ctx, node);
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

function lowerUndecorated(ctx: FunctionContext, node: ClassDef): ValueId {
  if (node.bases.some((base) => base.kind === 'Starred') || node.keywords.some((keyword) => keyword.arg === null)) {
    unsupported(ctx.module, 'E913', node.span, 'a class with starred bases');
  }
  const bases = node.bases.filter((base) => !isHarmlessBase(ctx, base));
  const named = node.keywords.filter((keyword) => memberOfAbc(ctx.module, ctx.scope, keyword.value) !== 'ABCMeta');
  const args = [...bases, ...named.map((keyword) => keyword.value)].map((arg) => lowerExpression(ctx, arg));
  const keywords = named.map((keyword) => keyword.arg ?? '');
  const scope = ctx.module.scopes.byNode.get(node)!;
  const info = newClassInfo(ctx, node, scope);
  const cell = scope.classCell === null ? null : emit(ctx, node.span, { kind: 'MakeCell', value: null });
  if (cell !== null) ctx.cells.set(scope.classCell!, cell);
  const namespace = lowerClassBody(ctx, node, scope, info);
  const value = emit(ctx, node.span, { kind: 'MakeClass', info, args, keywords, namespace });
  if (cell !== null) emit(ctx, node.span, { kind: 'StoreCell', cell, value });
  return value;
}

function newClassInfo(ctx: FunctionContext, node: ClassDef, scope: Scope): ClassInfo {
  const members = new Map<string, ClassMember>();
  for (const name of scope.variables.keys()) members.set(name, { kind: 'unknown' });
  const info: ClassInfo = {
    id: ctx.module.program.classes.length,
    name: node.name,
    qualname: qualnameOf(ctx, node.name),
    module: ctx.module.parsed.name,
    span: node.span,
    members,
    instanceAttributes: instanceAttributes(node, scope),
    dynamic:
      node.decorator_list.some((decorator) => !isHarmlessDecorator(ctx, decorator)) ||
      node.keywords.some((keyword) => memberOfAbc(ctx.module, ctx.scope, keyword.value) !== 'ABCMeta') ||
      node.bases.some((base) => base.kind === 'Starred') ||
      scope.variables.has('__slots__'),
  };
  ctx.module.program.classes.push(info);
  return info;
}

function lowerClassBody(ctx: FunctionContext, node: ClassDef, scope: Scope, info: ClassInfo): ValueId {
  const { scope: outerScope, qualname: outerQualname } = ctx;
  const start = { start: node.span.start, end: node.span.start };
  const namespace = emit(ctx, start, { kind: 'BuildDict', keys: [], values: [] });
  const set = (name: string, value: string): void => {
    emit(ctx, start, {
      kind: 'DictSet',
      container: namespace,
      key: emitString(ctx, start, name),
      value: emitString(ctx, start, value),
    });
  };
  set('__module__', info.module);
  set('__qualname__', info.qualname);
  ctx.scope = scope;
  ctx.qualname = info.qualname;
  ctx.namespaces.set(scope, namespace);
  for (const variable of scope.variables.values()) writeVariable(ctx, variable.key, unboundValue(ctx));
  const docstring = docstringOf(node.body);
  if (docstring !== null) set('__doc__', docstring);
  lowerAnnotations(ctx, node, namespace);
  lowerMembers(ctx, docstring === null ? node.body : node.body.slice(1), info);
  ctx.scope = outerScope;
  ctx.qualname = outerQualname;
  return namespace;
}

/** `__annotations__` holds the annotations' texts, as with `from __future__ import annotations`. */
function lowerAnnotations(ctx: FunctionContext, node: ClassDef, namespace: ValueId): void {
  const { text } = ctx.module.parsed.source;
  const keys: ValueId[] = [];
  const values: ValueId[] = [];
  for (const statement of node.body) {
    if (statement.kind !== 'AnnAssign' || !statement.simple || statement.target.kind !== 'Name') continue;
    const { start, end } = statement.annotation.span;
    keys.push(emitString(ctx, statement.span, mangle(ctx.scope, statement.target.id)));
    values.push(emitString(ctx, statement.span, text.slice(start, end)));
  }
  if (keys.length === 0) return;
  const value = emit(ctx, node.span, { kind: 'BuildDict', keys, values });
  emit(ctx, node.span, { kind: 'DictSet', container: namespace, key: emitString(ctx, node.span, '__annotations__'), value });
}

function lowerMembers(ctx: FunctionContext, body: readonly Statement[], info: ClassInfo): void {
  for (const statement of body) {
    if (statement.kind !== 'FunctionDef' && statement.kind !== 'AsyncFunctionDef') {
      lowerBody(ctx, [statement]);
      continue;
    }
    const kind = memberKind(ctx, statement);
    const fn: IrFunction = lowerFunctionDef(ctx, statement);
    const variable = meaningOf(ctx, statement.name);
    const isPlain = kind !== null && variable?.scope === ctx.scope && variable.bindings === 1 && !variable.deleted;
    if (isPlain) info.members.set(mangle(ctx.scope, statement.name), { kind, function: fn });
  }
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
