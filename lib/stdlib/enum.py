"""Enumerations."""
from _enum_values import auto, nonmember, member
from _enum_members import DynamicClassAttribute, EnumType, EnumMeta, Enum, ReprEnum, IntEnum, StrEnum
from _enum_members import _MemberProperty, _is_single_bit
__all__ = [
    'EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'property', 'verify',
    'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'global_flag_repr', 'global_enum_repr', 'global_str',
    'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name',
]


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
    if value < 0:
        raise ValueError(f'{value!r} is not a positive integer')
    while value:
        bit = value & -value
        yield bit
        value ^= bit


_iter_bits_lsb = _bits


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
        last = max(last_values)
        if not isinstance(last, int):
            raise TypeError(f'invalid flag value {last!r}')
        return 2 ** last.bit_length()

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


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


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
