/** RtSource, RtCode, RtLocation and RtModuleDef, and what runs when a function object is called. */
import { assert } from '../../base/assert.js';
import type { SourceFile, Span } from '../../base/source.js';
import type { IrFunction, Rep } from '../../ir/function.js';
import { generalSymbol, globalSymbol, type EntryCheck, type FunctionEntry, type TypedModule } from '../../ir/program.js';
import type { FunctionVersion, TypedFunction } from '../../ir/typed.js';
import { codeFlags, countParameters, smallBound } from '../shared/static-layout.js';
import { frameSize } from '../shared/versions.js';
import { commentText, intLiteral } from './names.js';
import { cellOf, once, symbolAddress, type ProgramState } from './program-state.js';
import { staticStr, textLiteral } from './static-data.js';
import { versionCast, versionName, versionNamed } from './version.js';

/** A struct's definition, its fields one a line. */
function struct(type: string, name: string, fields: { readonly [field: string]: string | undefined }, storage = 'static const'): string {
  const rows = Object.entries(fields).filter(([, value]) => value !== undefined && value !== 'NULL' && value !== '0');
  return `${storage} ${type} ${name} = {\n${rows.map(([field, value]) => `  .${field} = ${value},\n`).join('')}};`;
}

export function sourceOf(p: ProgramState, source: SourceFile): string {
  return once(p, `source ${source.name}`, `source ${source.name}`, (name) => {
    const [path, text] = [textLiteral(source.name), textLiteral(source.text)];
    p.data.push(struct('RtSource', name, { path, text: `\n  ${text}`, length: String(Buffer.byteLength(source.text, 'utf8')) }));
  });
}

/** The RtCode of a function; `symbol` is that of its general version. */
export function codeOf(p: ProgramState, fn: IrFunction, symbol: string): string {
  return once(p, `code ${symbol}`, `code ${fn.symbol}`, (name) => p.data.push(struct('RtCode', name, codeFields(p, fn, p.generals.get(symbol)))));
}

function codeFields(p: ProgramState, fn: IrFunction, general: TypedFunction | undefined): { [field: string]: string | undefined } {
  const callable = fn.kind === 'module' ? undefined : general; // nobody calls a module's body through its code
  return {
    name: textLiteral(fn.name),
    qualname: textLiteral(fn.qualname),
    source: `&${sourceOf(p, fn.source)}`,
    first_line: String(fn.source.position(fn.span.start).line),
    posonly: String(countParameters(fn, 'positional-only')),
    positional: String(countParameters(fn, 'positional-only', 'positional')),
    kwonly: String(countParameters(fn, 'keyword-only')),
    flags: String(codeFlags(fn)),
    parameter_names: parameterNames(p, fn),
    docstring: fn.docstring === null ? undefined : textLiteral(fn.docstring),
    ...(callable === undefined ? {} : versionFields(p, callable)),
  };
}

function parameterNames(p: ProgramState, fn: IrFunction): string {
  if (fn.parameters.length === 0) return 'NULL';
  const items = fn.parameters.map((parameter) => `&${staticStr(p, parameter.name)}`).join(', ');
  return `(RtStr *const[]){${items}}`;
}

function versionFields(p: ProgramState, general: TypedFunction): { [field: string]: string | undefined } {
  const entry = p.entries.get(general.generalSymbol);
  return {
    entry: entryFunction(p, general, entry),
    general: `(void *)${versionName(p, general)}`,
    fast: entry && `(void *)${versionNamed(p, entry.version).name}`,
    checks: entry && entry.checks.length > 0 ? checkTable(p, entry.checks) : undefined,
    frame_size: general.kind === 'generator' ? String(frameSize(general)) : undefined,
  };
}

function entryFunction(p: ProgramState, general: TypedFunction, entry: FunctionEntry | undefined): string {
  if (general.kind === 'generator') return general.async === undefined ? 'rt_entry_generator' : 'rt_entry_coroutine';
  return entry === undefined ? 'rt_entry_general' : sharedEntry(p, entry.version, general.freeVariables.length > 0);
}

function checkTable(p: ProgramState, checks: readonly EntryCheck[]): string {
  return `(const RtEntryCheck[]){${checks.map((check) => `{${checkFields(p, check).join(', ')}}`).join(', ')}}`;
}

function checkFields(p: ProgramState, check: EntryCheck): string[] {
  const kind = `.kind = RT_ENTRY_${check.kind.toUpperCase()}`;
  switch (check.kind) {
    case 'int':
      return [kind, `.low = ${intLiteral(smallBound(check.low))}`, `.high = ${intLiteral(smallBound(check.high))}`];
    case 'tuple':
      return [kind, `.length = ${check.length}`];
    case 'type':
    case 'same':
      return [kind, `.address = ${symbolAddress(p, check.symbol)}`];
    case 'instance':
    case 'class':
      return [kind, `.address = ${symbolAddress(p, check.cell)}`];
    case 'function':
      return [kind, `.address = (void *)${versionName(p, p.generals.get(check.general)!)}`];
    default:
      return [kind];
  }
}

/** One function for each combination of representations: it unboxes what the fast version takes and boxes what it gives. */
function sharedEntry(p: ProgramState, version: FunctionVersion, hasClosure: boolean): string {
  const words = [...version.parameters, 'gives', version.result, hasClosure ? 'closure' : '', version.fails ? '' : 'safely'].filter(Boolean);
  return once(p, `entry ${words.join(' ')}`, `entry_${words.join('_')}`, (name) => {
    p.prototypes.push(`static RtValue ${name}(RtFunction *function, const RtValue *args);`);
    p.helpers.push(entryDefinition(name, version, hasClosure));
  });
}

