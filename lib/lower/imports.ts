/** Imports, and attributes of what certainly is a module: `math.sqrt` needs no look-up while the program runs. */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { mangle, type Variable } from '../analysis/scopes.js';
import type { Alias, Attribute, Call, Constant, Expression, Import, ImportFrom } from '../syntax/ast.js';
import { newBlock } from '../ir/function.js';
import { asksMetaclass } from './abstract.js';
import { emit, emitBuiltin, emitNone, emitString, enterBlock, jump, readVariable, terminate, type FunctionContext, type ProgramContext } from './context.js';
import { cpythonModules, formerModules } from './known-names.js';
import { isLacking, isMember, lowerMember, refuseInsideOfCode, refuseMember } from './module-members.js';
import { eitherOf, isGlobal, isSsa, loadStandardBuiltin, meaningOf, moduleAttribute, storeName } from './names.js';
import { emitLoadGlobal, emitStoreGlobal } from './namespaces.js';
import { declaredNames } from './star-imports.js';
import { askForRealModule, harmlessModules, lowerTypingImport, lowerTypingName, typingNameOf } from './typing.js';
import { unsupported } from './unsupported.js';

export function lowerImport(ctx: FunctionContext, node: Import): void {
  for (const alias of node.names) {
    if (alias.name === 'builtins') {
      storeBuiltins(ctx, alias.asname ?? alias.name, node.span);
      continue;
    }
    if (harmlessModules.has(alias.name) && !isOwn(ctx, alias.name)) {
      const name = alias.asname ?? alias.name.split('.')[0]!;
      if (name.length < alias.name.length && alias.asname === null) askForRealModule(ctx, alias.name, node.span);
      storeHarmless(ctx, name, ctx.module.harmless, node.span);
      continue;
    }
    const module = importPath(ctx, alias.name, node.span);
    if (module === null) continue;
    storeName(ctx, alias.asname ?? alias.name.split('.')[0]!, alias.asname === null ? module.first : module.last, node.span);
  }
}

function storeBuiltins(ctx: FunctionContext, name: string, span: Span): void {
  const variable = meaningOf(ctx, name);
  const isKnown = variable !== null && ctx.module.harmless.has(variable);
  storeName(ctx, name, isKnown ? lowerTypingImport(ctx, span) : emit(ctx, span, { kind: 'ImportModule', name: 'builtins' }), span);
}

/** `builtins.name`, whatever the file itself calls by that name. */
function lowerBuiltinsMember(ctx: FunctionContext, name: string, span: Span): ValueId {
  if (ctx.module.program.known.builtins.has(name)) return emitBuiltin(ctx, span, name);
  if (/^__\w+__$/.test(name)) return emit(ctx, span, { kind: 'GetAttr', object: emit(ctx, span, { kind: 'ImportModule', name: 'builtins' }), name });
  const written = loadStandardBuiltin(ctx, name, span);
  if (written !== null) return written;
  unsupported(ctx.module, 'E906', span, `built-in '${name}'`);
  return emitNone(ctx, span);
}

/** Binds what stands for a harmless module or its member. Where the name has other bindings, nobody can tell from its uses what is meant. */
function storeHarmless(ctx: FunctionContext, name: string, known: ReadonlyMap<Variable, string>, span: Span): void {
  const variable = meaningOf(ctx, name);
  if (variable === null || !known.has(variable)) askForRealModule(ctx, name, span);
  storeName(ctx, name, lowerTypingImport(ctx, span), span);
}

/** `__import__(name, globals, locals, fromlist, level)` with a name that is written down; null: it isn't. */
export function lowerImportCall(ctx: FunctionContext, node: Call): ValueId | null {
  const part = (name: string, place: number): Expression | undefined => node.keywords.find(({ arg }) => arg === name)?.value ?? node.args[place];
  const [module, names, level] = [part('name', 0), part('fromlist', 3), part('level', 4)];
  if (module?.kind === 'Name' && module.id === '__name__') return emit(ctx, node.span, { kind: 'ImportModule', name: ctx.module.parsed.name });
  if (module?.kind !== 'Constant' || (level !== undefined && !isZero(level))) return null;
  const hasNames = (names?.kind === 'Tuple' || names?.kind === 'List') && names.elts.length > 0;
  if (names !== undefined && !hasNames && names.kind !== 'Constant' && names.kind !== 'Tuple' && names.kind !== 'List') return null;
  const mistake = mistakeIn(module);
  if (mistake !== null) return raiseText(ctx, node.span, ...mistake);
  if (module.value.type !== 'str') return null;
  const found = importPath(ctx, module.value.value, node.span);
  return found === null ? emitNone(ctx, node.span) : hasNames ? found.last : found.first;
}

