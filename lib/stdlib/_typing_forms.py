"""The forms of types: special names, aliases with arguments, unions, type variables. Public by way of typing."""


class _Special:
    """Any, Optional and the like: names that may be subscripted."""

    def __init__(self, name):
        self._name = name
        self.__name__ = name

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if self._name in _without_parameters:
            raise TypeError(f'{self!r} is not subscriptable')
        if self._name == 'Literal':
            return _LiteralAlias(self, _distinct([each for arg in args for each in (arg.__args__ if isinstance(arg, _LiteralAlias) else (arg,))]))
        if self._name in _with_one_parameter and len(args) != 1:
            wanted = f'{self!r} requires a single type.' if self._name == 'Optional' else f'{self!r} accepts only single type.'
            raise TypeError(f'{wanted} Got {args!r}.')
        if self._name == 'Annotated':
            if len(args) < 2:
                raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
            return _AnnotatedAlias(_checked(args[0], 'Annotated[t, ...]: t must be a type.'), args[1:])
        if self._name == 'Optional':
            return _union((_checked(args[0], 'Optional[t] requires a single type.'), None))
        if self._name == 'Union':
            if not args:
                raise TypeError('Cannot take a Union of no types.')
            return _union(tuple([_checked(arg, 'Union[arg, ...]: each arg must be a type.') for arg in args]))
        return _Alias(self, tuple([_converted(arg) for arg in args]))

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __call__(self, *args, **kwds):
        raise TypeError('Any cannot be instantiated' if self._name == 'Any' else f'Cannot instantiate {self!r}')

    def __instancecheck__(self, instance):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        if self._name == 'Any':  # the one form that is a class
            return False
        raise TypeError(f'{self!r} cannot be used with issubclass()')

    def __mro_entries__(self, bases):
        return (object,)

    def __hash__(self):
        return hash(self._name)


_without_parameters = ('Any', 'NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias')
_with_one_parameter = ('Optional', 'ClassVar', 'Final', 'TypeGuard', 'TypeIs', 'Required', 'NotRequired', 'ReadOnly', 'Unpack')


def _converted(arg):
    """None stands for its type, text for what it will name."""
    if arg is None:
        return type(None)
    return ForwardRef(arg) if isinstance(arg, str) else arg


def _checked(arg, complaint):
    arg = _converted(arg)
    if type(arg) is tuple:
        raise TypeError(f'{complaint} Got {arg!r:.100}.')
    return arg


def _shown(arg):
    if arg is ...:
        return '...'
    if isinstance(arg, (list, tuple)):
        return '[' + ', '.join(map(_shown, arg)) + ']'
    if isinstance(arg, type) and not hasattr(arg, '__origin__'):
        return arg.__qualname__ if arg.__module__ == 'builtins' else f'{arg.__module__}.{arg.__qualname__}'
    return repr(arg)


def _call_parts(args):
    """The parameters and the result of a Callable, which keeps them in a row."""
    if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or getattr(args[0], '__origin__', None) is Concatenate):
        return args
    return list(args[:-1]), args[-1]


