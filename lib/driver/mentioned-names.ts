/**
 * Which attributes some code may ask objects for: those it names, the methods behind its operators, and texts that could be names. What finds
 * attributes by names made at run time may ask for any (`everything`).
 */
import type { Node } from '../syntax/ast.js';

export const everything = '*';

/** Methods without underscores that the runtime itself calls on any object. */
export const lookedUpByRuntime: readonly string[] = ['write', 'flush', 'readline', 'read', 'keys', 'insert', 'close', 'throw', 'send', 'mro', 'items'];

const operators: { readonly [operator: string]: string } = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  MatMult: 'matmul',
  Div: 'truediv',
  FloorDiv: 'floordiv',
  Mod: 'mod',
  Pow: 'pow',
  LShift: 'lshift',
  RShift: 'rshift',
  BitAnd: 'and',
  BitOr: 'or',
  BitXor: 'xor',
};
const unary: { readonly [operator: string]: string } = { USub: '__neg__', UAdd: '__pos__', Invert: '__invert__' };

/** Functions of the runtime that apply operators. */
const appliers: { readonly [name: string]: readonly string[] } = {
  sum: ['add'],
  divmod: ['floordiv', 'mod', 'divmod'],
  pow: ['pow'],
  prod: ['mul'],
  sumprod: ['add', 'mul'],
  round: [],
  operator: Object.values(operators),
};

const nameComputers: ReadonlySet<string> = new Set(['dir', 'vars', 'attrgetter', 'methodcaller', '__dict__', 'inspect', 'eval', 'exec']);

const both = (name: string): string[] => [`__${name}__`, `__r${name}__`];

/** Methods that only their operator asks for; all other special methods come with their class. */
export const operatorMethods: ReadonlySet<string> = new Set([
  ...[...Object.values(operators), 'divmod'].flatMap((name) => [...both(name), `__i${name}__`]),
  ...Object.values(unary),
]);

export function mentionedIn(node: Node): readonly string[] {
  switch (node.kind) {
    case 'Attribute':
      return nameComputers.has(node.attr) ? [everything] : [node.attr, ...applied(node.attr)];
    case 'Name':
      return nameComputers.has(node.id) ? [everything] : applied(node.id);
    case 'Import':
      return node.names.some((alias) => alias.name === 'operator') ? applied('operator') : [];
    case 'ImportFrom':
      if (node.names.some((alias) => nameComputers.has(alias.name))) return [everything];
      return node.module === 'operator' ? applied('operator') : node.names.flatMap((alias) => applied(alias.name));
    case 'BinOp':
      return both(operators[node.op]!);
    case 'AugAssign':
      return [...both(operators[node.op]!), `__i${operators[node.op]!}__`];
    case 'UnaryOp':
      return node.op === 'Not' ? [] : [unary[node.op]!];
    case 'Constant':
      return node.value.type === 'str' && /^\w+$/.test(node.value.value) ? [node.value.value] : [];
    case 'MatchClass':
      return node.kwd_attrs;
    case 'Call':
      return computesName(node.func, node.args[1]) ? [everything] : [];
    default:
      return [];
  }
}

function applied(name: string): string[] {
  return Object.hasOwn(appliers, name) ? appliers[name]!.flatMap(both) : [];
}

function computesName(callee: Node, name: Node | undefined): boolean {
  if (callee.kind !== 'Name' || !['getattr', 'hasattr', 'delattr'].includes(callee.id)) return false;
  return name?.kind !== 'Constant';
}
