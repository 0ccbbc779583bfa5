"""Enumerations."""
from types import MappingProxyType as _MappingProxyType


class auto:
    """A value to be found; `expression` is a function and what it takes, where the class body has computed with others."""

    def __init__(self, expression=None):
        self.value = None
        self.expression = expression

    def __or__(self, other):
        return auto((_or, self, other))

    def __and__(self, other):
        return auto((_and, self, other))

    def __xor__(self, other):
        return auto((_xor, self, other))

    def __invert__(self):
        return auto((_invert, self, None))

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _or(a, b):
    return a | b


def _and(a, b):
    return a & b


def _xor(a, b):
    return a ^ b


def _invert(a, b):
    return ~a


def _evaluated(value):
    if not isinstance(value, auto):
        return value
    if value.value is None and value.expression is not None:
        function, a, b = value.expression
        value.value = function(_evaluated(a), _evaluated(b))
    return value.value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class _MemberProperty:
    """Attributes of members that members of that name may hide: value and name."""

    def __init__(self, fget=None, doc=None):
        self.fget = fget
        self.__doc__ = doc

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            found = owner.__dict__.get('_member_map_', {}).get(self.name)
            if found is None:
                raise AttributeError(f'{owner!r} has no attribute {self.name!r}')
            return found
        return self.fget(instance)

    def __set__(self, instance, value):
        raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')


DynamicClassAttribute = _MemberProperty


def _is_dunder(name):
    return len(name) > 4 and name[:2] == '__' and name[-2:] == '__'


def _is_private(cls_name, name):
    pattern = f'_{cls_name}__'
    return name.startswith(pattern) and len(name) > len(pattern) and not name.endswith('__')


def _is_member(cls_name, name, value):
    if _is_dunder(name) or isinstance(value, nonmember):
        return False
    if isinstance(value, type) and f'.{value.__qualname__}'.endswith(f'.{cls_name}.{value.__name__}'):
        return False
    if isinstance(value, member):
        return True
    return not hasattr(type(value), '__get__') and not (name.startswith('_') and name.endswith('_'))


def _data_type(bases):
    for base in bases:
        for each in base.__mro__:
            if each is object:
                continue
            if isinstance(each, EnumType):
                if each._member_type_ is not object:
                    return each._member_type_
            elif '__new__' in each.__dict__ or each in (int, str, float, bytes, tuple):
                return each
    return object


