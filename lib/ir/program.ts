/** A whole program in typed instructions: what the back ends take. */
import type { FunctionVersion, TypedFunction } from './typed.js';
import type { IrFunction, IrModule } from './function.js';

export interface TypedProgram {
  /** The entry module (`__main__`) first. */
  readonly modules: readonly TypedModule[];
  /** Every version of every function; general versions of functions whose objects exist are always among them. */
  readonly functions: readonly TypedFunction[];
  /** Of function objects that can be made, where there is a fast version to choose; the others run their general version. */
  readonly entries: readonly FunctionEntry[];
}

/** What a call of a function object runs: `version` where all arguments pass their checks, else the general version. */
export interface FunctionEntry {
  readonly fn: IrFunction;
  readonly version: FunctionVersion;
  readonly checks: readonly EntryCheck[];
}

/** What an argument must be: symbols name objects of the runtime, cells hold classes, a function is known by its general version. */
export type EntryCheck =
  | { readonly kind: 'any' | 'bool' }
  | { readonly kind: 'int'; readonly low: bigint; readonly high: bigint }
  | { readonly kind: 'type' | 'same'; readonly symbol: string }
  | { readonly kind: 'instance' | 'class'; readonly cell: string }
  | { readonly kind: 'function'; readonly general: string }
  | { readonly kind: 'tuple'; readonly length: number };

export interface TypedModule {
  readonly module: IrModule;
  /** The fast version of the body, which runs first; null: the general version runs. */
  readonly fastBody: FunctionVersion | null;
}

export function generalSymbol(fn: IrFunction): string {
  return `${fn.symbol}.general`;
}

/** The static cell of a module-level name. */
export function globalSymbol(module: string, name: string): string {
  return `global.${module}.${name}`;
}
