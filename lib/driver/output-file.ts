/** Files appear whole or not at all: written beside their place under another name, then renamed. */
import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CommandError } from './command-error.js';

/** Where a build goes that names no output. */
export const defaultOutput = (entry: string): string => basename(entry).replace(/\.(py|tr)$/, '');

let counter = 0;

/** Lets `write` make the file under a temporary name in the same folder, and moves it into place. */
export function replaceFile(output: string, write: (temporary: string) => void): void {
  if (statSync(output, { throwIfNoEntry: false })?.isFile() === false) throw new CommandError('E507', `cannot write ${output}: it is ${statSync(output).isDirectory() ? 'a directory' : 'no regular file'}`);
  const temporary = join(dirname(output), `.${basename(output)}.${process.pid}.${counter++}.tmp`);
  try {
    write(temporary);
    renameSync(temporary, output);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw isSystemError(error) ? new CommandError('E507', `cannot write ${output}: ${reasonOf(error)}`) : error;
  }
}

export function writeOutput(output: string, content: Uint8Array | string): void {
  replaceFile(output, (temporary) => writeFileSync(temporary, content));
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
}

export function makeExecutable(file: string): void {
  chmodSync(file, 0o777 & ~process.umask());
}

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';

export function reasonOf(error: NodeJS.ErrnoException): string {
  const reasons: Record<string, string> = { ENOENT: 'the folder does not exist', EACCES: 'permission denied', EISDIR: 'it is a directory', ENOSPC: 'no space left', EFBIG: 'the file would be too large', EDQUOT: 'no space left in the quota', EROFS: 'read-only file system', EEXIST: 'it exists', ENOTDIR: 'part of the path is no folder' };
  return reasons[error.code ?? ''] ?? error.code ?? error.message;
}
