/** In which order a module binds its names, and what could run before. */
import type { Variable } from '../analysis/scopes.js';
import type { ModuleContext } from './context.js';

export function describeBinding(_module: ModuleContext, _variable: Variable, _stored: ReadonlySet<string>): { constant: boolean; boundEarly: boolean } {
  return { constant: false, boundEarly: false };
}