class EnumType(type):
    def __new__(metacls, cls, bases, classdict, /, *, boundary=None, **kwds):
        if not bases or bases == (object,):
            made = super().__new__(metacls, cls, bases, classdict)
            type.__setattr__(made, '_member_map_', {})
            type.__setattr__(made, '_member_names_', [])
            type.__setattr__(made, '_value2member_map_', {})
            type.__setattr__(made, '_member_type_', object)
            return made
        for base in bases:
            if isinstance(base, EnumType) and base._member_map_:
                raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
        enum_base = None
        for base in bases:
            if isinstance(base, EnumType):
                enum_base = base
        data_type = _data_type(bases)
        ignored = classdict.get('_ignore_', ())
        if isinstance(ignored, str):
            ignored = ignored.replace(',', ' ').split()
        members = []
        plain = {}
        for name, value in classdict.items():
            if name in ignored or name == '_ignore_':
                continue
            if name not in ('_generate_next_value_', '_missing_', '_order_') and not _is_private(cls, name) and _is_member(cls, name, value):
                if name == 'mro':
                    raise ValueError(f"invalid enum member name(s) {name!r}")
                members.append((name, value.value if isinstance(value, member) else value))
            else:
                plain[name] = value.value if isinstance(value, nonmember) else value
        is_flag = any(getattr(base, '_is_flag_', False) for base in bases)
        plain['_boundary_'] = boundary or getattr(enum_base, '_boundary_', None)
        made = super().__new__(metacls, cls, bases, plain, **kwds)
        if data_type is not object and enum_base is not None and type(enum_base) is not type:
            _keep_appearance(made, plain, enum_base, data_type, bases)
        type.__setattr__(made, '_member_map_', {})
        type.__setattr__(made, '_member_names_', [])
        type.__setattr__(made, '_value2member_map_', {})
        type.__setattr__(made, '_unhashable_values_', [])
        type.__setattr__(made, '_member_type_', data_type)
        generate = made._generate_next_value_
        if '__new__' in plain:
            own_new = made.__new__
            type.__setattr__(made, '_user_new_', own_new)
        else:
            own_new = getattr(made, '_user_new_', None)
        last_values = []
        for name, value in members:
            value = _resolve_auto(generate, name, value, last_values, len(last_values))
            args = value if isinstance(value, tuple) else (value,)
            if data_type is tuple:
                args = (value,)
            if own_new is not None:
                new = own_new.__func__ if isinstance(own_new, staticmethod) else own_new
                one = new(made, *args)
                if not hasattr(one, '_value_'):
                    type_value = value if data_type is object else data_type(*args)
                    object.__setattr__(one, '_value_', type_value)
            elif data_type is object:
                one = object.__new__(made)
                object.__setattr__(one, '_value_', value)
            else:
                one = data_type.__new__(made, *args)
                object.__setattr__(one, '_value_', data_type(*args))
            value = one._value_
            last_values.append(value)
            object.__setattr__(one, '_name_', name)
            object.__setattr__(one, '__objclass__', made)
            object.__setattr__(one, '_sort_order_', len(made._member_names_))
            if '__init__' in plain or enum_base is not None and enum_base.__init__ is not object.__init__:
                one.__init__(*args)
            _add_member(made, name, one, value, is_flag)
        type.__setattr__(made, '__new__', Enum.__new__)
        if is_flag:
            _set_masks(made)
        return made

    def __init__(cls, name, bases=(), ns=None, **kwds):
        pass

    def __call__(cls, value, names=None, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None and cls._member_map_ or values:
            if names is not None:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        if names is None and type is None:
            raise TypeError(f'{cls} has no members; specify `names=()` if you meant to create a new, empty, enum')
        return _functional(cls, value, names or (), module, qualname, start, type, boundary)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @property
    def __members__(cls):
        return _MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if getattr(cls, '_is_flag_', False) and cls.__name__ not in ('Enum', 'Flag', 'IntFlag'):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)


EnumMeta = EnumType


def _keep_appearance(made, plain, enum_base, data_type, bases):
    """Members look like those of the enumeration, though the type of their data comes first; ReprEnum keeps the data's texts."""
    if ReprEnum in bases:
        if '__format__' not in plain:
            type.__setattr__(made, '__format__', data_type.__format__)
        if '__str__' not in plain:
            type.__setattr__(made, '__str__', data_type.__repr__ if data_type.__str__ is object.__str__ else data_type.__str__)
    own = [getattr(enum_base, name) for name in _appearance]
    for name, of_enum, of_data, of_object in zip(_appearance, own, _looks(data_type), _looks(object)):
        if name not in plain and name not in made.__dict__:
            found = getattr(made, name)
            if found is of_data or found == of_data or found is of_object or found == of_object:
                type.__setattr__(made, name, of_enum)


_appearance = ('__repr__', '__str__', '__format__', '__reduce_ex__')


def _looks(cls):
    return cls.__repr__, cls.__str__, cls.__format__, cls.__reduce_ex__


def _set_masks(made):
    mask = singles = 0
    for value in made._value2member_map_:
        if isinstance(value, int):
            mask |= value
            if _is_single_bit(value):
                singles |= value
    type.__setattr__(made, '_flag_mask_', mask)
    type.__setattr__(made, '_singles_mask_', singles)
    type.__setattr__(made, '_all_bits_', 2 ** mask.bit_length() - 1)


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _resolve_auto(generate, name, value, last_values, count):
    if isinstance(value, auto):
        if _evaluated(value) is None:
            value.value = generate(name, 1, count, list(last_values))
        return value.value
    if isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
        return tuple([_resolve_auto(generate, name, item, last_values, count) for item in value])
    return value


