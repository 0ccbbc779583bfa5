/** What translation knows of the whole program. */
import type { Analysis, Context } from '../analysis/context.js';
import type { GlobalInfo, IrProgram } from '../ir/function.js';
import type { FunctionVersion } from '../ir/typed.js';

export interface ProgramFacts {
  readonly program: IrProgram;
  readonly analysis: Analysis;
  readonly global: (module: string, name: string) => GlobalInfo | undefined;
  readonly forceExits: boolean;
  /** Does a known call lead from the context back to itself? */
  readonly isRecursive: (context: Context) => boolean;
  /** Is the context expected to run a handful of times only? */
  readonly isRare: (context: Context) => boolean;
  readonly isOwnModule: (name: string) => boolean;
  /** Is the module one of the compiler's own? */
  readonly isStandard: (name: string) => boolean;
  /** The fast version of a context; asking for it makes it part of the program. */
  readonly versionOf: (context: Context) => FunctionVersion;
}
