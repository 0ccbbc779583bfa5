/**
 * The module's signatures as the text that native/node/plan.c reads when the module is loaded: an int policy, the exported names,
 * and for each function the types of its parameters in frame order and of its result. Names and texts carry their length in bytes.
 *
 *   text    = policy *('x' name) *('d' name count ':' *(name type) '>' type) '.'; `D` of a background function, `a` of an attribute
 *   name    = length ':' bytes
 */
import type { ConstantValue } from '../syntax/ast.js';
import type { Export, FunctionExport, NodeModule } from './exports.js';
import type { Hint, IntPolicy, SimpleHint } from './hint.js';

const policies: { readonly [P in IntPolicy]: string } = { auto: 'i', number: 'j', bigint: 'I' };

const letters: { readonly [Kind in SimpleHint]: string } = { any: 'a', float: 'f', bool: 'b', str: 's', none: 'n', bytes: 'y', bytearray: 'Y', memoryview: 'v', datetime: 'm', date: 'M' };

export function signatureText(module: NodeModule): string {
  const names = module.exports.map((one) => `x${counted(one.name)}`);
  return `${policies[module.int]}${names.join('')}${module.all.flatMap(definitions).join('')}.`;
}

function definitions(one: Export): string[] {
  if (one.kind === 'function') return [definition(one)];
  if (one.kind === 'constant') return [];
  const methods = [...(one.constructor === null ? [] : [{ ...one.constructor, parameters: one.constructor.parameters.slice(1) }]), ...one.methods];
  return [...methods.map(definition), ...one.attributes.map(({ name, hint }) => `a${counted(`${one.name}.${name}`)}0:>${encode(hint)}`)];
}

function definition({ qualname, parameters, result, isAsync, isGenerator, isBackground }: FunctionExport): string {
  const kind = isBackground ? 'D' : 'd';
  const given = isAsync && !isGenerator ? encode({ kind: 'awaitable', result }) : encode(result);
  return `${kind}${counted(qualname)}${parameters.length}:${parameters.map((one) => counted(one.name) + encode(one.hint)).join('')}>${given}`;
}

export const counted = (text: string): string => `${Buffer.byteLength(text)}:${text}`;

function encode(hint: Hint): string {
  switch (hint.kind) {
    case 'int':
      return policies[hint.policy];
    case 'list':
      return `l${encode(hint.item)}`;
    case 'set':
      return `e${encode(hint.item)}`;
    case 'frozenset':
      return `E${encode(hint.item)}`;
    case 'iterable':
      return `g${encode(hint.item)}`;
    case 'row':
      return `T${encode(hint.item)}`;
    case 'tuple':
      return `t${hint.items.length}:${hint.items.map(encode).join('')}`;
    case 'dict':
      return `d${encode(hint.key)}${encode(hint.value)}`;
    case 'union':
      return `u${hint.members.length}:${hint.members.map(encode).join('')}`;
    case 'literal':
      return `q${hint.values.length}:${hint.values.map(encodeValue).join('')}`;
    case 'class':
      return hint.isProtocol === true ? 'o' : `c${counted(hint.name)}`;
    case 'record':
      return `r${counted(hint.name)}${hint.fields.length}:${hint.fields.map((field) => `${field.required ? '!' : '?'}${counted(field.name)}${encode(field.hint)}`).join('')}`;
    case 'callable':
      return hint.parameters === null ? `K${encode(hint.result)}` : `k${hint.parameters.length}:${hint.parameters.map(encode).join('')}${encode(hint.result)}`;
    case 'awaitable':
      return `p${encode(hint.result)}`;
    case 'variable':
    case 'asyncIterable':
      return 'a';
    default:
      return letters[hint.kind];
  }
}

function encodeValue(value: ConstantValue): string {
  switch (value.type) {
    case 'None':
      return 'n';
    case 'bool':
      return value.value ? 'b1' : 'b0';
    case 'int':
      return `i${counted(String(value.value))}`;
    case 'str':
      return `s${counted(value.value)}`;
    default:
      return 'a';
  }
}
