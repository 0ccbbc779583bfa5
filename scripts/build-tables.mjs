// Makes the compiler's tables from the runtime's lists, so that the two never disagree:
//
//   native/runtime/abi/*.def                      → lib/builtins/abi.generated.ts    (functions that compiled code may call)
//   native/runtime/{builtins,modules/*,exceptions}.def → lib/builtins/names.generated.ts (names that programs may use)
//   native/irbuilder/opcodes.def                  → lib/backend/llvm/opcodes.generated.ts (what the player of recordings plays)
//
// A missing list counts as empty.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stamp.mjs';

const runtime = join(root, 'native/runtime');
const output = join(root, 'lib');

const readList = (file) => (existsSync(file) ? withoutComments(readFileSync(file, 'utf8')) : '');
const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/\/\/[^\n]*|^\s*#[^\n]*/gm, ' ');

/** Whose 0 is an answer unless an exception is pending. */
const optionalResults = new Set([
  'rt_next',
  'rt_getattr_optional',
  'rt_dict_get',
  'rt_dict_get_str',
  'rt_dict_get_int',
  'rt_dict_slot',
  'rt_type_lookup',
  'rt_generator_send',
]);

/** How a C type is held by compiled code (Rep, or `i32` and `array` for parameters), and its LLVM type. */
const scalarTypes = {
  RtValue: ['value', 'i64'],
  int64_t: ['int', 'i64'],
  uint64_t: ['int', 'i64'],
  size_t: ['int', 'i64'],
  double: ['float', 'double'],
  bool: ['bool', 'i1'],
  int: ['i32', 'i32'],
  int32_t: ['i32', 'i32'],
  uint32_t: ['i32', 'i32'],
  RtOp: ['i32', 'i32'],
  RtCmp: ['i32', 'i32'],
  void: ['void', 'void'],
};

/** Structs that are not counted objects. */
const plainStructs = new Set([
  'RtType',
  'RtCode',
  'RtSource',
  'RtLocation',
  'RtModuleDef',
  'RtMethodDef',
  'RtWriter',
  'RtGlobal',
  'RtDictEntry',
  'RtSetEntry',
  'RtVisit',
]);

function classify(type, where) {
  const words = type
    .replace(/\b(struct|enum|const|STEAL|BORROWED)\b/g, ' ')
    .replace(/\*/g, ' * ')
    .trim()
    .split(/\s+/);
  const stars = words.filter((word) => word === '*').length;
  const name = words[0];
  if (stars === 0) {
    if (name in scalarTypes) return scalarTypes[name];
    if (/^Rt\w+$/.test(name)) return ['raw', 'ptr'];
    throw new Error(`${where}: unknown type ${type}`);
  }
  if (stars === 1 && name === 'RtValue' && /\bconst\b/.test(type)) return ['array', 'ptr'];
  if (stars === 1 && /^Rt[A-Z]/.test(name) && name !== 'RtValue' && !plainStructs.has(name)) return ['value', 'ptr'];
  return ['raw', 'ptr'];
}

function splitParameters(text) {
  const inner = text.trim();
  return inner === '' || inner === 'void' ? [] : inner.split(',').map((parameter) => parameter.trim());
}

/** A parameter without its name: `const RtValue *args` → `const RtValue *`. */
function typeOfParameter(parameter) {
  const words = parameter.replace(/\*/g, ' * ').replace(/\s+/g, ' ').trim().split(' ');
  const last = words.at(-1);
  const hasName = words.filter((word) => !['const', 'struct', 'enum', 'STEAL', 'BORROWED', '*'].includes(word)).length > 1;
  return (hasName && last !== '*' ? words.slice(0, -1) : words).join(' ');
}

function parseFunction(match, file) {
  const [, result, symbol, parameters, effect] = match.map((part) => part.trim());
  const where = `${file}: ${symbol}`;
  if (!['RAISES', 'NEVER', 'PURE'].includes(effect)) throw new Error(`${where}: unknown effect ${effect}`);
  const listed = splitParameters(parameters);
  const types = listed.map((parameter) => classify(typeOfParameter(parameter), where));
  const [resultRep, resultType] = classify(result, where);
  return {
    symbol,
    result: resultRep === 'i32' ? (/\bint\b/.test(result) ? 'status' : 'int') : resultRep === 'array' ? 'raw' : resultRep,
    borrowedResult: /\bBORROWED\b/.test(result),
    optionalResult: optionalResults.has(symbol),
    params: types.map(([rep]) => rep),
    steals: listed.map((parameter) => /\bSTEAL\b/.test(parameter)),
    raises: effect,
    resultType,
    paramTypes: types.map(([, type]) => type),
  };
}

