/** Operators on types. */
import type { ValueId } from '../base/ids.js';
import type { BinaryOperator } from '../ir/generic.js';
import { operatorNames, type OfKind } from '../ir/generic-info.js';
import {
  any,
  anyTuple,
  bigInt,
  bool,
  container,
  float,
  int,
  membersOf,
  never,
  storeElement,
  str,
  tuple,
  type Type,
} from '../types/type.js';
import { isSubclass } from './class-facts.js';
import type { Analysis, Context } from './context.js';
import { typeIn } from './engine.js';
import { binaryInterval, intervalOf, intOf } from './int-range.js';
import { siteOf, signatureContext } from './transfer.js';
import { transferMethodOf } from './transfer-calls.js';

export function transferBinary(a: Analysis, c: Context, i: OfKind<'Binary' | 'InplaceBinary'>): Type {
  c.calls.delete(i.result);
  const [left, right] = [typeIn(c, i.left), typeIn(c, i.right)];
  if (left.kind === 'Never' || right.kind === 'Never') return never;
  if (left.kind === 'Instance') return instanceBinary(a, c, i);
  if (left.kind === 'Union' || right.kind === 'Union') return unionBinary(c, i.result, i.op, left, right);
  return builtinBinary(c, i.result, i.op, left, right);
}

/** A method of the left operand's class; only where nothing of the right one can take over. */
function instanceBinary(a: Analysis, c: Context, i: OfKind<'Binary' | 'InplaceBinary'>): Type {
  const right = typeIn(c, i.right);
  const left = typeIn(c, i.left);
  if (right.kind === 'Any' || right.kind === 'Union' || isDerived(a, right, left)) return any;
  if (i.kind === 'InplaceBinary') {
    const inplace = transferMethodOf(a, c, i.result, i.left, `__i${operatorNames[i.op]}__`, [i.right]);
    if (inplace !== null) return withoutNotImplemented(c, i.result, inplace);
  }
  const result = transferMethodOf(a, c, i.result, i.left, `__${operatorNames[i.op]}__`, [i.right]);
  return result === null ? any : withoutNotImplemented(c, i.result, result);
}

/** An operand of a subclass is asked first. */
function isDerived(a: Analysis, right: Type, left: Type): boolean {
  return (
    right.kind === 'Instance' && left.kind === 'Instance' && right.info !== left.info && isSubclass(a, right.info, left.info)
  );
}

/** A method that may answer NotImplemented is called by the runtime, which knows how to go on. */
function withoutNotImplemented(c: Context, id: ValueId, result: Type): Type {
  const mayRefuse =
    result.kind === 'Any' || membersOf(result).some((member) => member.kind === 'Builtin' && member.name === 'NotImplemented');
  if (!mayRefuse) return result;
  c.calls.delete(id);
  return any;
}

/** int | float and the like: numbers whatever the members. */
function unionBinary(c: Context, id: ValueId, op: BinaryOperator, left: Type, right: Type): Type {
  const numbers = (type: Type): boolean =>
    membersOf(type).every(
      (member) => member.kind === 'Int' || member.kind === 'Float' || member.kind === 'Bool' || member.kind === 'BigInt',
    );
  if (!numbers(left) || !numbers(right)) return any;
  const results = membersOf(left).flatMap((x) => membersOf(right).map((y) => builtinBinary(c, id, op, x, y)));
  return results.every((type) => type.kind === 'Float') ? float : any;
}

function builtinBinary(c: Context, id: ValueId, op: BinaryOperator, left: Type, right: Type): Type {
  const [a, b] = [intervalOf(left), intervalOf(right)];
  if (a !== null && b !== null) return intBinary(op, left, right);
  const isNumber = (type: Type): boolean => intervalOf(type) !== null || type.kind === 'Float' || type.kind === 'BigInt';
  if (isNumber(left) && isNumber(right)) {
    if (left.kind !== 'Float' && right.kind !== 'Float') return op === 'Div' ? float : op === 'Pow' ? any : bigInt;
    return floatBinary(op);
  }
  return sequenceBinary(c, id, op, left, right);
}

