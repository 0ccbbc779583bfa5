/** What translation knows of the whole program. */
import type { ValueId } from '../base/ids.js';
import type { GlobalInfo, IrFunction, IrProgram } from '../ir/function.js';
import type { FunctionVersion } from '../ir/typed.js';
import type { Type } from '../types/type.js';

export interface ProgramFacts {
  readonly program: IrProgram;
  readonly global: (module: string, name: string) => GlobalInfo | undefined;
  readonly isOwnModule: (name: string) => boolean;
}

/** A call that inference resolved to a version of a function of the program. */
export interface KnownCall {
  readonly fn: IrFunction;
  readonly version: FunctionVersion;
  readonly parameterTypes: readonly Type[];
  readonly resultType: Type;
  readonly point: ValueId;
}
