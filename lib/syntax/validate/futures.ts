/** `from __future__ import …` stands before everything but the docstring and its kind. */
import type { ImportFrom, Module } from '../ast.js';
import { reject, type Context } from './context.js';

const features: ReadonlySet<string> = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'barry_as_FLUFL',
  'generator_stop',
  'annotations',
]);

export const isFutureImport = ({ module, level }: ImportFrom): boolean => module === '__future__' && level === 0;

/** At the top level; `checkStatements` rejects them elsewhere. */
export function checkFutures(c: Context, { body }: Module): void {
  let isStart = true;
  body.forEach((statement, index) => {
    if (statement.kind === 'ImportFrom' && isFutureImport(statement)) {
      checkFuture(c, statement, isStart);
    } else if (!(index === 0 && statement.kind === 'Expr' && isDocstring(statement.value))) {
      isStart = false;
    }
  });
}

const isDocstring = (value: { kind: string; value?: unknown }): boolean =>
  value.kind === 'Constant' && (value.value as { type: string }).type === 'str';

export function checkFuture(c: Context, { names, span }: ImportFrom, isStart: boolean): void {
  if (!isStart) {
    reject(c, 'E136', 'from __future__ imports must occur at the beginning of the file', span);
    return;
  }
  for (const { name, span: nameSpan } of names) {
    if (name === 'braces') reject(c, 'E136', 'not a chance', nameSpan);
    else if (!features.has(name)) reject(c, 'E136', `future feature ${name} is not defined`, nameSpan);
  }
}