const isZero = (node: Expression): boolean => node.kind === 'Constant' && node.value.type === 'int' && Number(node.value.value) === 0;

function mistakeIn({ value }: Constant): readonly [type: string, text: string] | null {
  if (value.type !== 'str') return ['TypeError', 'module name must be a string'];
  return value.value === '' ? ['ValueError', 'Empty module name'] : null;
}

/** What follows is never reached. */
function raiseText(ctx: FunctionContext, span: Span, type: string, text: string): ValueId {
  const exception = emit(ctx, span, { kind: 'Call', callee: emitBuiltin(ctx, span, type), args: [emitString(ctx, span, text)], keywords: [] });
  emit(ctx, span, { kind: 'Raise', exception, cause: null });
  terminate(ctx, { kind: 'Unreachable' });
  return emitNone(ctx, span);
}

/** Functions of standard modules that import by name. */
const importers: ReadonlySet<string> = new Set(['importlib.import_module', 'test.support.import_helper.import_module', 'test.support.import_helper.import_fresh_module']);

/** `importlib.import_module('name')` of a module that is there. */
export function lowerImporter(ctx: FunctionContext, node: Call): ValueId | null {
  const [name] = node.args;
  if (name?.kind !== 'Constant' || name.value.type !== 'str') return null;
  const dots = /^\.*/.exec(name.value.value)![0].length;
  const start = dots > 0 ? packageMeant(ctx, node) : '';
  const module = start === null ? null : absolutePath(dots, name.value.value.slice(dots), start);
  if (module === null || !isKnownModule(ctx, module) || !isImporter(ctx, node.func)) return null;
  return importPath(ctx, module, node.span)!.last;
}

/** The package from which the name of the module starts; null: not known. */
function packageMeant(ctx: FunctionContext, node: Call): string | null {
  const given = node.keywords.find(({ arg }) => arg === 'package')?.value ?? node.args[1];
  if (given?.kind === 'Constant') return given.value.type === 'str' ? given.value.value : null;
  const value = given?.kind === 'Name' && /^__(package|name)__$/.test(given.id) ? moduleAttribute(ctx, given.id) : undefined;
  return value?.type === 'str' ? value.value : null;
}

/** What `level` dots and a path mean in a package; null where the dots lead out of the program. */
export function absolutePath(level: number, path: string | null, home: string): string | null {
  if (level === 0) return path;
  const parts = home === '' ? [] : home.split('.');
  if (level > parts.length) return null;
  return [...parts.slice(0, parts.length - level + 1), ...(path === null ? [] : [path])].join('.');
}

function isImporter(ctx: FunctionContext, callee: Expression): boolean {
  if (callee.kind === 'Attribute') return importers.has(`${moduleOf(ctx, callee.value)}.${callee.attr}`);
  if (callee.kind !== 'Name' || meaningOf(ctx, callee.id)?.bindings !== 1) return false;
  return ctx.module.scopes.imports.some(
    ({ node }) => node.kind === 'ImportFrom' && node.names.some(({ name, asname }) => (asname ?? name) === callee.id && importers.has(`${node.module}.${name}`)),
  );
}

/** Imports each module of a dotted name; null (and a diagnostic) if one of them doesn't exist. */
function importPath(ctx: FunctionContext, name: string, span: Span): { first: ValueId; last: ValueId } | null {
  if (!isKnownModule(ctx, name)) {
    const first = name.split('.')[0]!;
    const isMissing = formerModules.has(first) || (ctx.expectsImportErrors && !cpythonModules.has(first));
    const missing = isMissing ? missingPart(ctx, name) : null;
    if (missing !== null) {
      raiseImportError(ctx, span, ...missing);
      return null;
    }
    unsupported(ctx.module, 'E905', span, `module '${name}'`);
    return null;
  }
  const parts = name.split('.');
  const values = parts.map((_, i) => emit(ctx, span, { kind: 'ImportModule', name: parts.slice(0, i + 1).join('.') }));
  for (let i = 1; i < values.length; i++) {
    if (ctx.module.program.modules.get(parts.slice(0, i + 1).join('.'))?.parsed.isStandard === true)
      emit(ctx, span, { kind: 'SetAttr', object: values[i - 1]!, name: parts[i]!, value: values[i]! });
  }
  return { first: values[0]!, last: values[values.length - 1]! };
}

