/** The `.d.ts` of a module: what its exports look like from TypeScript, with docstrings as TSDoc. The same module gives the same text. */
import type { Attribute, ClassExport, Export, FunctionExport, NodeModule, Parameter } from './exports.js';
import { admitsObject, type Hint } from './hint.js';
import { isIdentifier, isReserved, propertyName } from './names.js';
import { resultText, typeText, type TypeContext } from './type-text.js';

export function declarations(module: NodeModule): string {
  const exported = new Set([...module.exports, ...module.types].map(({ name }) => name));
  const records = module.all.filter((one) => one.kind === 'class');
  const ctx: TypeContext = { variables: new Set(), declared: new Map(records.map(({ name, variables }) => [name, variables.length])) };
  const privates = records.filter(({ name }) => !exported.has(name) && isIdentifier(name));
  const types = module.types.map((one) => (one.kind === 'alias' ? `export type ${one.name} = ${typeText(ctx, one.hint, 'out')};\n` : declaration(ctx, one, true)));
  const parts = [...types, ...[...module.exports, ...privates].map((one) => declaration(ctx, one, exported.has(one.name)))];
  const text = parts.join('');
  const head = `// Made by tauraro from ${module.name}.py.\n`;
  return `${head}${module.doc === null ? '' : `${comment(module.doc, '', ['@packageDocumentation'])}`}${text.includes(signalField) ? signalType : ''}${text}export {};\n`;
}

const signalField = 'signal?: AbortSignal_';
/** AbortSignal, where the project knows it. */
const signalType = 'type AbortSignal_ = typeof globalThis extends { AbortSignal: { prototype: infer S } } ? S : never;\n';

/** A name that JavaScript reserves is declared under another one. */
function declaration(ctx: TypeContext, one: Export, isExported: boolean): string {
  if (!isExported) return declare(ctx, one, one.name, '');
  if (isIdentifier(one.name) && !isReserved(one.name)) return declare(ctx, one, one.name, 'export ');
  const local = `export_${one.name.replace(/[^A-Za-z0-9_]/g, (c) => `$${c.codePointAt(0)!.toString(16)}`)}`;
  const outside = isIdentifier(one.name) ? one.name : JSON.stringify(one.name);
  return `${declare(ctx, one, local, '')}export { ${local} as ${outside} };\n`;
}

function declare(ctx: TypeContext, one: Export, name: string, prefix: string): string {
  switch (one.kind) {
    case 'function':
      return (one.overloads ?? [one]).flatMap((each) => signatures(ctx, each)).map((signature, index) => `${index === 0 ? comment(one.doc, '') : ''}${prefix}declare function ${name}${signature};\n`).join('');
    case 'class':
      return declareClass(ctx, one, name, prefix);
    case 'constant':
      return `${prefix}declare const ${name}: ${typeText(ctx, one.hint, 'out')};\n`;
  }
}

// --- functions ---

/** One for the arguments in order, and one for each place where an object with keyword arguments may follow earlier. */
function signatures(ctx: TypeContext, fn: FunctionExport): string[] {
  const variables = new Set([...fn.parameters.map(({ hint }) => hint), fn.result].flatMap(variablesOf).filter((name) => !ctx.variables.has(name)));
  const inner: TypeContext = { ...ctx, variables: new Set([...ctx.variables, ...variables]) };
  const generics = variables.size === 0 ? '' : `<${[...variables].join(', ')}>`;
  const result = functionResult(inner, fn);
  return parameterLists(inner, fn.parameters, givesPromise(fn)).map((list) => `${generics}(${list}): ${result}`);
}

const givesPromise = ({ isAsync, isGenerator, isBackground }: FunctionExport): boolean => (isAsync && !isGenerator) || isBackground;

function functionResult(ctx: TypeContext, { result, isAsync, isGenerator, isBackground }: FunctionExport): string {
  if (isGenerator && result.kind !== 'iterable' && result.kind !== 'asyncIterable') return `${isAsync ? 'AsyncIterableIterator' : 'IterableIterator'}<unknown>`;
  if (isGenerator && isAsync && (result.kind === 'iterable' || result.kind === 'asyncIterable')) return `AsyncIterableIterator<${typeText(ctx, result.item, 'out')}>`;
  const given = resultText(ctx, result);
  return isAsync || isBackground ? `Promise<${given}>` : given;
}