class _Alias:
    """List[int] and the like."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name

    def __repr__(self):
        if self._name == 'Callable':
            parameters, result = _call_parts(self.__args__)
            return f'typing.Callable[{_shown(parameters)}, {_shown(result)}]'
        shown = ', '.join([repr(arg) if isinstance(self.__origin__, _Special) and self.__origin__._name == 'Literal' else _shown(arg) for arg in self.__args__]) or '()'
        if isinstance(self.__origin__, _Special):
            return f'{self.__origin__!r}[{shown}]'
        if self._name is not None:
            return f'typing.{self._name}[{shown}]'
        return f'{_shown(self.__origin__)}[{shown}]'

    def __eq__(self, other):
        return isinstance(other, _Alias) and self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __iter__(self):
        raise NotImplementedError('unpacking a generic alias is not supported')

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        variables = self.__parameters__
        if not variables:
            raise TypeError(f'{self!r} is not a generic class')
        if len(args) != len(variables):
            few = 'many' if len(args) > len(variables) else 'few'
            raise TypeError(f'Too {few} arguments for {self!r}; actual {len(args)}, expected {len(variables)}')
        return _substituted(self, dict(zip(variables, map(_converted, args))))

    def __call__(self, *args, **kwds):
        if self._name is not None:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        if isinstance(self.__origin__, _Special):
            raise TypeError(f'Cannot instantiate {self.__origin__!r}')
        made = self.__origin__(*args, **kwds)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__') and self._name is not None:
            return self._name
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    @property
    def __parameters__(self):
        return tuple(dict.fromkeys(_variables(self.__args__)))

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if self._name is not None:
            return _with_generic(self, origin, bases)
        if isinstance(origin, _Special):
            return (Generic,)
        return () if origin is Generic and _is_generic_base_behind(self, bases) else (origin,)

    def __instancecheck__(self, instance):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


def _with_generic(alias, origin, bases):
    """The class that `alias` names, and Generic, unless a later base brings it."""
    found = () if origin in bases else (origin,)
    return found if _is_generic_base_behind(alias, bases) else (*found, Generic)


def _is_generic_base_behind(alias, bases):
    behind = list(bases)[list(bases).index(alias) + 1:]
    return any(isinstance(base, (_Alias, _Named)) or issubclass(getattr(base, '__origin__', base), Generic) for base in behind)


def _variables(args):
    for arg in args:
        if isinstance(arg, TypeVar):
            yield arg
        elif isinstance(arg, (list, tuple)):
            yield from _variables(arg)
        else:
            yield from getattr(arg, '__parameters__', ()) if not isinstance(arg, type) else ()


def _substituted(arg, values):
    """The type with its type variables replaced."""
    if isinstance(arg, TypeVar):
        return values.get(arg, arg)
    if isinstance(arg, list):
        return [_substituted(each, values) for each in arg]
    if isinstance(arg, tuple):
        return tuple([_substituted(each, values) for each in arg])
    if isinstance(arg, _Union):
        return _union([_substituted(each, values) for each in arg.__args__])
    if isinstance(arg, _AnnotatedAlias):
        return _AnnotatedAlias(_substituted(arg.__origin__, values), arg.__metadata__)
    if isinstance(arg, _Alias):
        args = [_substituted(each, values) for each in arg.__args__]
        if arg._name == 'Callable' and isinstance(args[0], (list, tuple)):
            args[:1] = args[0]
        return _Alias(arg.__origin__, tuple(args), arg._name)
    if isinstance(arg, type(list[int])):
        return arg.__origin__[tuple([_substituted(each, values) for each in arg.__args__])]
    return arg


def _distinct(values):
    """Each value of a type once, if all of them can be told apart."""
    try:
        return tuple([value for value, _ in dict.fromkeys([(value, type(value)) for value in values])])
    except TypeError:
        return tuple(values)


class _LiteralAlias(_Alias):
    """True is not 1 here, and the order is of no importance."""

    def _key(self):
        return frozenset([(value, type(value)) for value in self.__args__])

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, _LiteralAlias) else NotImplemented

    def __hash__(self):
        return hash(self._key())


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, (origin,))
        self.__metadata__ = metadata

    def __repr__(self):
        return f'typing.Annotated[{_shown(self.__origin__)}, {", ".join([repr(each) for each in self.__metadata__])}]'

    def __eq__(self, other):
        return isinstance(other, _AnnotatedAlias) and self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class ForwardRef:
    """A type's name that is still to be looked up."""
    __module__ = 'typing'

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module
        self.__forward_evaluated__ = False
        self.__forward_value__ = None

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


