/** Names around a Node module. */
import { basename } from 'node:path';

/** The name of the module that a source file makes; as CPython names it when it is imported. */
export const moduleName = (entry: string): string => basename(entry).replace(/\.(py|tr)$/, '');