function entryDefinition(name: string, version: FunctionVersion, hasClosure: boolean): string {
  const args = [...(hasClosure ? ['VAL(function)'] : []), ...version.parameters.map((rep, index) => unboxed(`args[${index}]`, rep))];
  const call = `((${versionCast(version, hasClosure)})function->code->fast)(${args.join(', ')})`;
  return [
    `static RtValue ${name}(RtFunction *function, const RtValue *args) {`,
    '  if (!rt_entry_fits(function->code, args)) return ((RtGeneralVersion)function->code->general)(function, args, 0);',
    ...entryReturn(version, call).map((line) => `  ${line}`),
    '}',
  ].join('\n');
}

function entryReturn({ result, fails }: FunctionVersion, call: string): string[] {
  if (!fails) return [`return ${boxed(call, result)};`];
  const [type, word] = result === 'float' ? ['FloatPair', 'double_bits(result.payload)'] : ['Pair', 'result.payload'];
  return [
    `${type} result = ${call};`,
    `if (result.status == 0) return ${boxed(result === 'bool' ? '(result.payload & 1) != 0' : 'result.payload', result)};`,
    `return result.status == 1 ? 0 : ${word};`,
  ];
}

function unboxed(word: string, rep: Rep): string {
  if (rep === 'int') return `rt_small(${word})`;
  if (rep === 'bool') return `${word} == RT_TRUE`;
  return rep === 'float' ? `((RtFloat *)PTR(${word}))->value` : word;
}

function boxed(value: string, rep: Rep): string {
  if (rep === 'int') return `box_int(${value})`;
  if (rep === 'bool') return `rt_from_bool(${value})`;
  return rep === 'float' ? `rt_float_new(${value})` : value;
}

/** The address behind a symbol of the runtime or of the program; `code.NAME` is the RtCode of the function with symbol NAME. */
export function addressOf(p: ProgramState, symbol: string): string {
  if (symbol.startsWith('module.')) return `&${moduleOf(p, symbol.slice('module.'.length))}`;
  if (!symbol.startsWith('code.')) return symbolAddress(p, symbol);
  const general = `${symbol.slice('code.'.length)}.general`;
  const fn = p.generals.get(general);
  assert(fn !== undefined, `no function for ${symbol}`);
  return `&${codeOf(p, fn, general)}`;
}

/** The name of an RtLocation: where in the source an exception passed. */
export function locationOf(p: ProgramState, fn: TypedFunction, span: Span): string {
  return once(p, `location ${fn.generalSymbol} ${span.start} ${span.end}`, `line_${fn.source.position(span.start).line}`, (name) => {
    const [start, end] = [fn.source.characterPosition(span.start), fn.source.characterPosition(span.end)];
    const fields = `&${codeOf(p, fn, fn.generalSymbol)}, ${start.line}, ${start.column}, ${end.line}, ${end.column}, 0, 0`;
    p.data.push(`static const RtLocation ${name} = {${fields}};`);
  });
}

/** The name of a module's RtModuleDef. */
export function moduleOf(p: ProgramState, moduleName: string): string {
  return once(p, `module ${moduleName}`, `module ${moduleName === '__main__' ? 'main' : moduleName}`, (name) => {
    const module = p.typed.modules.find((candidate) => candidate.module.name === moduleName);
    assert(module !== undefined, `no module ${moduleName}`);
    p.data.push(struct('RtModuleDef', name, moduleFields(p, module), 'static'));
  });
}

function moduleFields(p: ProgramState, module: TypedModule): { [field: string]: string | undefined } {
  const { name, source, body, globals } = module.module;
  const rows = [...globals.keys()].map((global) => `{&${staticStr(p, global)}, &${cellOf(p, globalSymbol(name, global))}.it}`);
  return {
    name: textLiteral(name),
    source: `&${sourceOf(p, source)}`,
    docstring: body.docstring === null ? undefined : textLiteral(body.docstring),
    body: bodyFunction(p, module),
    global_count: String(globals.size),
    globals: rows.length === 0 ? 'NULL' : `(const RtGlobal[]){${rows.join(', ')}}`,
  };
}

/** RtModuleDef.body: runs the module; None, or 0 when it has raised. */
function bodyFunction(p: ProgramState, { module, fastBody }: TypedModule): string {
  const name = p.names.make(`run ${module.name === '__main__' ? 'main' : module.name}`);
  const fast = fastBody === null ? undefined : p.versions.get(fastBody.symbol);
  const general = p.versions.get(generalSymbol(module.body));
  assert(fast !== undefined || general !== undefined, `module ${module.name} has no body`);
  const prototype = `static RtValue ${name}(RtFunction *function, const RtValue *args)`;
  p.prototypes.push(`${prototype};`);
  p.helpers.push([`/* Runs module ${commentText(module.name)}. */`, `${prototype} {`, ...bodyLines(p, fast, general).map((line) => `  ${line}`), '}'].join('\n'));
  return name;
}

function bodyLines(p: ProgramState, fast: TypedFunction | undefined, general: TypedFunction | undefined): string[] {
  if (fast === undefined) return [`return ${versionName(p, general!)}(function, args, 0);`];
  const [unused, call] = ['(void)function, (void)args;', `${versionName(p, fast)}()`];
  return fast.version.fails ? [unused, `return ${call}.status == 1 ? 0 : RT_NONE;`] : [unused, `${call};`, 'return RT_NONE;'];
}
