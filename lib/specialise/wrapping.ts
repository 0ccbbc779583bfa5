/**
 * Which results are wanted in their low 64 bits only: products and sums of which a mask `& m` (0 <= m < 2**63) or `% 2**k` is taken.
 * They are computed with wrapping arithmetic, and never leave the fast version.
 */
import type { ValueId } from '../base/ids.js';
import type { GenericInstruction } from '../ir/generic.js';
import type { Translation } from './translation.js';

const wrapping = new Set(['Add', 'Sub', 'Mult', 'LShift', 'BitAnd', 'BitOr', 'BitXor']);

/** Is the value used once, at once (nothing in between can leave this version), and there in its low bits only? */
export function onlyLowBits(t: Translation, id: ValueId): boolean {
  for (let at = id, steps = 0; steps < 20; steps++) {
    const users = t.users.get(at);
    if (users?.length !== 1 || t.useCount.get(at) !== 1) return false;
    const user = users[0]!;
    if ((user.kind !== 'Binary' && user.kind !== 'InplaceBinary') || !allInts(t, user) || !followsDirectly(t, at, user))
      return false;
    if (isMask(t, user, at)) return true;
    if (!wrapping.has(user.op)) return false;
    if (user.op === 'LShift' && (user.right === at || !smallShift(t, user.right))) return false;
    if (user.op === 'BitOr' || user.op === 'BitXor' || user.op === 'BitAnd')
      if (t.typeOf(user.result).kind !== 'Int') return false;
    at = user.result;
  }
  return false;
}

function allInts(t: Translation, user: { left: ValueId; right: ValueId }): boolean {
  return t.typeOf(user.left).kind === 'Int' && t.typeOf(user.right).kind === 'Int';
}

function smallShift(t: Translation, id: ValueId): boolean {
  const type = t.typeOf(id);
  return type.kind === 'Int' && type.low >= 0n && type.high <= 63n;
}

function isMask(t: Translation, user: { op: string; left: ValueId; right: ValueId }, at: ValueId): boolean {
  const other = user.left === at ? user.right : user.left;
  const type = t.typeOf(other);
  if (type.kind !== 'Int') return false;
  if (user.op === 'BitAnd') return type.low >= 0n;
  if (user.op !== 'Mod' || user.left !== at || type.low !== type.high || type.low <= 0n) return false;
  return (type.low & (type.low - 1n)) === 0n;
}

/** The instructions between a definition and its use, in one block, are such that none leaves the version. */
function followsDirectly(t: Translation, id: ValueId, user: GenericInstruction): boolean {
  const from = t.position.get(id)!;
  const to = t.position.get(user.result)!;
  if (from.block !== to.block) return false;
  return t.generic.blocks
    .get(from.block)!
    .instructions.slice(from.index + 1, to.index)
    .every((between) => isHarmless(t, between as GenericInstruction));
}

function isHarmless(t: Translation, i: GenericInstruction): boolean {
  if (i.kind === 'Constant' || i.kind === 'Refine') return true;
  return (
    (i.kind === 'Binary' || i.kind === 'InplaceBinary') &&
    (i.op === 'BitAnd' || i.op === 'BitOr' || i.op === 'BitXor') &&
    allInts(t, i)
  );
}
