/** The types with which JavaScript calls a module's functions: inference starts from them, and the functions' entries check them. */
import type { IrFunction, IrProgram } from '../ir/function.js';
import { any, bool, bytes, container, float, instance, int, newSite, str, tuple, type Type } from '../types/type.js';
import type { FunctionExport, NodeModule, Parameter } from './exports.js';
import type { Hint } from './hint.js';

/** What a JavaScript number can say exactly. Other ints take the general version. */
const safe = (1n << 53n) - 1n;

/** Parameter types by function; only for functions whose hints say something. */
export function seedsOf(program: IrProgram, module: NodeModule): Map<IrFunction, readonly Type[]> {
  const seeds = new Map<IrFunction, readonly Type[]>();
  const home = program.modules[0]!;
  const functions = new Map(program.functions.filter((fn) => fn.module === home.name).map((fn) => [fn.span, fn]));
  const classes = new Map(program.classes.filter((info) => info.module === home.name).map((info) => [info.qualname, info]));
  const typeOf = (hint: Hint): Type => seedType(hint, (name) => classes.get(name));
  const add = (described: FunctionExport, self: Type | null): void => {
    const fn = functions.get(described.node.span);
    if (fn === undefined) return;
    const own = described.parameters.map((parameter) => parameterType(parameter, typeOf));
    const all = self === null ? own : [self, ...own];
    if (all.length === fn.parameters.length && own.some((type) => type !== any)) seeds.set(fn, all);
  };
  for (const one of module.all) {
    if (one.kind === 'function') add(one, null);
    if (one.kind !== 'class') continue;
    const info = classes.get(one.name);
    const self = info === undefined ? any : instance(info);
    for (const method of one.methods) if (!method.isStatic) add(method, self);
    if (one.constructor !== null) add({ ...one.constructor, parameters: one.constructor.parameters.slice(1) }, self);
  }
  return seeds;
}

function parameterType({ kind, hint }: Parameter, typeOf: (hint: Hint) => Type): Type {
  return kind === 'varargs' || kind === 'kwargs' ? any : typeOf(hint);
}

function seedType(hint: Hint, classOf: (name: string) => Parameters<typeof instance>[0] | undefined): Type {
  const inner = (one: Hint): Type => seedType(one, classOf);
  switch (hint.kind) {
    case 'int':
      return int(-safe, safe);
    case 'float':
      return float;
    case 'bool':
      return bool;
    case 'str':
      return str;
    case 'bytes':
      return bytes;
    case 'list':
      return container('List', newSite(inElement(inner(hint.item))));
    case 'set':
      return container('Set', newSite(inElement(inner(hint.item))));
    case 'dict':
      return container('Dict', newSite(inElement(inner(hint.value)), inElement(inner(hint.key))));
    case 'tuple':
      return tuple(hint.items.map(inner));
    case 'class': {
      const info = classOf(hint.name);
      return info === undefined ? any : instance(info);
    }
    default:
      return any;
  }
}

/** The heap keeps no ranges. */
function inElement(type: Type): Type {
  return type.kind === 'Int' ? int(-(1n << 63n), (1n << 63n) - 1n) : type;
}
