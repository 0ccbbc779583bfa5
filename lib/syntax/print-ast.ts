/** The tree as text, as `ast.dump(tree, indent=2)` prints it: empty lists and absent fields are left out. */
import type { ConstantValue, Module, Node } from './ast.js';
import { astFields } from './ast-fields.js';
import { printConstant, printString } from './print-constant.js';

/** What a field may hold. */
type Value = Node | ConstantValue | readonly Value[] | string | number | boolean | null;

interface Printed {
  readonly text: string;
  /** Needs no line of its own. */
  readonly isSimple: boolean;
}

/** Fields whose strings CPython has as nodes without fields. */
const nodeNames: ReadonlySet<string> = new Set(['op', 'ops', 'ctx']);

export function printAst(module: Module): string {
  return printValue(module, '', 1).text;
}

function printValue(value: Value, field: string, level: number): Printed {
  if (Array.isArray(value)) return printList(value, field, level);
  if (typeof value === 'string') return printName(value, field);
  if (typeof value === 'boolean') return { text: String(Number(value)), isSimple: true };
  if (typeof value !== 'object' || value === null) return { text: String(value ?? 'None'), isSimple: true };
  if ('kind' in value) return printNode(value, level);
  return { text: printConstant(value as ConstantValue), isSimple: true };
}

const printName = (name: string, field: string): Printed =>
  nodeNames.has(field) ? { text: `${name}()`, isSimple: true } : { text: printString(name), isSimple: true };

function printList(items: readonly Value[], field: string, level: number): Printed {
  if (items.length === 0) return { text: '[]', isSimple: true };
  const texts = items.map((item) => printValue(item, field, level + 1).text);
  return { text: `[${breakAt(level)}${texts.join(`,${breakAt(level)}`)}]`, isSimple: false };
}

function printNode(node: Node, level: number): Printed {
  const fields = fieldsOf(node).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  const printed = fields.map(([name, value]) => ({ name, ...printValue(value, name, level + 1) }));
  const texts = printed.map(({ name, text }) => `${name}=${text}`);
  if (texts.length <= 3 && printed.every(({ isSimple }) => isSimple)) {
    return { text: `${node.kind}(${texts.join(', ')})`, isSimple: texts.length === 0 };
  }
  return { text: `${node.kind}(${breakAt(level)}${texts.join(`,${breakAt(level)}`)})`, isSimple: false };
}

function fieldsOf(node: Node): [string, Value][] {
  const names: readonly string[] = astFields[node.kind];
  const fields = names.map((name): [string, Value] => [name, (node as unknown as Record<string, Value>)[name]!]);
  if (node.kind === 'Constant') fields.push(['kind', node.literalKind]);
  return fields;
}

const breakAt = (level: number): string => '\n' + '  '.repeat(level);
