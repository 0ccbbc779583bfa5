/** The C symbols of built-in names and of members of built-in modules. */
import { assert } from '../base/assert.js';
import type { ModuleMember } from './abi.js';
import { builtinFunctions, builtinTypes, builtinValues, moduleMembers } from './names.generated.js';

export { builtinNames } from './names.generated.js';

/** The static object of a built-in name. */
export function builtinSymbol(name: string): string {
  const symbol = builtinTypes.get(name) ?? builtinFunctions.get(name) ?? builtinValues.get(name);
  assert(symbol !== undefined, `built-in ${name} has no symbol`);
  // Constants are listed by their C macro: RT_NOTIMPLEMENTED is rt_notimplemented_object.
  return symbol.startsWith('RT_') ? `${symbol.toLowerCase()}_object` : symbol;
}

export function moduleMember(module: string, name: string): ModuleMember {
  const member = moduleMembers.get(module)?.get(name);
  assert(member !== undefined, `module ${module} has no member ${name}`);
  return member;
}
