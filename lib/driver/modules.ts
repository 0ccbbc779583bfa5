/**
 * Finds and parses the modules of a program: the entry file, whatever its imports name among the files beside it, and what
 * it uses of the standard modules (`lib/stdlib`). A name that isn't there is left to the analysis, which knows the built-in modules.
 */
import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostics } from '../base/diagnostic.js';
import { SourceFile } from '../base/source.js';
import type { Import, ImportFrom, Module, Node, Statement } from '../syntax/ast.js';
import type { ParsedModule } from '../lower/context.js';
import { standardBuiltins } from '../lower/known-names.js';
import { absolutePath } from '../lower/imports.js';
import { harmlessModules } from '../lower/typing.js';
import { declaredNames } from '../lower/star-imports.js';
import { withDataclasses } from '../syntax/dataclasses/expand.js';
import { withTextCases } from '../syntax/text-cases.js';
import { decodeSource } from '../syntax/decode.js';
import { parseModule } from '../syntax/parse.js';
import { CommandError } from './command-error.js';
import { withDoctests } from './doctests.js';
import { withExplicitImports } from './explicit-imports.js';
import { root } from './installation.js';
import { lookedUpByRuntime } from './mentioned-names.js';
import { everything, moduleAliases, namesIn, newStandardModule, partsOf, takenPart, usesOf, withSingleImports, type StandardModule } from './standard-modules.js';

/** What was looked at, so that a cached result can be checked: files that were read, and paths where nothing was. */
export interface Footprint {
  readonly read: Map<string, Uint8Array>;
  readonly absent: Set<string>;
}

export interface LoadedProgram {
  /** In the order of first import; the entry first. */
  readonly modules: readonly ParsedModule[];
  readonly footprint: Footprint;
}

/** Compiled into CPython itself, so found before any file of the program. */
const alwaysBuiltin = new Set(['sys', 'builtins', 'time', 'itertools', 'gc', 'errno', 'marshal', 'atexit', 'posix', 'pwd', 'faulthandler']);