function floatBinary(op: BinaryOperator): Type {
  switch (op) {
    case 'Add':
    case 'Sub':
    case 'Mult':
    case 'Div':
    case 'FloorDiv':
    case 'Mod':
    case 'Pow':
      return float;
    default:
      return any;
  }
}

function intBinary(op: BinaryOperator, left: Type, right: Type): Type {
  if (op === 'Div') return float;
  if (left.kind === 'Bool' && right.kind === 'Bool' && (op === 'BitAnd' || op === 'BitOr' || op === 'BitXor')) return bool;
  const [a, b] = [intervalOf(left)!, intervalOf(right)!];
  if (op === 'Pow' && b.low < 0n) return b.high < 0n ? float : any;
  const range = binaryInterval(op, a, b);
  if (range === null) return any;
  if (range.low === range.high && (range.low > (1n << 63n) - 1n || range.high < -(1n << 63n))) return bigInt;
  return intOf(range);
}

function sequenceBinary(c: Context, id: ValueId, op: BinaryOperator, left: Type, right: Type): Type {
  if (left.kind === 'Str') {
    if (op === 'Mod') return str;
    if (op === 'Add' && right.kind === 'Str') return str;
    if (op === 'Mult' && intervalOf(right) !== null) return str;
  }
  if (right.kind === 'Str' && op === 'Mult' && intervalOf(left) !== null) return str;
  const list = left.kind === 'List' ? left : right.kind === 'List' ? right : null;
  if (list !== null && (op === 'Mult' || (op === 'Add' && left.kind === 'List' && right.kind === 'List'))) {
    const s = signatureContext(c, id);
    const site = siteOf(c, id);
    for (const type of [left, right])
      if (type.kind === 'List' && s.read(type.site).kind !== 'Never') storeElement(site, s.read(type.site));
    return container('List', siteOf(c, id));
  }
  if (left.kind === 'Tuple' && right.kind === 'Tuple' && op === 'Add') return tuple([...left.items, ...right.items]);
  if ((left.kind === 'Tuple' || left.kind === 'AnyTuple') && (op === 'Add' || op === 'Mult')) return anyTuple;
  return any;
}

export function transferUnary(a: Analysis, c: Context, i: OfKind<'Unary'>): Type {
  c.calls.delete(i.result);
  const operand = typeIn(c, i.operand);
  if (operand.kind === 'Never') return never;
  if (i.op === 'Not') return bool;
  const range = intervalOf(operand);
  if (range !== null) {
    if (i.op === 'USub') return intOf({ low: -range.high, high: -range.low });
    return i.op === 'Invert' ? int(-range.high - 1n, -range.low - 1n) : intOf(range);
  }
  if (operand.kind === 'Float') return i.op === 'Invert' ? any : float;
  if (operand.kind === 'Instance') {
    const names = { USub: '__neg__', UAdd: '__pos__', Invert: '__invert__' } as const;
    return transferMethodOf(a, c, i.result, i.operand, names[i.op], []) ?? any;
  }
  return any;
}

const compareDunder = { Lt: '__lt__', LtE: '__le__', Eq: '__eq__', NotEq: '__ne__', Gt: '__gt__', GtE: '__ge__' } as const;

export function transferCompare(a: Analysis, c: Context, i: OfKind<'Compare'>): Type {
  c.calls.delete(i.result);
  const [left, right] = [typeIn(c, i.left), typeIn(c, i.right)];
  if (left.kind === 'Never' || right.kind === 'Never') return never;
  if (i.op === 'Is' || i.op === 'IsNot' || i.op === 'In' || i.op === 'NotIn') return bool;
  if (left.kind === 'Instance' && right.kind !== 'Any' && right.kind !== 'Union' && !isDerived(a, right, left)) {
    const result = transferMethodOf(a, c, i.result, i.left, compareDunder[i.op], [i.right]);
    return result === null ? any : withoutNotImplemented(c, i.result, result);
  }
  const plain = (type: Type): boolean => !membersOf(type).some((member) => member.kind === 'Instance' || member.kind === 'Any');
  return plain(left) && plain(right) ? bool : any;
}
