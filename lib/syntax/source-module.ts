/** A module of the program as the driver hands it to analysis: its name, its text and its tree. */
import type { SourceFile } from '../base/source.js';
import type { Module } from './ast.js';

export interface SourceModule {
  /** Dotted, as an import statement names it; the entry is `__main__`. */
  readonly name: string;
  /** An `__init__` file, or a folder without one (whose tree is empty). */
  readonly isPackage: boolean;
  readonly source: SourceFile;
  readonly tree: Module;
}
