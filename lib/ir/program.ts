/** A whole program in typed instructions: what the back ends take. */
import type { FunctionVersion, TypedFunction } from './typed.js';
import type { IrFunction, IrModule } from './function.js';

export interface TypedProgram {
  /** The entry module (`__main__`) first. */
  readonly modules: readonly TypedModule[];
  /** Every version of every function; general versions of functions whose objects exist are always among them. */
  readonly functions: readonly TypedFunction[];
}

export interface TypedModule {
  readonly module: IrModule;
  /** The fast version of the body, which runs first; null: the general version runs. */
  readonly fastBody: FunctionVersion | null;
}

export function generalSymbol(fn: IrFunction): string {
  return `${fn.symbol}.general`;
}

/** What calls of the function object run, where there is a fast version to choose; else that is the general version. */
export function entrySymbol(fn: IrFunction): string {
  return `${fn.symbol}.entry`;
}

/** The static cell of a module-level name. */
export function globalSymbol(module: string, name: string): string {
  return `global.${module}.${name}`;
}