/** `canAbort`: among the keyword arguments may be an AbortSignal. */
function parameterLists(ctx: TypeContext, parameters: readonly Parameter[], canAbort: boolean): string[] {
  const positional = parameters.filter(({ kind }) => kind === 'positional-only' || kind === 'positional');
  const named = parameters.filter(({ kind }) => kind === 'keyword-only');
  const rest = parameters.find(({ kind }) => kind === 'varargs');
  const isOpen = parameters.some(({ kind }) => kind === 'kwargs');
  const text = (one: Parameter): string => `${parameterName(one.name)}${one.optional ? '?' : ''}: ${typeText(ctx, one.hint, 'in')}`;
  const mustName = named.some(({ optional }) => !optional);
  const options = (keywords: readonly Parameter[], optional: boolean): string => {
    const fields = keywords.map((one) => `${propertyName(one.name)}${one.optional ? '?' : ''}: ${typeText(ctx, one.hint, 'in')}`);
    return `options${optional ? '?' : ''}: { ${[...fields, ...(canAbort ? ['signal?: AbortSignal_'] : []), ...(isOpen ? ['[name: string]: unknown'] : [])].join('; ')} }`;
  };
  const tail = rest === undefined ? [] : [`...${parameterName(rest.name)}: ${typeText(ctx, { kind: 'row', item: rest.hint }, 'in')}`];
  const hasOptions = named.length > 0 || isOpen || canAbort;
  const firstOptional = positional.findIndex(({ optional }) => optional);
  const lists: string[] = [];
  if (!mustName) lists.push([...positional.map(text), ...(tail.length > 0 ? tail : hasOptions ? [options(named, true)] : [])].join(', '));
  // The object may take the place of any optional parameter that no object can be meant for, and name those from there on.
  const starts = [...positional.keys()].filter((index) => firstOptional >= 0 && index >= firstOptional && !admitsObject(positional[index]!.hint));
  for (const start of [...starts, ...(mustName ? [positional.length] : [])]) {
    const before = positional.slice(0, start).map((one) => text({ ...one, optional: false }));
    const keywords = [...positional.slice(start).filter(({ kind }) => kind === 'positional'), ...named];
    if (keywords.length > 0) lists.push([...before, options(keywords, false)].join(', '));
  }
  return lists;
}

const parameterName = (name: string): string => (isReserved(name) ? `${name}_` : name);

function variablesOf(hint: Hint): string[] {
  switch (hint.kind) {
    case 'variable':
      return hint.name === 'Self' ? [] : [hint.name];
    case 'list':
    case 'set':
    case 'frozenset':
    case 'iterable':
    case 'asyncIterable':
    case 'row':
      return variablesOf(hint.item);
    case 'tuple':
      return hint.items.flatMap(variablesOf);
    case 'union':
      return hint.members.flatMap(variablesOf);
    case 'dict':
      return [...variablesOf(hint.key), ...variablesOf(hint.value)];
    case 'callable':
      return [...(hint.parameters ?? []).flatMap(variablesOf), ...variablesOf(hint.result)];
    case 'awaitable':
      return variablesOf(hint.result);
    case 'class':
      return (hint.args ?? []).flatMap(variablesOf);
    default:
      return [];
  }
}

// --- classes ---

function declareClass(ctx: TypeContext, one: ClassExport, name: string, prefix: string): string {
  if (one.flavour === 'record') return declareRecord(ctx, one, name, prefix);
  const base = one.bases.find((candidate) => ctx.declared.has(candidate));
  const inside: TypeContext = { ...ctx, variables: new Set([...ctx.variables, ...one.variables]) };
  return classLines(inside, one, base, one.variables.length === 0 ? name : `${name}<${one.variables.map((variable) => `${variable} = unknown`).join(', ')}>`, prefix);
}

