/**
 * Where the fields of runtime objects lie, in bytes, on 64-bit targets: rt.h's structs that compiled code touches or lays out itself.
 * A test compiles static assertions from this table.
 */
export const layout = {
  RtObject: { refcount: 0, type: 8, size: 16 },
  RtType: { name: 16, flags: 24, version: 28, instance_size: 32, base: 40 },
  RtFloat: { value: 16, size: 24 },
  RtComplex: { real: 16, imag: 24, size: 32 },
  RtInt: { sign: 16, count: 20, limbs: 24 },
  RtStr: { length: 16, hash: 24, kind: 32, ascii: 33, interned: 34, data: 40 },
  RtBytes: { length: 16, hash: 24, data: 32 },
  RtTuple: { length: 16, items: 24 },
  RtList: { length: 16, capacity: 24, kind: 32, items: 40, size: 48 },
  RtDict: { length: 16, used: 24, capacity: 32, mask: 40, index: 48, entries: 56, version: 64 },
  RtDictEntry: { hash: 0, key: 8, value: 16, size: 24 },
  RtRange: { start: 16, stop: 24, step: 32, length: 40 },
  RtSlice: { start: 16, stop: 24, step: 32, size: 40 },
  RtCell: { value: 16, size: 24 },
  RtInstance: { dict: 16, base_value: 24, slots: 32 },
  RtMethod: { function: 16, self: 24, size: 32 },
  RtFunction: { code: 16, defaults: 24, kwdefaults: 32, cell_count: 88, cells: 96 },
  RtCode: { entry: 56, general: 72, fast: 80, checks: 88, frame_size: 96, size: 104 },
  RtEntryCheck: { kind: 0, high: 16, size: 24 },
  RtGenerator: {
    code: 16,
    resume: 24,
    state: 32,
    running: 36,
    result: 40,
    delegate: 48,
    handled: 56,
    function: 64,
    value_count: 72,
    raw_count: 80,
    frame: 88,
  },
  RtException: {
    args: 16,
    cause: 24,
    context: 32,
    suppress_context: 40,
    traceback: 48,
    notes: 56,
    dict: 64,
    extra: 72,
    slots: 104,
  },
  RtAttrCache: { ways: 0, size: 64 },
} as const;

/** Values of RtList.kind. */
export const listKind = { value: 0, int: 1, float: 2, bool: 3 } as const;

/** Bits of RtType.flags. */
export const typeFlag = {
  int: 1 << 0,
  float: 1 << 1,
  str: 1 << 2,
  bytes: 1 << 3,
  list: 1 << 4,
  tuple: 1 << 5,
  dict: 1 << 6,
  set: 1 << 7,
  type: 1 << 8,
  exception: 1 << 9,
  bool: 1 << 10,
  function: 1 << 11,
  range: 1 << 12,
  generator: 1 << 13,
  heap: 1 << 16,
} as const;

/** Bits of RtCode.flags. */
export const codeFlag = { varargs: 1, kwargs: 2, generator: 4, coroutine: 8 } as const;

/** Values of RtEntryCheck.kind. */
export const entryKind = { any: 0, int: 1, bool: 2, type: 3, instance: 4, same: 5, class: 6, function: 7, tuple: 8 } as const;

/** Static objects start with this count. */
export const immortal = 1n << 60n;

/** RT_FLOATS_SET */
export const floatsSet = 2;

/** RT_FLOAT_ABSENT: the bits of a double that is none. */
export const absentFloat = 0x7ff8616273656e74n;
