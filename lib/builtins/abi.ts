/** The shape of the generated tables: what the compiler knows of each runtime function and of the members of built-in modules. */

/** How compiled code hands over an argument: a Rep, a 32-bit number, or an array of values on the stack. */
export type AbiParameter = 'value' | 'int' | 'i32' | 'float' | 'bool' | 'raw' | 'array';

/** The type in LLVM's words, exactly as clang writes it for the C declaration. */
export type AbiType = 'i64' | 'i32' | 'i1' | 'double' | 'ptr' | 'void';

export interface AbiFunction {
  readonly result: 'value' | 'int' | 'float' | 'status' | 'raw' | 'void' | 'bool';
  /** The result is not a new reference. */
  readonly borrowedResult: boolean;
  /** A result of 0 is an answer (absent, exhausted) unless an exception is pending. */
  readonly optionalResult: boolean;
  readonly params: readonly AbiParameter[];
  /** Which parameters are consumed, also on failure. */
  readonly steals: readonly boolean[];
  /** RAISES: failure is 0, NULL or -1 with an exception pending. PURE: only reads memory, may be removed or merged. */
  readonly raises: 'RAISES' | 'NEVER' | 'PURE';
  readonly resultType: AbiType;
  readonly paramTypes: readonly AbiType[];
}

export interface ModuleMember {
  /** value: `symbol` is a C function without parameters that returns a new reference; otherwise a static object. */
  readonly kind: 'function' | 'value' | 'type';
  readonly symbol: string;
}
