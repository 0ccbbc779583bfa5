/** Names that CPython 3.13 has and that need care. */

/** The built-in names that CPython has; those that the runtime lacks are refused, other unknown names are NameErrors. */
export const cpythonBuiltins: ReadonlySet<string> = new Set(
  `__build_class__ __debug__ __import__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod
  compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals
  hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open
  ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
  Ellipsis EnvironmentError IOError NotImplemented ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup
  BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
  ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning Exception ExceptionGroup FileExistsError
  FileNotFoundError FloatingPointError FutureWarning GeneratorExit ImportError ImportWarning IndentationError IndexError
  InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
  NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError
  PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration
  SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError
  UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError`.split(
    /\s+/,
  ),
);

export const builtinAliases: ReadonlyMap<string, string> = new Map([
  ['EnvironmentError', 'OSError'],
  ['IOError', 'OSError'],
]);

/** Built-in functions that are written in Python: each in its standard module. */
export const standardBuiltins: ReadonlyMap<string, string> = new Map([['open', 'io']]);

/** CPython's `site` makes these; as calls they are `sys.exit`. */
export const exitNames: ReadonlySet<string> = new Set(['exit', 'quit']);

/** Attributes of every module object that a name can mean. */
export const moduleAttributes: ReadonlySet<string> = new Set(
  '__annotations__ __builtins__ __cached__ __dict__ __loader__ __package__ __path__ __spec__'.split(' '),
);

/** Built-ins that look into running code in ways that we can't follow. */
export const introspection: ReadonlySet<string> = new Set(['exec', 'eval', 'compile', '__import__', 'breakpoint']);

/** Without arguments these show the names of the place where they stand. */
export const namespaceFunctions: ReadonlySet<string> = new Set(['globals', 'locals', 'vars', 'dir']);