def _add_member(made, name, one, value, is_flag):
    known = None
    try:
        known = made._value2member_map_.get(value)
    except TypeError:
        for other in made._member_map_.values():
            if other._value_ == value:
                known = other
    if known is not None:
        made._member_map_[name] = known
        type.__setattr__(made, name, known)
        return
    made._member_map_[name] = one
    if not is_flag or isinstance(value, int) and value > 0 and value & (value - 1) == 0 or not isinstance(value, int):
        made._member_names_.append(name)
    type.__setattr__(made, name, one)
    try:
        made._value2member_map_[value] = one
    except TypeError:
        made._unhashable_values_.append(value)


def _functional(cls, class_name, names, module, qualname, start, type_, boundary):
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    namespace = {'__module__': module or '__main__', '__qualname__': qualname or class_name}
    if isinstance(names, dict):
        names = list(names.items())
    last_values = []
    for index, item in enumerate(names):
        if isinstance(item, str):
            namespace[item] = cls._generate_next_value_(item, start, index, last_values)
            last_values.append(namespace[item])
        else:
            namespace[item[0]] = item[1]
    bases = (cls,) if type_ is None else (type_, cls)
    return EnumType(class_name, bases, namespace, boundary=boundary)


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            found = cls._value2member_map_.get(value)
            if found is not None:
                return found
        except TypeError:
            for one in cls._member_map_.values():
                if one._value_ == value:
                    return one
        result = cls._missing_(value)
        if isinstance(result, cls) or cls._boundary_ is EJECT and isinstance(result, int):
            return result
        if result is None:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        kind = self.__class__._member_type_
        shown = repr(self._value_)
        if '__dataclass_fields__' in getattr(kind, '__dict__', {}):
            shown = shown[len(kind.__name__):]
        return f'<{self.__class__.__name__}.{self._name_}: {shown}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value']

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __setattr__(self, name, value):
        if name in ('name', 'value'):
            raise AttributeError(f"<enum 'Enum'> cannot set attribute {name!r}")
        object.__setattr__(self, name, value)

    @_MemberProperty
    def name(self):
        return self._name_

    @_MemberProperty
    def value(self):
        return self._value_


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, format_spec):
        return int.__format__(self, format_spec)

    def __hash__(self):
        return int.__hash__(self)


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) > 1 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')
        value = str(*values)
        one = str.__new__(cls, value)
        one._value_ = value
        return one

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return str.__str__(self)

    def __format__(self, format_spec):
        return str.__format__(self, format_spec)

    def __hash__(self):
        return str.__hash__(self)


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


def _bits(value):
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def _single_flags(cls, value):
    """The members for the bits of the value: the lowest first, or as they were defined where that is another order."""
    members = [cls._member_map_[name] for name in cls._member_names_]
    values = [member._value_ for member in members]
    if values != sorted(values):
        bits = set(_bits(value))
        return [member for member in members if member._value_ in bits]
    return [cls._value2member_map_[bit] for bit in _bits(value) if bit in cls._value2member_map_]


def _raise_invalid(cls, value):
    mask = cls._flag_mask_
    width = max(value.bit_length(), mask.bit_length())
    raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed {bin(mask, width)}')


def _unnamed_flag(cls, value):
    """The pseudo-member for a value: its name joins those of the members that it holds."""
    if cls._member_type_ is object:
        one = object.__new__(cls)
    else:
        one = cls._member_type_.__new__(cls, value)
    object.__setattr__(one, '_value_', value)
    members = _single_flags(cls, value & cls._singles_mask_)
    if value & ~cls._singles_mask_:
        members += [alias for alias in cls._member_map_.values() if alias not in members and alias._value_ and alias._value_ & value == alias._value_]
    rest = value
    for each in members:
        rest &= ~each._value_
    names = [each._name_ for each in members]
    if rest and names:
        if cls._boundary_ is STRICT:
            raise ValueError(f'{cls!r}: no members with value {rest!r}')
        names.append(cls._numeric_repr_(rest))
    object.__setattr__(one, '_name_', '|'.join(names) if names else None)
    cls._value2member_map_[value] = one
    return one