/** What an import of a module that isn't there says, and the name it says that of. */
function missingPart(ctx: FunctionContext, name: string): readonly [message: string, missing: string] {
  const parts = name.split('.');
  const found = parts.findIndex((_, i) => !isOwn(ctx, parts.slice(0, i + 1).join('.')));
  const missing = parts.slice(0, found + 1).join('.');
  const parent = ctx.module.program.modules.get(parts.slice(0, found).join('.'));
  const isLeaf = parent !== undefined && !parent.parsed.isPackage;
  return [`No module named '${missing}'${isLeaf ? `; '${parent.parsed.name}' is not a package` : ''}`, missing];
}

function isOwn(ctx: FunctionContext, name: string): boolean {
  return ctx.module.program.modules.has(name);
}

function isKnownModule(ctx: FunctionContext, name: string): boolean {
  return isOwn(ctx, name) || ctx.module.program.known.modules.has(name);
}

/** In a known text of `exec`: nobody has loaded the module for it, and what it asks for is so already. */
const asksForFeatures = ({ module: { parsed, program } }: FunctionContext, node: ImportFrom): boolean =>
  node.module === '__future__' && node.level === 0 && program.modules.get(parsed.name)?.parsed.source !== parsed.source;

export function lowerImportFrom(ctx: FunctionContext, node: ImportFrom): void {
  if (asksForFeatures(ctx, node)) return;
  const name = absoluteName(ctx.module.parsed.name, ctx.module.parsed.isPackage, node);
  if (name === null) return raiseImportError(ctx, node.span, 'attempted relative import with no known parent package');
  const aliases = node.names.filter((alias) => alias.name !== '*');
  if (name === 'builtins' && node.level === 0) {
    for (const alias of aliases) storeName(ctx, alias.asname ?? alias.name, lowerBuiltinsMember(ctx, alias.name, alias.span), node.span);
    return;
  }
  if (harmlessModules.has(name) && !isOwn(ctx, name)) {
    if (aliases.length < node.names.length) unsupported(ctx.module, 'E904', node.span, `'from ${name} import *'`);
    for (const alias of aliases) storeHarmless(ctx, alias.asname ?? alias.name, ctx.module.typingNames, node.span);
    return;
  }
  const module = importPath(ctx, name, node.span);
  if (module === null) return;
  for (const alias of aliases) {
    const value = lowerImportedName(ctx, name, alias, module.last, node.span);
    if (value !== null) storeName(ctx, alias.asname ?? alias.name, value, node.span);
  }
  if (aliases.length < node.names.length) lowerStar(ctx, node, name, module.last);
}

/** A name that the module declares is to be there; one that is only among its variables may be unbound. */
function lowerStar(ctx: FunctionContext, node: ImportFrom, module: string, object: ValueId): void {
  const { span } = node;
  const own = ctx.module.program.modules.get(module);
  const isDeclared = own !== undefined && declaredNames(own.parsed.tree) !== null;
  for (const name of ctx.module.scopes.starNames.get(node) ?? []) {
    const isCertain = own === undefined || own.globals.get(name)?.constant === true || memberBehind(ctx.module.program, module, name) !== null;
    if (isCertain) {
      storeName(ctx, name, lowerImportedName(ctx, module, { kind: 'alias', name, asname: null, span }, object, span)!, span);
      continue;
    }
    const isSubmodule = isDeclared && !own.scopes.module.variables.has(name) && isKnownModule(ctx, `${module}.${name}`);
    if (isSubmodule) emit(ctx, span, { kind: 'SetAttr', object, name, value: emit(ctx, span, { kind: 'ImportModule', name: `${module}.${name}` }) });
    if (isDeclared) storeName(ctx, name, emit(ctx, span, { kind: 'GetAttr', object, name }), span);
    else storeIfThere(ctx, object, name, span);
  }
}

function storeIfThere(ctx: FunctionContext, object: ValueId, name: string, span: Span): void {
  const condition = hasAttribute(ctx, object, name, span);
  const there = newBlock(ctx.fn);
  const next = newBlock(ctx.fn);
  terminate(ctx, { kind: 'Branch', condition, then: there.id, else: next.id });
  enterBlock(ctx, there);
  storeName(ctx, name, emit(ctx, span, { kind: 'GetAttr', object, name }), span);
  jump(ctx, next);
  enterBlock(ctx, next);
}

function hasAttribute(ctx: FunctionContext, object: ValueId, name: string, span: Span): ValueId {
  const args = [object, emitString(ctx, span, name)];
  return emit(ctx, span, { kind: 'Truth', operand: emit(ctx, span, { kind: 'Call', callee: emitBuiltin(ctx, span, 'hasattr'), args, keywords: [] }) });
}

