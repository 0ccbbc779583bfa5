/**
 * Examples in docstrings of a program that asks `doctest` to try them: they are compiled in. The text of the module gets one more
 * function, which gives `doctest` each docstring's examples as a function of their own:
 *
 *     def _doctest_tests(_dt):
 *         def _dt_0():
 *             if _dt.begin('double(4)\n', '8\n', None, 3, {}):
 *                 try:
 *                     _dt.show(double(4))
 *                 except BaseException as _dt_raised: _dt.end(_dt_raised)
 *                 else: _dt.end(None)
 *         _dt.add('double', 12, _dt_0)
 *
 * It stands behind the text, so that spans and lines keep their places, but is the module's first statement.
 */
import { Diagnostics } from '../base/diagnostic.js';
import { SourceFile } from '../base/source.js';
import { docstringOf } from '../lower/docstrings.js';
import type { Expression, Module, Node, Statement } from '../syntax/ast.js';
import { forEachChild } from '../syntax/ast-walk.js';
import { parseModule } from '../syntax/parse.js';
import { examplesOf, type Example } from './doctest-examples.js';

interface Item {
  /** Behind `__main__`: empty, or `.Class.method`. */
  readonly path: string;
  readonly docstring: string | null;
  /** One-based. */
  readonly line: number;
  /** Whether it is there, and still has its docstring, is known when the program runs. */
  readonly isCertain: boolean;
}

export function withDoctests(source: SourceFile, tree: Module, problems: Diagnostics): { source: SourceFile; tree: Module } {
  if (problems.failed || !asksForDoctests(tree)) return { source, tree };
  const text = `${source.text}\n${testsText(source, tree)}`;
  const longer = new SourceFile(source.name, text);
  const { body } = parseModule(longer, new Diagnostics());
  const head = leadingStatements(tree.body);
  return { source: longer, tree: { ...tree, body: [...body.slice(0, head), ...body.slice(tree.body.length), ...body.slice(head, tree.body.length)] } };
}

const entrances: ReadonlySet<string> = new Set(['testmod', 'run_docstring_examples', 'DocTestSuite']);

function asksForDoctests(tree: Module): boolean {
  let imports = false;
  let asks = false;
  for (const node of allNodes(tree.body)) {
    if (node.kind === 'Import') imports ||= node.names.some(({ name }) => name === 'doctest');
    if (node.kind === 'ImportFrom') imports ||= node.module === 'doctest';
    if (node.kind === 'alias') asks ||= entrances.has(node.name);
    if (node.kind === 'Attribute') asks ||= entrances.has(node.attr);
  }
  return imports && asks;
}

function* allNodes(roots: readonly Node[]): Generator<Node> {
  const work = [...roots];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    yield node;
    forEachChild(node, (child) => work.push(child));
  }
}

/** What has to stay first: the docstring, and imports from `__future__`. */
function leadingStatements(body: readonly Statement[]): number {
  const isLeading = (statement: Statement, i: number): boolean =>
    (i === 0 && docstringOf([statement]) !== null) || (statement.kind === 'ImportFrom' && statement.module === '__future__');
  const end = body.findIndex((statement, i) => !isLeading(statement, i));
  return end < 0 ? body.length : end;
}

function testsText(source: SourceFile, tree: Module): string {
  const globals = new Set([...boundIn(tree.body)]);
  const items = [moduleItem(source, tree), ...itemsOf(source, tree.body, '', true), ...listedItems(source, tree)].sort((a, b) => (a.path < b.path ? -1 : 1));
  const lines = items.flatMap((item, i) => itemText(item, i, globals));
  return ['def _doctest_tests(_dt):', ...lines.map((line) => line), 'import doctest as _doctest_module', '_doctest_module._programs.append((_doctest_tests, __file__, __name__))', ''].join('\n');
}

function moduleItem(source: SourceFile, { body }: Module): Item {
  return { path: '', docstring: docstringOf(body), line: lineOf(source, body), isCertain: true };
}