class Flag(Enum, boundary=STRICT):
    _is_flag_ = True
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        asked = value
        mask, singles, all_bits, boundary = cls._flag_mask_, cls._singles_mask_, cls._all_bits_, cls._boundary_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary is STRICT:
                _raise_invalid(cls, value)
            if boundary is EJECT:
                return value
            if boundary is CONFORM:
                value &= mask
            elif value < 0:
                value += max(all_bits + 1, 2 ** value.bit_length())
        if value < 0:
            value = all_bits + 1 + value if boundary is EJECT or boundary is KEEP else singles & value
        if value & ~mask and boundary is not KEEP:
            _raise_invalid(cls, value)
        known = cls._value2member_map_.get(value)
        if known is None:
            known = _unnamed_flag(cls, value)
        if asked < 0:
            cls._value2member_map_[asked] = known
        return known

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter(_single_flags(self.__class__, self._value_))

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {self._value_!r}>'
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ is EJECT or self._boundary_ is KEEP:
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __hash__(self):
        return hash(self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    def __repr__(self):
        return Flag.__repr__(self)

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, format_spec):
        return int.__format__(self, format_spec)

    def __or__(self, other):
        return Flag.__or__(self, other)

    def __and__(self, other):
        return Flag.__and__(self, other)

    def __xor__(self, other):
        return Flag.__xor__(self, other)

    def __invert__(self):
        return Flag.__invert__(self)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __hash__(self):
        return hash(self._value_)


def _aliases(enumeration):
    return ', '.join([f'{alias} -> {one.name}' for alias, one in enumeration._member_map_.items() if alias != one.name])


def unique(enumeration):
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError(f'duplicate values found in {enumeration!r}: {aliases}')
    return enumeration


def global_enum_repr(self):
    return f'{self.__class__.__module__.split(".")[-1]}.{self._name_}'


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    return '|'.join([name if name[0].isdigit() else f'{module}.{name}' for name in self._name_.split('|')])


def global_str(self):
    return f'{self.__class__.__name__}({self._value_!r})' if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Shows the members as names of their module; it doesn't put them there."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    return cls


class verify:
    """Checks an enumeration when it is decorated."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = _aliases(enumeration)
                if aliases:
                    raise ValueError(f'aliases found in {enumeration!r}: {aliases}')
            elif check is CONTINUOUS:
                _check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                _check_named(enumeration)
        return enumeration


def _check_continuous(enumeration):
    values = {one.value for one in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if issubclass(enumeration, Flag):
        missing = [2 ** n for n in range(low.bit_length(), high.bit_length() - 1) if 2 ** n not in values]
    elif issubclass(enumeration, int) or all(isinstance(value, int) for value in values):
        missing = [n for n in range(low + 1, high) if n not in values]
    else:
        raise Exception('verify: unknown type %r' % type(enumeration))
    if missing:
        kind = 'flag' if issubclass(enumeration, Flag) else 'enum'
        raise ValueError(f'invalid {kind} {enumeration.__name__!r}: missing values {", ".join(map(str, missing))}'[:256])


def _check_named(enumeration):
    names, total = [], 0
    values = [one.value for one in enumeration]
    for name, alias in enumeration._member_map_.items():
        if name in enumeration._member_names_ or alias.value < 0:
            continue
        unnamed = [bit for bit in _bits(alias.value) if bit not in values]
        if unnamed:
            names.append(name)
            for bit in unnamed:
                total |= bit
    if not names:
        return
    if len(names) == 1:
        alias = f'alias {names[0]} is missing'
    else:
        alias = f'aliases {", ".join(names[:-1])} and {names[-1]} are missing'
    value = f'value 0x{total:x}' if _is_single_bit(total) else f'combined values of 0x{total:x}'
    raise ValueError(f'invalid Flag {enumeration.__name__!r}: {alias} {value} [use enum.show_flag_values(value) for details]')


def show_flag_values(value):
    return list(_bits(value))


def bin(num, max_bits=None):
    """The bits of a number after the bit of its sign: `0b0 101`."""
    num = num.__index__()
    sign = '0b0' if num >= 0 else '0b1'
    ceiling = 2 ** num.bit_length()
    digits = f'{num % ceiling:0{num.bit_length()}b}' if num else ''
    if max_bits is not None and len(digits) < max_bits:
        digits = sign[-1] * (max_bits - len(digits)) + digits
    return f'{sign} {digits}'


property = _MemberProperty
