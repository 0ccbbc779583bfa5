/** Functions that are better run in their general version only: what a fast one would hand over at its exits would be most of the program. */
import type { IrFunction } from '../ir/function.js';
import { computeLiveness } from '../ir/liveness.js';

/** Of all exits of a function together. */
const maxExitValues = 150_000;
/** Each is an argument of the machine code's function. */
const maxFastParameters = 255;

const known = new WeakMap<IrFunction, boolean>();

export function isGeneralOnly(fn: IrFunction): boolean {
  let answer = known.get(fn);
  if (answer === undefined) known.set(fn, (answer = fn.parameters.length > maxFastParameters || hasTooManyExits(fn)));
  return answer;
}

/** Most instructions can be left, and each hands over what lives there. */
function hasTooManyExits(fn: IrFunction): boolean {
  let count = 0;
  for (const block of fn.blocks.values()) count += block.instructions.length;
  if (count * count < maxExitValues) return false;
  const liveness = computeLiveness(fn);
  let values = 0;
  for (const block of fn.blocks.values()) {
    for (const { result, kind } of block.instructions) {
      if (kind !== 'Phi') values += liveness.liveAfter(result).length;
      if (values > maxExitValues) return true;
    }
  }
  return false;
}