/** A call that imports a module by its name, and the package from which a name with dots before it starts: one that only looks like it does no harm. */
const importingCall =
  /\b(?:__import__|import_module|import_fresh_module)\(\s*['"](\.*)(\w+(?:\.\w+)*)['"](?:\s*,\s*(?:package\s*=\s*)?['"](\w+(?:\.\w+)*)['"])?/g;

const endings = ['.py', '.tr'];

const standardFolder = join(root, 'lib/stdlib');

/** Standard modules, and what a Node module has besides where the program has them: native/node calls it. */
const borderModules: readonly (readonly [module: string, border: string])[] = [
  ['asyncio.tasks', '_node_asyncio'],
  ['datetime', '_node_datetime'],
];

/** `name`: of the entry's module. `withAnnotations`: modules that mostly serve annotations (`typing`) are modules like others. */
export function loadModules(entry: string, problems: Diagnostics, name: string, withAnnotations: boolean, forNode = false): LoadedProgram {
  const loader = new ModuleLoader(dirname(entry), problems, withAnnotations);
  loader.loadFile(name, entry, false);
  return { modules: loader.all(forNode ? borderModules : []), footprint: loader.footprint };
}

class ModuleLoader {
  readonly modules = new Map<string, ParsedModule>();
  readonly footprint: Footprint = { read: new Map(), absent: new Set() };
  private readonly standard = new Map<string, StandardModule>();
  /** Attributes that the code so far may ask objects for, and methods that wait to be asked for. */
  private readonly mentioned = new Set<string>(lookedUpByRuntime);
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(
    private readonly folder: string,
    private readonly problems: Diagnostics,
    private withAnnotations: boolean,
  ) {}

  loadFile(name: string, file: string, isPackage: boolean): void {
    const bytes = readSource(file);
    this.footprint.read.set(file, bytes);
    const source = decodeSource(bytes, file, this.problems) ?? new SourceFile(file, '');
    const parsed = { source, tree: parseModule(source, this.problems) };
    const isEntry = this.modules.size === 0;
    const whole = withDoctests(source, parsed.tree, this.problems);
    this.modules.set(name, { name, isPackage, isStandard: false, source: whole.source, tree: this.expanded(whole.source, whole.tree, isEntry) });
    this.followAll(this.modules.get(name)!);
  }

  private expanded({ text }: SourceFile, tree: Module, isEntry: boolean): Module {
    const isShared = (): boolean => !isEntry || [...importsOf(tree.body)].some((statement) => this.isOwn(statement));
    if (this.problems.failed) return tree;
    const explicit = withDataclasses(withExplicitImports(tree), isShared);
    return /\b(exec|eval|compile)\b/.test(text) ? withTextCases(explicit) : explicit;
  }

  /** Does it import what stands beside the entry? */
  private isOwn(statement: Import | ImportFrom): boolean {
    const names = statement.kind === 'Import' ? statement.names.map(({ name }) => name) : [statement.level > 0 ? '' : statement.module!];
    const paths = names.map((name) => join(this.folder, name.split('.')[0]!));
    return paths.some((path) => statusOf(path)?.isDirectory() || endings.some((ending) => isFile(path + ending)));
  }

  private followAll({ name, isPackage, tree, source }: ParsedModule): void {
    const home = name === '__main__' ? '' : isPackage ? name : parentOf(name);
    for (const statement of importsOf(tree.body)) this.follow(statement, home);
    for (const [, dots, path, start] of source.text.matchAll(importingCall)) {
      const named = absolutePath(dots!.length, path!, start ?? home);
      if (named !== null && this.load(named)) this.take(named, '*');
    }
  }

  /** All modules; of the standard ones what is used. Following again finds what a standard module has brought in since. */
  all(borders: typeof borderModules): ParsedModule[] {
    const own = [...this.modules.values()].filter(({ isStandard }) => isStandard !== true);
    for (const module of own) for (const name of standardBuiltins.keys()) if (mayUseBuiltin(module, name)) this.takeBuiltin(name);
    for (let known = 0; known < this.standard.size; ) {
      known = this.standard.size;
      for (const [module, border] of borders) if (this.modules.has(module) && this.loadStandard(border)) this.take(border, '*');
      for (const module of own) {
        this.takeUsed(module.tree.body, moduleAliases(module.tree.body), true);
        this.followAll(module);
      }
    }
    return [...this.modules.values()].map((module) => {
      const standard = this.standard.get(module.name);
      return standard === undefined ? module : { ...module, tree: takenPart(standard), isHeld: standard.asked.has('*') };
    });
  }

  /** `home`: the package against which relative imports are resolved; empty for a script. */
  private follow(statement: Import | ImportFrom, home: string): void {
    if (statement.kind === 'Import') {
      for (const alias of statement.names) this.load(alias.name);
      return;
    }
    const base = absoluteName(statement, home);
    if (base === null || !this.load(base)) return;
    if (this.standard.has(base)) for (const { name } of statement.names) this.take(base, name);
    if (!this.modules.get(base)!.isPackage) return;
    const declared = declaredNames(this.modules.get(base)!.tree) ?? [];
    for (const alias of statement.names) for (const name of alias.name === '*' ? declared : [alias.name]) this.load(`${base}.${name}`);
  }

  /** Loads a module and the packages above it; false where it is none of the program's own. */
  private load(name: string): boolean {
    if (this.modules.has(name)) return true;
    const parent = parentOf(name);
    if (alwaysBuiltin.has(name)) return this.loadStandard(name);
    if (parent !== '' && (!this.load(parent) || !this.modules.get(parent)!.isPackage)) return false;
    if (parent !== '' && this.standard.has(parent)) return this.loadStandard(name);
    const path = join(this.folder, ...name.split('.'));
    return this.loadPackage(name, path) || this.loadSingle(name, path) || this.loadNamespace(name, path) || this.loadStandard(name);
  }

  /** What is left of the modules of the compiler's own: tracebacks name them as CPython names its frozen ones. */
  private loadStandard(name: string): boolean {
    if (this.standard.has(name)) return true;
    if (harmlessModules.has(name) && !this.withAnnotations) return false;
    const path = join(standardFolder, ...name.split('.'));
    const file = [join(path, '__init__.py'), `${path}.py`].find(isFile);
    if (file === undefined) return false;
    const bytes = readSource(file);
    this.footprint.read.set(file, bytes);
    const source = new SourceFile(`<frozen ${name}>`, Buffer.from(bytes).toString('utf8'));
    const tree = withSingleImports(parseModule(source, this.problems));
    this.modules.set(name, { name, isPackage: file.endsWith('__init__.py'), isStandard: true, source, tree });
    this.standard.set(name, newStandardModule(name, tree));
    return true;
  }

  /** Takes what binds a name of a standard module, and all that this needs. `*`: every name. */
  private take(name: string, member: string): void {
    const module = this.standard.get(name);
    if (module === undefined || module.asked.has(member)) return;
    module.asked.add(member);
    if (member === '*') for (const each of module.statements.keys()) this.take(name, each);
    for (const statement of module.statements.get(member) ?? []) {
      if (module.taken.has(statement)) continue;
      module.taken.add(statement);
      const { now, later } = partsOf(statement);
      for (const used of this.takeNamed(module, now)) if (later.length > 0) this.mention(used);
      for (const method of later) if (method.kind === 'FunctionDef') this.whenMentioned(method.name, () => this.takeMethod(module, method));
      for (const [owner, statements] of module.statements) if (statements.includes(statement)) this.take(name, owner);
    }
    if (!module.statements.has(member)) this.load(`${name}.${member}`);
  }

  /** Built-in functions that are written in Python. */
  private takeBuiltin(name: string): void {
    const home = standardBuiltins.get(name);
    if (home !== undefined && this.load(home)) this.take(home, name);
  }

  private takeMethod(module: StandardModule, method: Statement): void {
    module.taken.add(method);
    this.takeNamed(module, [method]);
  }

  private takeNamed(module: StandardModule, code: readonly Node[]): ReadonlySet<string> {
    const names = this.takeUsed(code, module.aliases, false);
    for (const name of names) {
      this.take(module.name, name);
      if (!module.statements.has(name)) this.takeBuiltin(name);
    }
    return names;
  }

  private whenMentioned(name: string, then: () => void): void {
    if (this.mentioned.has(name) || this.mentioned.has(everything)) then();
    else this.waiting.set(name, [...(this.waiting.get(name) ?? []), then]);
  }

  private mention(name: string): void {
    if (this.mentioned.has(name)) return;
    this.mentioned.add(name);
    const woken = name === everything ? [...this.waiting.values()].flat() : (this.waiting.get(name) ?? []);
    if (name === everything) this.waiting.clear();
    else this.waiting.delete(name);
    for (const then of woken) then();
  }

  /** Follows what some code imports, uses of standard modules, and asks objects for; gives the names that it mentions. */
  private takeUsed(code: readonly Node[], aliases: ReadonlyMap<string, readonly string[]>, isProgram: boolean): ReadonlySet<string> {
    const { imports, members, names, mentions } = usesOf(code, aliases);
    if (!isProgram) this.followStandard(imports);
    for (const [module, member] of members) {
      if (!isProgram) this.followStandard([module]);
      if (this.standard.has(module)) this.take(module, member);
    }
    for (const name of mentions) if (isProgram || name !== everything) this.mention(name);
    return names;
  }

  /** What standard modules import: statements, or names of modules. */
  private followStandard(imports: readonly (Import | ImportFrom | string)[]): void {
    const before = this.withAnnotations;
    this.withAnnotations = true;
    for (const wanted of imports) typeof wanted === 'string' ? this.load(wanted) : this.follow(wanted, '');
    this.withAnnotations = before;
  }

  private loadPackage(name: string, path: string): boolean {
    const file = this.find(endings.map((ending) => join(path, `__init__${ending}`)));
    if (file !== undefined) this.loadFile(name, file, true);
    return file !== undefined;
  }

  private loadSingle(name: string, path: string): boolean {
    const file = this.find(endings.map((ending) => path + ending));
    if (file !== undefined) this.loadFile(name, file, false);
    return file !== undefined;
  }

  /** A folder without `__init__` is a package too; one without sources (`math/`, full of data) is not taken for a module. */
  private loadNamespace(name: string, path: string): boolean {
    if (!holdsSources(path)) return false;
    this.modules.set(name, { name, isPackage: true, isStandard: false, source: new SourceFile(path, ''), tree: { kind: 'Module', body: [] } });
    return true;
  }

  private find(candidates: readonly string[]): string | undefined {
    for (const candidate of candidates) {
      if (isFile(candidate)) return candidate;
      this.footprint.absent.add(candidate);
    }
    return undefined;
  }
}

/** Nothing is there either where a part of the path is a file, or may not be read. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

const isFile = (path: string) => statusOf(path)?.isFile() ?? false;

function holdsSources(path: string): boolean {
  if (!statusOf(path)?.isDirectory()) return false;
  return readdirSync(path, { withFileTypes: true }).some((entry) => endings.some((ending) => entry.name.endsWith(ending)) || holdsSources(join(path, entry.name)));
}

const parentOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf('.')));

/** The absolute name of the module after `from`; null where the dots lead out of the program. */
const absoluteName = ({ level, module }: ImportFrom, home: string): string | null => absolutePath(level, module, home);

/** All import statements, also those inside functions, classes and branches, in the order of the text. */
function* importsOf(body: readonly Statement[]): Generator<Import | ImportFrom> {
  const rest = [...body].reverse();
  for (let statement = rest.pop(); statement !== undefined; statement = rest.pop()) {
    if (statement.kind === 'Import' || statement.kind === 'ImportFrom') yield statement;
    else for (const block of blocksOf(statement).reverse()) for (const inner of [...block].reverse()) rest.push(inner);
  }
}

function blocksOf(statement: Statement): (readonly Statement[])[] {
  switch (statement.kind) {
    case 'If':
    case 'While':
    case 'For':
    case 'AsyncFor':
      return [statement.body, statement.orelse];
    case 'Try':
    case 'TryStar':
      return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.orelse, statement.finalbody];
    case 'Match':
      return statement.cases.map((matchCase) => matchCase.body);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
    case 'With':
    case 'AsyncWith':
      return [statement.body];
    default:
      return [];
  }
}

/** Throws `CommandError` where the file can't be read. */
function readSource(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CommandError('E501', `cannot read ${file}: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const reasons: Record<string, string> = { ENOENT: 'no such file', EISDIR: 'it is a directory', EACCES: 'permission denied' };
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? code;
}

function mayUseBuiltin({ tree, source }: ParsedModule, name: string): boolean {
  return namesIn(tree.body).has(name) || (/\bbuiltins\b/.test(source.text) && source.text.includes(name));
}