function classLines(ctx: TypeContext, one: ClassExport, base: string | undefined, name: string, prefix: string): string {
  const lines = [
    ...(one.flavour === 'enum' ? ['private constructor();'] : constructorsOf(ctx, one)),
    ...one.statics.map((attribute) => `${attributeDoc(attribute)}static readonly ${propertyName(attribute.name)}: ${typeText(ctx, attribute.hint, 'out')};`),
    ...(one.flavour === 'enum' ? ['readonly name: string;', `readonly value: ${enumValue(one)};`] : []),
    ...one.attributes.map((attribute) => attributeText(ctx, attribute)),
    ...(one.hasLength && !one.attributes.some(({ name: attribute }) => attribute === 'length') ? ['get length(): number;'] : []),
    ...one.methods.flatMap((method) => methodLines(ctx, method)),
    ...(one.iterates === null ? [] : [`[Symbol.${one.iterates.isAsync ? 'asyncIterator' : 'iterator'}](): ${functionResult(ctx, one.iterates)};`]),
  ];
  const body = lines.map((line) => indent(line)).join('');
  return `${comment(one.doc, '')}${prefix}declare class ${name}${extendsText(one, base)} {\n${body}}\n`;
}

function extendsText({ flavour }: ClassExport, base: string | undefined): string {
  if (base !== undefined) return ` extends ${base}`;
  return flavour === 'exception' ? ' extends Error' : '';
}

const enumValue = ({ bases }: ClassExport): string => (bases.includes('IntEnum') || bases.includes('IntFlag') || bases.includes('Flag') ? 'number' : bases.includes('StrEnum') ? 'string' : 'unknown');

function constructorsOf(ctx: TypeContext, { constructor }: ClassExport): string[] {
  if (constructor === null) return [];
  const lists = parameterLists(ctx, constructor.parameters.slice(1), false);
  return lists.map((list, index) => `${index === 0 ? comment(constructor.doc, '') : ''}constructor(${list});`);
}

function methodLines(ctx: TypeContext, method: FunctionExport & { readonly isStatic: boolean }): string[] {
  const start = `${method.isStatic ? 'static ' : ''}${propertyName(method.name)}`;
  return signatures(ctx, method).map((signature, index) => `${index === 0 ? comment(method.doc, '') : ''}${start}${signature};`);
}

function attributeText(ctx: TypeContext, attribute: Attribute): string {
  const type = typeText(ctx, attribute.hint, 'out');
  if (attribute.readonly) return `${attributeDoc(attribute)}get ${propertyName(attribute.name)}(): ${type};`;
  const given = typeText(ctx, attribute.hint, 'in');
  if (given === type) return `${attributeDoc(attribute)}${propertyName(attribute.name)}: ${type};`;
  return `${attributeDoc(attribute)}get ${propertyName(attribute.name)}(): ${type};\nset ${propertyName(attribute.name)}(value: ${given});`;
}

const attributeDoc = ({ doc }: Attribute): string => comment(doc, '');

/** A TypedDict is a shape, and nothing at run time. */
function declareRecord(ctx: TypeContext, one: ClassExport, name: string, prefix: string): string {
  const fields = one.attributes.map((attribute) => indent(`${propertyName(attribute.name)}${attribute.optional === true ? '?' : ''}: ${typeText(ctx, attribute.hint, 'out')};`));
  return `${comment(one.doc, '')}${prefix}interface ${name} {\n${fields.join('')}}\n`;
}

const indent = (text: string): string => `${text.split('\n').map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n`;

/** A docstring as TSDoc; nothing in it can end the comment. */
function comment(doc: string | null, margin: string, tags: readonly string[] = []): string {
  if (doc === null && tags.length === 0) return '';
  const lines = [...(doc ?? '').trim().replaceAll('*/', '*\\/').split('\n').map((line) => line.trimEnd()), ...tags];
  if (lines.length === 1) return `${margin}/** ${lines[0]} */\n`;
  return `${margin}/**\n${lines.map((line) => `${margin} *${line === '' ? '' : ` ${line}`}\n`).join('')}${margin} */\n`;
}
