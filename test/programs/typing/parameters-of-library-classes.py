# Which classes of the library take parameters, and what those print.
import contextlib, re, typing, collections, collections.abc
for t in [contextlib.AbstractContextManager, contextlib.AbstractAsyncContextManager, re.Pattern, re.Match, collections.deque, collections.Counter, collections.OrderedDict, collections.ChainMap, collections.abc.Set, collections.abc.Iterable, collections.abc.Mapping, type, frozenset, collections.abc.Hashable, collections.abc.Sized, collections.abc.MappingView, collections.abc.KeysView, collections.abc.ItemsView, collections.abc.Awaitable, collections.abc.Coroutine, collections.abc.AsyncIterable, collections.abc.AsyncIterator, collections.abc.AsyncGenerator, collections.abc.Iterator, collections.abc.Generator, collections.abc.Reversible, collections.abc.Container, collections.abc.Collection,collections.abc.MutableSet,collections.abc.MutableMapping,collections.abc.Sequence,collections.abc.MutableSequence, collections.abc.ByteString, collections.defaultdict]:
    try:
        print(t[int])
    except Exception as e:
        print(type(e).__name__, e)