/** The dotted name of the module that `from … import` means; null: outside any package. */
export function absoluteName(importer: string, isPackage: boolean, { level, module }: ImportFrom): string | null {
  return absolutePath(level, module, isPackage ? importer : importer.split('.').slice(0, -1).join('.'));
}

function lowerImportedName(ctx: FunctionContext, module: string, alias: Alias, object: ValueId, span: Span): ValueId | null {
  const { name } = alias;
  const own = ctx.module.program.modules.get(module);
  const behind = memberBehind(ctx.module.program, module, name);
  if (behind !== null) return emit(ctx, span, { kind: 'LoadModuleMember', ...behind });
  const inner = `${module}.${name}`;
  const importInner = (): ValueId => {
    const value = emit(ctx, span, { kind: 'ImportModule', name: inner });
    if (ctx.module.program.modules.get(inner)?.parsed.isStandard === true) emit(ctx, span, { kind: 'SetAttr', object, name, value });
    return value;
  };
  if (own?.scopes.module.variables.has(name) === true) {
    const load = (): ValueId => emitLoadGlobal(ctx, { module, name, builtin: false, by: 'import' }, span);
    return isKnownModule(ctx, inner) && own.parsed.isStandard !== true ? eitherOf(ctx, hasAttribute(ctx, object, name, span), load, importInner) : load();
  }
  if (isKnownModule(ctx, inner)) return importInner();
  if (harmlessModules.has(inner)) {
    askForRealModule(ctx, inner, span);
    return emitNone(ctx, span);
  }
  if (own === undefined && isMember(ctx, module, name)) return lowerMember(ctx, module, name, span);
  if (isLacking(ctx.module, module, name)) return refuseMember(ctx, module, name, alias.span);
  const place = own === undefined ? 'unknown location' : own.parsed.source.name;
  const complaint = `cannot import name '${name}' from '${module}' (${place})`;
  if (own?.scopes.module.variables.has('__getattr__') === true)
    return emit(ctx, span, { kind: 'CallHelper', helper: 'import-name', args: [object, emitString(ctx, span, name), emitString(ctx, span, complaint)] });
  raiseImportError(ctx, span, complaint);
  return null;
}

/** The member of a module of the runtime that a standard module gives on: `collections.deque` is `_collections.deque`. */
function memberBehind(program: ProgramContext, module: string, name: string): { module: string; name: string } | null {
  const own = program.modules.get(module);
  if (own?.parsed.isStandard !== true) return null;
  if (own.scopes.module.variables.get(name)?.bindings !== 1) return null;
  for (const { node, scope } of own.scopes.imports) {
    if (node.kind !== 'ImportFrom' || scope !== own.scopes.module) continue;
    const alias = node.names.find((one) => (one.asname ?? one.name) === name);
    if (alias === undefined) continue;
    const isMember = !program.modules.has(node.module!) && program.known.modules.get(node.module!)?.has(alias.name) === true;
    if (isMember) return { module: node.module!, name: alias.name };
    return node.module === module ? null : memberBehind(program, node.module!, alias.name);
  }
  return null;
}

/** `missing`: the module that isn't there. */
function raiseImportError(ctx: FunctionContext, span: Span, message: string, missing: string | null = null): void {
  const callee = emitBuiltin(ctx, span, missing === null ? 'ImportError' : 'ModuleNotFoundError');
  const text = emitString(ctx, span, message);
  const named = missing === null ? [] : [emitString(ctx, span, missing)];
  const exception = emit(ctx, span, { kind: 'Call', callee, args: [text, ...named], keywords: named.map(() => 'name') });
  emit(ctx, span, { kind: 'Raise', exception, cause: null });
  terminate(ctx, { kind: 'Unreachable' });
}

/** The module that an expression certainly is. */
export function moduleOf(ctx: FunctionContext, node: Expression): string | null {
  if (node.kind === 'Attribute') {
    const outer = moduleOf(ctx, node.value);
    if (outer === null) return null;
    const name = `${outer}.${node.attr}`;
    const shadowed = ctx.module.program.modules.get(outer)?.scopes.module.variables.has(node.attr) === true;
    return isKnownModule(ctx, name) && !shadowed ? name : null;
  }
  if (node.kind !== 'Name') return null;
  const variable = meaningOf(ctx, node.id);
  if (variable === null) return null;
  const harmless = ctx.module.harmless.get(variable);
  if (harmless !== undefined) return harmless;
  if (isGlobal(variable)) return ctx.module.aliases.get(variable.name) ?? null;
  if (!isSsa(ctx, variable)) return null;
  const producer = ctx.producers.get(readVariable(ctx, variable.key));
  return producer?.kind === 'ImportModule' ? producer.name : null;
}

