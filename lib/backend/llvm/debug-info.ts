/** DWARF's view of the program for `-g`: each function's place in the source, and the line of each instruction. */
import type { SourceFile, Span } from '../../base/source.js';
import type { TypedFunction } from '../../ir/typed.js';
import type { IrBuilder } from '../../../native/irbuilder/irbuilder.js';
import type { Builder, LlvmFunction, LlvmScope } from './builder.js';
import type { Emission } from './emission.js';
import type * as llvm from 'llvm-bindings';

export interface DebugInfo {
  readonly di: llvm.DIBuilder;
  readonly files: Map<SourceFile, llvm.DIFile>;
  /** Of functions: without parameters, which a version holds in representations of its own. */
  readonly type: llvm.DISubroutineType;
}

const dwarfVersion = 4;
// What debuggers show values as: none knows how to show any in DWARF's Python.
const languageC99 = 12;
const definitionFlag = 8;

export function createDebugInfo(irBuilder: IrBuilder, module: llvm.Module, main: SourceFile): DebugInfo {
  const di = new irBuilder.DIBuilder(module);
  const warning = 2;
  module.addModuleFlag(warning, 'Debug Info Version', 3);
  module.addModuleFlag(warning, 'Dwarf Version', dwarfVersion);
  const file = createFile(di, main);
  di.createCompileUnit(languageC99, file, 'tauraro', true, '', 0);
  const type = di.createSubroutineType(di.getOrCreateTypeArray([null]));
  return { di, files: new Map([[main, file]]), type };
}

/** Relative to where the debugger runs: the same program gives the same bytes in whatever folder it is built. */
const createFile = (di: llvm.DIBuilder, source: SourceFile): llvm.DIFile => di.createFile(source.name, '.');

/** Tells LLVM which Python function this is; gives the scope of its lines. */
export function beginFunction(debug: DebugInfo, builder: Builder, fn: TypedFunction, target: LlvmFunction): LlvmScope {
  const { di, files, type } = debug;
  const file = files.get(fn.source) ?? createFile(di, fn.source);
  files.set(fn.source, file);
  const { line } = fn.source.position(fn.span.start);
  const subprogram = di.createFunction(file, fn.qualname, fn.version.symbol, file, line, type, line, 0, definitionFlag);
  const scope = builder.ImportScope(subprogram);
  builder.SetSubprogram(target, scope);
  builder.SetDebugLoc(scope, line, 0);
  return scope;
}

/** Instructions that stand for nothing in the source keep the place before them. */
export function setLine(builder: Builder, scope: LlvmScope, source: SourceFile, span: Span): void {
  if (span.end === 0) return;
  const { line, column } = source.position(span.start);
  builder.SetDebugLoc(scope, line, column + 1);
}

/** In gdb's format: a kind (Python's text), a name, the text. */
export function embedDebuggerScript({ llvm: { ext }, module }: Pick<Emission, 'llvm' | 'module'>, script: string): void {
  ext.embedSection(module, '.debug_gdb_scripts', `\x04tauraro\n${script}`);
}
