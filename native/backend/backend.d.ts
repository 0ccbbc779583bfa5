/** The loaded addon `build/native/backend.node`: LLVM 22 and lld. */

export interface CompileOptions {
  /** Default: this machine's. */
  triple?: string;
  /** Empty or absent: the target's generic CPU. `native` is the driver's business, see `hostInfo`. */
  cpu?: string;
  /** Like `+avx2,-sse4a`. */
  features?: string;
  /** For which hot functions are compiled besides, each like `x86-64-v3,+avx512f`: the CPU, then features. */
  levels?: readonly string[];
  abi?: string;
  opt?: 0 | 1 | 2 | 3;
  /** Prefer small code. */
  size?: boolean;
  pic?: boolean;
  /** Bitcode whose functions may be inlined: `inlinable` of `splitRuntime`. What isn't inlined stays an undefined symbol. */
  libs?: readonly Buffer[];
  emit?: 'obj' | 'asm' | 'll' | 'bc';
  /** Run LLVM's verifier before optimising. */
  verify?: boolean;
  /** A few cheap optimisations only: for code that hardly ever runs. */
  brief?: boolean;
}

export interface CompileResult {
  output: Buffer;
  /** Milliseconds. */
  times: { parse: number; link: number; optimise: number; codegen: number };
}

export interface RuntimeParts {
  object: Buffer;
  inlinable: Buffer;
  /** JSON; `References` in lib/driver/reachable.ts. */
  references: string;
}

export interface HostInfo {
  triple: string;
  cpu: string;
  features: string;
  llvmVersion: string;
}

export interface Backend {
  /** Throws an Error with LLVM's words for broken bitcode, a double definition or an unknown target. */
  compile(bitcode: Buffer, options: CompileOptions): CompileResult;
  /** The same on a thread of libuv's pool; the buffers must not change meanwhile. */
  compileAsync(bitcode: Buffer, options: CompileOptions): Promise<CompileResult>;
  /** The runtime as an object file and as bitcode to inline from. Of the options, only target, CPU, features and level count. */
  splitRuntime(bitcode: Buffer, options: CompileOptions): RuntimeParts;
  /** Runs lld in this process; `args[0]` is the flavour: `ld.lld`, `wasm-ld`, `lld-link`. */
  link(args: readonly string[]): { ok: boolean; log: string };
  hostInfo(): HostInfo;
  /** LLVM's data layout string, which a module needs before it is built: loads and stores take their alignment from it. */
  dataLayout(triple: string): string;
  /** Empty for an unknown target. */
  lookupCpus(triple: string): string[];
  lookupFeatures(triple: string): string[];
  /** What a CPU has, with these features added or taken away. */
  enabledFeatures(triple: string, cpu: string, features: string): string[];
}
