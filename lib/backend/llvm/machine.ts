/** What the emitter must know of a processor: little, since layouts are the same on all (`RT_WORD` in rt.h). */

export interface Machine {
  readonly pointerBytes: 4 | 8;
  /** Where a function's place on the stack is read: `memory`, of data that is put there for the purpose. */
  readonly stackPlace: 'return-address' | 'frame' | 'memory';
  /** Are ints of 32 bits handed over sign-extended? */
  readonly extendsInts: boolean;
  /** Does LLVM know a convention that spares the caller's registers? */
  readonly sparesRegisters: boolean;
}

const wide = { pointerBytes: 8, extendsInts: false, sparesRegisters: true } as const;

const machines: { readonly [architecture: string]: Machine } = {
  x86_64: { ...wide, stackPlace: 'return-address' },
  aarch64: { ...wide, stackPlace: 'return-address' },
  arm64: { ...wide, stackPlace: 'return-address' },
  armv7: { pointerBytes: 4, stackPlace: 'frame', extendsInts: false, sparesRegisters: false },
  riscv64: { ...wide, stackPlace: 'frame', extendsInts: true, sparesRegisters: false },
  wasm32: { pointerBytes: 4, stackPlace: 'memory', extendsInts: false, sparesRegisters: false },
};

export function machineOf(triple: string): Machine {
  return machines[triple.split('-')[0]!] ?? machines.x86_64!;
}