/** Texts in the dict `__test__`. */
function listedItems(source: SourceFile, { body }: Module): Item[] {
  const texts = new Map<string, Expression>();
  const items: Item[] = [];
  for (const statement of body) {
    if (statement.kind !== 'Assign' || statement.targets[0]!.kind !== 'Name') continue;
    const { value } = statement;
    texts.set(statement.targets[0].id, value);
    if (statement.targets[0].id !== '__test__' || value.kind !== 'Dict') continue;
    value.keys.forEach((key, i) => {
      const listed = value.values[i]!;
      const text = listed.kind === 'Name' ? texts.get(listed.id) : listed;
      if (key?.kind !== 'Constant' || key.value.type !== 'str' || text?.kind !== 'Constant' || text.value.type !== 'str') return;
      items.push({ path: `.__test__.${key.value.value}`, docstring: text.value.value, line: source.position(text.span.start).line, isCertain: true });
    });
  }
  return items;
}

function lineOf(source: SourceFile, body: readonly Statement[]): number {
  return body.length === 0 ? 1 : source.position(body[0]!.span.start).line;
}

/** The functions, methods and classes of a block, by name: the last one counts. */
function itemsOf(source: SourceFile, body: readonly Statement[], prefix: string, isCertain: boolean): Item[] {
  const found = new Map<string, Item[]>();
  for (const statement of body) {
    if (statement.kind === 'FunctionDef' || statement.kind === 'AsyncFunctionDef' || statement.kind === 'ClassDef') {
      if (statement.decorator_list.some(isAccessor)) continue;
      const path = `${prefix}.${statement.name}`;
      const certain = isCertain && statement.decorator_list.every(keepsDocstring);
      const item = { path, docstring: docstringOf(statement.body), line: lineOf(source, statement.body), isCertain: certain };
      found.set(path, [item, ...(statement.kind === 'ClassDef' ? itemsOf(source, statement.body, path, certain) : [])]);
    } else if (statement.kind === 'Assign' && statement.value.kind === 'Lambda') {
      for (const target of statement.targets) {
        if (target.kind === 'Name') found.set(`${prefix}.${target.id}`, [{ path: `${prefix}.${target.id}`, docstring: null, line: 0, isCertain }]);
      }
    } else {
      for (const block of blocksOf(statement)) for (const item of itemsOf(source, block, prefix, false)) found.set(item.path, [item]);
    }
  }
  return [...found.values()].flat();
}

function blocksOf(statement: Statement): (readonly Statement[])[] {
  switch (statement.kind) {
    case 'If':
    case 'For':
    case 'While':
      return [statement.body, statement.orelse];
    case 'With':
      return [statement.body];
    case 'Try':
      return [statement.body, ...statement.handlers.map(({ body }) => body), statement.orelse, statement.finalbody];
    default:
      return [];
  }
}

/** `@name.setter`: the property has its docstring from the getter. */
function isAccessor(decorator: Expression): boolean {
  return decorator.kind === 'Attribute' && ['setter', 'deleter'].includes(decorator.attr);
}

const transparent: ReadonlySet<string> = new Set(['staticmethod', 'classmethod', 'property', 'lru_cache', 'cache', 'dataclass', 'abstractmethod', 'total_ordering']);

function keepsDocstring(decorator: Expression): boolean {
  const callee = decorator.kind === 'Call' ? decorator.func : decorator;
  const name = callee.kind === 'Attribute' ? callee.attr : callee.kind === 'Name' ? callee.id : '';
  return transparent.has(name);
}

/** The names that a block binds, functions and classes inside left out. */
function* boundIn(body: readonly Node[]): Generator<string> {
  const work: Node[] = [...body];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (node.kind === 'Name' && node.ctx === 'Store') yield node.id;
    if (node.kind === 'alias') yield node.asname ?? node.name.split('.')[0]!;
    if (node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef' || node.kind === 'ClassDef') yield node.name;
    else forEachChild(node, (child) => work.push(child));
  }
}

function itemText({ path, docstring, line, isCertain }: Item, i: number, globals: ReadonlySet<string>): string[] {
  const examples = docstring === null ? [] : examplesOf(docstring);
  const name = JSON.stringify(path);
  if (examples === null) return [`    _dt.no_blank(${name})`];
  const body = examples.map((example) => ({ example, ...bodyOf(example) }));
  const known = new Set<string>();
  const needed = new Set<string>();
  for (const { tree } of body) noteReads(tree, known, needed);
  const parameters = [...needed].filter((each) => known.has(each) && globals.has(each)).map((each) => `${each}=${each}`);
  const add = `_dt.add(${name}, ${line}, ${examples.length > 0 ? `_dt_${i}` : 'None'})`;
  if (examples.length === 0 && isCertain) return [`    ${add}`];
  const definition = examples.length === 0 ? [] : [`    def _dt_${i}(${parameters.join(', ')}):`, ...body.flatMap(({ example, text }) => exampleText(example, text))];
  if (isCertain) return [...definition, `    ${add}`];
  const absent = ['    except (NameError, AttributeError):', '        pass', '    else:'];
  const inner = definition.map((each) => each);
  return [...inner, '    try:', `        _dt_doc = ${path.slice(1)}.__doc__`, ...absent, `        if _dt_doc is None: _dt.add(${name}, ${line}, None)`, `        else: ${add}`];
}

