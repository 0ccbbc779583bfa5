/** The ways in which every test program is compiled and run. */
import type { Variant } from './worker.js';

export interface Mode {
  readonly name: string;
  readonly options: Variant;
  /** The options of `tauraro run` that repeat it. */
  readonly flags: string;
}

export const modes: readonly Mode[] = [
  { name: '-O3', options: { level: 3, forceExits: false, runtime: 'release' }, flags: '-O3' },
  { name: '-O0', options: { level: 0, forceExits: false, runtime: 'release' }, flags: '-O0' },
  // Every exit of a fast version is taken, so that the general versions run too.
  { name: 'exits', options: { level: 0, forceExits: true, runtime: 'release' }, flags: '-O0 --force-exits' },
  // The runtime checks its assertions, every access, and at the end that all reference counts have returned to zero.
  { name: 'audit', options: { level: 0, forceExits: false, runtime: 'asan' }, flags: '-O0 --runtime=asan' },
];