/** The value of `module.member`, null if the left side is not certainly a module or the member needs a look-up. */
export function lowerStaticAttribute(ctx: FunctionContext, node: Attribute): ValueId | null {
  refuseInsideOfCode(ctx, node);
  const root = rootName(node);
  if (root === null) return null;
  if (ofGenerics.has(node.attr) && ctx.module.typingNames.size + ctx.module.harmless.size > 0) askForRealModule(ctx, node.attr, node.span);
  if (asksMetaclass(ctx.module, ctx.scope, node)) askForRealModule(ctx, 'ABCMeta', node.span);
  const module = moduleOf(ctx, node.value);
  if (module === null) return refuseWhereLacking(ctx, node);
  if (module === 'builtins') return lowerBuiltinsMember(ctx, node.attr, node.span);
  if (harmlessModules.has(module) && !isOwn(ctx, module)) return lowerTypingName(ctx, typingNameOf(module, node.attr), node.span);
  const inner = moduleOf(ctx, node);
  if (inner !== null) return emit(ctx, node.span, { kind: 'ImportModule', name: inner });
  const own = ctx.module.program.modules.get(module);
  if (own === undefined) return lowerMember(ctx, module, node.attr, node.span);
  const name = mangle(ctx.scope, node.attr);
  const behind = memberBehind(ctx.module.program, module, name);
  if (behind !== null) return emit(ctx, node.span, { kind: 'LoadModuleMember', ...behind });
  if (own.scopes.module.variables.has(name)) return emitLoadGlobal(ctx, { module, name, builtin: false, by: 'attribute' }, node.span);
  return isLacking(ctx.module, module, name) ? refuseMember(ctx, module, name, node.span) : null;
}

/** A member of what is no known module only because several statements import it. */
function refuseWhereLacking(ctx: FunctionContext, { value, attr, span }: Attribute): ValueId | null {
  const module = value.kind === 'Name' ? onlyImportOf(ctx, value.id) : null;
  if (module === null || !isLacking(ctx.module, module, attr) || isMember(ctx, module, attr)) return null;
  if (ctx.module.program.modules.get(module)?.scopes.module.variables.has(attr) === true) return null;
  return isKnownModule(ctx, `${module}.${attr}`) ? null : refuseMember(ctx, module, attr, span);
}

/** The standard module that every binding of a name imports. */
function onlyImportOf(ctx: FunctionContext, name: string): string | null {
  const variable = meaningOf(ctx, name);
  if (variable === null || variable.parameter) return null;
  const targets = ctx.module.scopes.imports.flatMap(({ node, scope }) =>
    node.kind === 'Import' && scope === variable.scope ? node.names.filter((alias) => (alias.asname ?? alias.name.split('.')[0]) === name).map((alias) => (alias.asname === null ? name : alias.name)) : [],
  );
  const module = targets[0];
  if (module === undefined || targets.length !== variable.bindings || targets.some((target) => target !== module)) return null;
  return isKnownModule(ctx, module) ? module : null;
}

/** What classes have from the real Generic. */
const ofGenerics: ReadonlySet<string> = new Set(['__parameters__', '__orig_bases__']);

/** The name that a short chain of attributes starts from. */
function rootName(node: Attribute): string | null {
  let base: Expression = node;
  for (let depth = 0; base.kind === 'Attribute'; depth++) {
    if (depth > 8) return null;
    base = base.value;
  }
  return base.kind === 'Name' ? base.id : null;
}

/** What programs may set in `sys`: all readers look it up. */
const settable: ReadonlySet<string> = new Set(['stdin', 'stdout', 'stderr', 'excepthook', 'unraisablehook']);

/** `module.name = value` where that is certain. */
export function lowerStaticStore(ctx: FunctionContext, target: Attribute, value: ValueId): boolean {
  const module = rootName(target) === null ? null : moduleOf(ctx, target.value);
  if (module === null || (module === 'sys' && settable.has(target.attr))) return false;
  const own = ctx.module.program.modules.get(module);
  if (own?.scopes.module.variables.has(target.attr) === true) {
    emitStoreGlobal(ctx, { module, name: target.attr }, value, target.span);
  } else if (own === undefined && !isMember(ctx, module, target.attr) && !isLacking(ctx.module, module, target.attr)) {
    return false;
  } else {
    unsupported(ctx.module, 'E911', target.span, `setting '${target.attr}' in module '${module}'`);
  }
  return true;
}