/** Names that are read before they are bound: they start as those of the module. */
function noteReads(body: readonly Statement[], bound: Set<string>, early: Set<string>): void {
  const visit = (node: Node): void => {
    if (node.kind === 'Assign' || node.kind === 'AnnAssign') {
      if (node.value !== null) visit(node.value);
      for (const target of node.kind === 'Assign' ? node.targets : [node.target]) visit(target);
    } else if (node.kind === 'Name') {
      if (node.ctx === 'Store') bound.add(node.id);
      else if (!bound.has(node.id)) early.add(node.id);
    } else {
      if (node.kind === 'AugAssign' && node.target.kind === 'Name' && !bound.has(node.target.id)) early.add(node.target.id);
      if (node.kind === 'alias') bound.add(node.asname ?? node.name.split('.')[0]!);
      if (node.kind === 'FunctionDef' || node.kind === 'ClassDef') bound.add(node.name);
      forEachChild(node, visit);
    }
  };
  for (const statement of body) visit(statement);
}

function exampleText({ source, want, exception, line, options }: Example, text: readonly string[]): string[] {
  const flags = `{${[...options].map(([name, isOn]) => `${JSON.stringify(name)}: ${isOn ? 'True' : 'False'}`).join(', ')}}`;
  const begin = `_dt.begin(${[source, want].map(quoted).join(', ')}, ${exception === null ? 'None' : quoted(exception)}, ${line}, ${flags})`;
  const lines = [`        if ${begin}:`, '            try:', ...text];
  return [...lines, '            except BaseException as _dt_raised: _dt.end(_dt_raised)', '            else: _dt.end(None)'];
}

const quoted = (text: string): string => JSON.stringify(text).replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** An example as the body of a `try`, with what it shows; one with a mistake raises its SyntaxError. */
function bodyOf({ source }: Example): { tree: readonly Statement[]; text: readonly string[] } {
  const file = new SourceFile('<doctest>', source);
  const problems = new Diagnostics();
  const { body } = parseModule(file, problems);
  const mistake = problems.list.find(({ severity }) => severity === 'error')?.message ?? (isSeveral(file, body) ? 'multiple statements found while compiling a single statement' : null);
  if (mistake !== null) return { tree: [], text: [`                raise SyntaxError(${quoted(mistake)})`] };
  return { tree: body, text: indented(file, body) };
}

function isSeveral(file: SourceFile, body: readonly Statement[]): boolean {
  return body.length > 1 && file.position(body[0]!.span.start).line !== file.position(body.at(-1)!.span.start).line;
}

function indented(file: SourceFile, body: readonly Statement[]): string[] {
  const inserted: [at: number, text: string][] = shownIn(body).flatMap(({ span }) => [[span.start, '_dt.show(('] as [number, string], [span.end, '))'] as [number, string]]);
  let text = file.text;
  for (const [at, piece] of inserted.sort((a, b) => b[0] - a[0])) text = text.slice(0, at) + piece + text.slice(at);
  // Lines inside of a text keep their beginning.
  const inner = new Set<number>();
  for (const node of allNodes(body)) {
    if (node.kind !== 'Constant' && node.kind !== 'JoinedStr') continue;
    const [first, last] = [file.position(node.span.start).line, file.position(node.span.end).line];
    for (let line = first + 1; line <= last; line += 1) inner.add(line);
  }
  return text.replace(/\n+$/, '').split('\n').map((line, i) => (inner.has(i + 1) ? line : `                ${line}`));
}

/** Expressions that an interactive session prints. */
function shownIn(body: readonly Statement[]): Expression[] {
  return body.flatMap((statement) => {
    if (statement.kind === 'Expr') return [statement.value];
    return blocksOf(statement).flatMap(shownIn);
  });
}