function readFunctions() {
  const folder = join(runtime, 'abi');
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.def'))
        .sort()
    : [];
  const functions = files.flatMap((file) => {
    const text = readList(join(folder, file));
    const matches = [...text.matchAll(/\bFN\(\s*([^,()]+?)\s*,\s*(\w+)\s*,\s*\(([^()]*)\)\s*,\s*(\w+)\s*\)/g)];
    if (matches.length !== [...text.matchAll(/\bFN\(/g)].length)
      throw new Error(`${file}: a line that is not FN(result, name, (parameters), effect)`);
    return matches.map((match) => parseFunction(match, file));
  });
  return new Map(functions.sort((a, b) => (a.symbol < b.symbol ? -1 : 1)).map(({ symbol, ...fn }) => [symbol, fn]));
}

const moduleFiles = () => readdirSync(join(runtime, 'modules')).sort().map((file) => `modules/${file}`);

/** Rows of all the runtime's own modules. */
const readModuleRows = (macro) => moduleFiles().flatMap((file) => readRows(file, macro));

/** Rows `MACRO(a, b, …)` of a list, each split at its commas. */
function readRows(file, macro) {
  const rows = readList(join(runtime, file)).matchAll(new RegExp(`(?<![\\w])${macro}\\(([^()]*)\\)`, 'g'));
  return [...rows].map((match) => match[1].split(',').map((part) => part.trim()));
}

/** `RT_NONE` names an object by a macro; its symbol is `rt_none_object`. */
const symbolOfValue = (name) =>
  /^RT_[A-Z]+$/.test(name) ? `${name.toLowerCase()}_object` : name.replace(/^rt_value\(&?|\)$/g, '');

function readModules() {
  const modules = new Map();
  const add = (module, name, member) => modules.set(module, (modules.get(module) ?? new Map()).set(name, member));
  for (const [module, name] of readModuleRows('MODULE_FN'))
    add(module, name, { kind: 'function', symbol: `rt_function_${module.replaceAll('.', '_')}_${name}` });
  for (const [module, name, symbol] of readModuleRows('MODULE_VALUE')) add(module, name, { kind: 'value', symbol });
  for (const [module, name, symbol] of readModuleRows('MODULE_TYPE')) add(module, name, { kind: 'type', symbol });
  return modules;
}

/** The functions that give the values of module members, and the modules themselves, are called like any other. */
function moduleGetters() {
  const importers = moduleFiles().map((file) => `rt_import_${file.slice('modules/'.length, -'.def'.length)}`);
  const getters = readModuleRows('MODULE_VALUE').map(([, , name]) => name);
  return [...importers, ...getters].map((name) => {
    const { symbol, ...row } = parseFunction(['', 'RtValue', name, '', 'RAISES'], 'modules.def');
    return { symbol, row };
  });
}

const json = JSON.stringify;
const mapText = (entries, value) =>
  `new Map([\n${entries.map(([key, entry]) => `  [${json(key)}, ${value(entry)}],\n`).join('')}])`;
const header = '// Generated by scripts/build-tables.mjs. Do not edit.\n';

function abiText() {
  const functions = readFunctions();
  for (const getter of moduleGetters()) if (!functions.has(getter.symbol)) functions.set(getter.symbol, getter.row);
  const rows = [...functions].map(([symbol, fn]) => `  ${symbol}: ${json(fn)},\n`);
  return `${header}import type { AbiFunction } from './abi.js';

export const abi: { readonly [symbol: string]: AbiFunction } = {
${rows.join('')}};
`;
}

function namesText() {
  const exceptions = ['BaseException', ...readRows('exceptions.def', 'X').map(([name]) => name)];
  const functions = readRows('builtins.def', 'BUILTIN').map(([name]) => [name, `rt_function_${name}`]);
  const types = [...readRows('builtins.def', 'BUILTIN_TYPE'), ...exceptions.map((name) => [name, `rt_exc_${name}`])];
  const values = readRows('builtins.def', 'BUILTIN_VALUE').map(([name, value]) => [name, symbolOfValue(value)]);
  const names = [...functions, ...types, ...values].map(([name]) => name).sort();
  const members = (entries) =>
    `new Map<string, ModuleMember>([${[...entries].map(([name, member]) => json([name, member])).join(', ')}])`;
  return `${header}import type { ModuleMember } from './abi.js';

export const builtinNames: ReadonlySet<string> = new Set(${json([...new Set(names)])});

/** Python name → C symbol of the RtType; exception classes included. */
export const builtinTypes: ReadonlyMap<string, string> = ${mapText(types, json)};

/** Python name → C symbol of the static RtBuiltin. */
export const builtinFunctions: ReadonlyMap<string, string> = ${mapText(functions, json)};

/** Python name → C symbol of the static object. */
export const builtinValues: ReadonlyMap<string, string> = ${mapText(values, json)};

export const exceptionNames: ReadonlySet<string> = new Set(${json(exceptions)});

export const moduleMembers: ReadonlyMap<string, ReadonlyMap<string, ModuleMember>> = new Map<string, ReadonlyMap<string, ModuleMember>>([
${[...readModules()].map(([name, entries]) => `  [${json(name)}, ${members(entries)}],\n`).join('')}]);
`;
}

function opcodesText() {
  const list = withoutComments(readFileSync(join(root, 'native/irbuilder/opcodes.def'), 'utf8'));
  const rows = [...list.matchAll(/\b(?:OP|BINARY|CAST)\((\w+)\)/g)].map(([, name], number) => `  ${name}: ${number},\n`);
  return `${header}/** The numbers of the operations that native/irbuilder/opcodes.def lists. */
export const op = {
${rows.join('')}} as const;
`;
}

/** Writes what has changed; tells whether anything had. */
export function buildTables() {
  const texts = {
    'builtins/abi.generated.ts': abiText(),
    'builtins/names.generated.ts': namesText(),
    'backend/llvm/opcodes.generated.ts': opcodesText(),
  };
  let changed = false;
  for (const [name, text] of Object.entries(texts)) {
    const file = join(output, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    writeFileSync(file, text);
    changed = true;
  }
  return changed;
}

if (process.argv[1] === import.meta.filename) {
  try {
    buildTables();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
