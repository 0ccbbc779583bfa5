/** What a program does to a module's names from outside: `module.name = value`, and `module.__dict__`. */
import type { Expression, Node } from '../syntax/ast.js';
import { allNodes } from '../syntax/ast-walk.js';
import type { ParsedModule } from './context.js';
import { absoluteName } from './imports.js';

export interface OutsideUses {
  /** Names that are set from outside. */
  readonly assigned: Set<string>;
  /** Its dict is used as an object. */
  hasDict: boolean;
}

/** By the name of the module. Names that may mean a module are taken to mean it: that costs speed only. */
export function outsideUses(modules: readonly ParsedModule[]): ReadonlyMap<string, OutsideUses> {
  const uses = new Map(modules.map(({ name }): [string, OutsideUses] => [name, { assigned: new Set(), hasDict: false }]));
  for (const parsed of modules) {
    if (parsed.isStandard === true || !mayTouchModules(parsed, modules)) continue;
    const nodes = [...allNodes(parsed.tree.body)];
    const aliases = aliasesIn(parsed, nodes);
    for (const node of nodes) noteUse(node, (object) => modulesMeant(object, aliases, parsed.name).flatMap((name) => uses.get(name) ?? []));
  }
  return uses;
}

function mayTouchModules({ name, source }: ParsedModule, modules: readonly ParsedModule[]): boolean {
  return modules.some((other) => other.name !== name && other.isStandard !== true) || /modules|__main__|__import__/.test(source.text);
}

function noteUse(node: Node, modulesOf: (object: Expression) => OutsideUses[]): void {
  if (node.kind === 'Attribute') {
    if (node.ctx !== 'Load') for (const uses of modulesOf(node.value)) uses.assigned.add(node.attr);
    if (node.attr === '__dict__') for (const uses of modulesOf(node.value)) uses.hasDict = true;
  } else if (node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === 'vars' && node.args.length === 1) {
    for (const uses of modulesOf(node.args[0]!)) uses.hasDict = true;
  }
}

/** What names of a module may stand for, by its imports. */
function aliasesIn(parsed: ParsedModule, nodes: readonly Node[]): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  const add = (name: string, module: string): void => void aliases.set(name, [...(aliases.get(name) ?? []), module]);
  for (const node of nodes) {
    if (node.kind === 'Import') {
      for (const { name, asname } of node.names) add(asname ?? name.split('.')[0]!, asname === null ? name.split('.')[0]! : name);
    } else if (node.kind === 'ImportFrom') {
      const module = absoluteName(parsed.name, parsed.isPackage, node);
      for (const { name, asname } of module === null ? [] : node.names) add(asname ?? name, `${module}.${name}`);
    } else if (node.kind === 'Assign') {
      const meant = modulesMeant(node.value, aliases, parsed.name);
      for (const target of node.targets) if (target.kind === 'Name') for (const module of meant) add(target.id, module);
    }
  }
  return aliases;
}

function modulesMeant(node: Expression, aliases: ReadonlyMap<string, readonly string[]>, self: string): readonly string[] {
  if (node.kind === 'Name') return aliases.get(node.id) ?? [];
  if (node.kind === 'Attribute') return modulesMeant(node.value, aliases, self).map((name) => `${name}.${node.attr}`);
  const name = node.kind === 'Subscript' && attributeOf(node.value) === 'modules' ? node.slice : importedBy(node);
  if (name?.kind === 'Name' && name.id === '__name__') return [self];
  return name?.kind === 'Constant' && name.value.type === 'str' ? [name.value.value] : [];
}

const attributeOf = (node: Expression): string | null => (node.kind === 'Attribute' ? node.attr : null);

/** The argument of `__import__` and `importlib.import_module`. */
function importedBy(node: Expression): Expression | undefined {
  if (node.kind !== 'Call') return undefined;
  const name = node.func.kind === 'Name' ? node.func.id : attributeOf(node.func);
  return name === '__import__' || name === 'import_module' ? node.args[0] : undefined;
}
