/** Internal errors. A bug in the compiler throws; a mistake in the user's program is a `Diagnostic`. */

export class InternalError extends Error {
  override readonly name = 'InternalError';
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InternalError(message);
}

/** Closes a `switch` over a union: a member without a case is a type error. */
export function unreachable(value: never): never {
  throw new InternalError(`unreachable: ${JSON.stringify(value)}`);
}