class _Union(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[0] if args[1] is type(None) else args[1]
            return f'typing.Optional[{_shown(other)}]'
        return f'typing.Union[{", ".join(map(_shown, args))}]'

    def __eq__(self, other):
        return isinstance(other, _Union) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return any(isinstance(instance, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


def _union(args):
    flat = []
    for arg in args:
        if arg is None:
            arg = type(None)
        elif isinstance(arg, str):
            arg = ForwardRef(arg)
        for one in arg.__args__ if isinstance(arg, _Union) else (arg,):
            if one not in flat:
                flat.append(one)
    return flat[0] if len(flat) == 1 else _Union(Union, tuple(flat))


class _Named:
    """List, Dict and the like: another name for a class."""

    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name
        self.__name__ = name

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if self._name == 'Callable':
            if len(args) != 2:
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
            if not isinstance(args[0], list) and args[0] is not ... and not isinstance(args[0], (ParamSpec, _Alias)):
                args = ([args[0]], args[1])
            if isinstance(args[0], list):
                args = (*args[0], args[1])
        wanted = _parameter_counts.get(self._name)
        if wanted is not None and len(args) not in wanted:
            few = 'many' if len(args) > max(wanted) else 'few'
            raise TypeError(f'Too {few} arguments for {self!r}; actual {len(args)}, expected {max(wanted)}')
        args = tuple([_converted(arg) for arg in args])
        if self._name in ('Generator', 'AsyncGenerator'):
            args += (type(None),) * ((3 if self._name == 'Generator' else 2) - len(args))
        return _Alias(self.__origin__, args, self._name)

    def __call__(self, *args, **kwds):
        raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        return _with_generic(self, self.__origin__, bases)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


_parameter_counts = {
    **dict.fromkeys(['List', 'Set', 'FrozenSet', 'Type', 'Deque', 'Counter', 'Iterable', 'Iterator', 'Container', 'Collection', 'Reversible', 'Sequence',
                     'MutableSequence', 'AbstractSet', 'MutableSet', 'KeysView', 'ValuesView', 'Awaitable', 'AsyncIterable', 'AsyncIterator', 'MappingView'], (1,)),
    **dict.fromkeys(['Dict', 'DefaultDict', 'OrderedDict', 'ChainMap', 'Mapping', 'MutableMapping', 'ItemsView'], (2,)),
    'Generator': (1, 2, 3), 'AsyncGenerator': (1, 2), 'Coroutine': (3,),
}

Any = _Special('Any')
NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
LiteralString = _Special('LiteralString')
Optional = _Special('Optional')
Union = _Special('Union')
ClassVar = _Special('ClassVar')
Final = _Special('Final')
Literal = _Special('Literal')
Annotated = _Special('Annotated')
Concatenate = _Special('Concatenate')
TypeGuard = _Special('TypeGuard')
TypeIs = _Special('TypeIs')
TypeAlias = _Special('TypeAlias')
Required = _Special('Required')
NotRequired = _Special('NotRequired')
ReadOnly = _Special('ReadOnly')
Unpack = _Special('Unpack')
AnyStr = None
Text = str
IO = _Special('IO')
TextIO = _Special('TextIO')
BinaryIO = _Special('BinaryIO')
Pattern = _Special('Pattern')
Match = _Special('Match')


class _NoDefaultType:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefaultType()


class TypeVar:
    __module__ = 'typing'

    @property
    def __parameters__(self):
        """What tells the runtime's aliases, such as list[T], that this is a variable."""
        return (self,)

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        if not isinstance(name, str):
            raise TypeError(f"typevar() argument 'name' must be str, not {type(name).__name__}")
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = _converted(bound) if bound is not None else None
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.__default__ = default

    def has_default(self):
        return self.__default__ is not NoDefault

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


AnyStr = TypeVar('AnyStr', bytes, str)


class ParamSpecArgs:
    __module__ = 'typing'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'

    def __eq__(self, other):
        return type(other) is type(self) and self.__origin__ == other.__origin__


class ParamSpecKwargs(ParamSpecArgs):
    __module__ = 'typing'

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(TypeVar):
    __module__ = 'typing'

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(TypeVar):
    __module__ = 'typing'

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class NewType:
    __module__ = 'typing'

    def __init__(self, name, tp):
        self.__name__ = name
        self.__qualname__ = name
        self.__supertype__ = tp

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(
                    f'Cannot subclass an instance of NewType. Perhaps you were looking for: `{cls.__name__} = NewType({cls.__name__!r}, {name})`')

        return (Dummy,)

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'__main__.{self.__name__}'

    def __or__(self, other):
        return _union((self, other))


class _Parameters:
    """Generic.__parameters__: the type variables in the bases of a class."""

    def __get__(self, instance, owner):
        bases = owner.__dict__.get('__orig_bases__', ())
        for base in bases:
            if getattr(base, '__origin__', None) is Generic:
                bases = base.__args__
                break
        return owner.__dict__.get('__type_params__') or tuple(dict.fromkeys(_variables(bases)))


class Generic:
    __module__ = 'typing'

    __slots__ = ()
    __parameters__ = _Parameters()

    def __class_getitem__(cls, args):
        if not isinstance(args, tuple):
            args = (args,)
        if cls is Generic:
            if not all([isinstance(each, TypeVar) or getattr(each, '__origin__', None) is Unpack for each in args]):
                raise TypeError('Parameters to Generic[...] must all be type variables or parameter specification variables.')
            if len(set(args)) != len(args):
                raise TypeError('Parameters to Generic[...] must all be unique')
            return _Alias(cls, args)
        variables = cls.__parameters__
        if any([isinstance(each, ParamSpec) for each in variables]):
            return _Alias(cls, _with_parameter_lists(args, variables))
        if variables and len(args) != len(variables) and all([type(each) is TypeVar and not each.has_default() for each in variables]):
            wanted = f'Too many arguments for {cls}; actual {len(args)}, expected ' if len(args) > len(variables) else f'Too few arguments for {cls}; actual {len(args)}, expected at least '
            raise TypeError(wanted + str(len(variables)))
        return _Alias(cls, tuple(map(_converted, args)))


def _with_parameter_lists(args, variables):
    """What stands for a ParamSpec is one argument."""
    is_list = args and (args[0] is ... or isinstance(args[0], (list, tuple, ParamSpec)) or getattr(args[0], '__origin__', None) is Concatenate)
    if len(variables) == 1 and not is_list:
        return (tuple(map(_converted, args)),)
    return tuple([tuple(map(_converted, arg)) if isinstance(arg, list) else arg for arg in args])
