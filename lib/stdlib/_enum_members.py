"""What enumerations are made of: their metaclass, and those without flags. Public by way of enum."""
from types import MappingProxyType as _MappingProxyType


class auto:
    """A value to be found; `expression` is a function and what it takes, where the class body has computed with others."""
    __module__ = 'enum'

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
    __module__ = 'enum'

    def __init__(self, value):
        self.value = value


class member:
    __module__ = 'enum'

    def __init__(self, value):
        self.value = value


class _MemberProperty:
    """Attributes of members that members of that name may hide: value and name."""
    __module__ = 'enum'

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
            elif '__new__' in each.__dict__ or each in (int, str, float, bytes, tuple) or '__dataclass_fields__' in each.__dict__:
                return each
    return object


def _data_repr(cls, bases):
    """What shows the values of members: the type of their data, but a data class without its name; None: repr."""
    for base in bases:
        for each in base.__mro__:
            if each is object:
                continue
            if isinstance(each, EnumType):
                return each.__dict__.get('_value_repr_')
            if each.__module__ == 'builtins':
                return None
            if '__repr__' in each.__dict__:
                params = each.__dict__.get('__dataclass_params__')
                return _show_fields if params is not None and params.repr else each.__dict__['__repr__']
    return None


def _show_fields(self):
    shown = [f'{name}={getattr(self, name)!r}' for name, field in self.__dataclass_fields__.items() if field.repr]
    return ', '.join(shown)


class _Namespace(dict):
    """Of a class body: no member is defined twice."""

    def __init__(self, name, generate):
        self._class_name = name
        self._member_values = {}
        self._generate = generate

    def __setitem__(self, key, value):
        if key in self._member_values:
            raise TypeError(f'{key!r} already defined as {self._member_values[key]!r}')
        if key == '_generate_next_value_':
            self._generate = value.__func__ if isinstance(value, staticmethod) else value
        elif not _is_private(self._class_name, key) and _is_member(self._class_name, key, value):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            known = list(self._member_values.values())
            self._member_values[key] = _resolve_auto(self._generate, key, value.value if isinstance(value, member) else value, known, len(known))
        super().__setitem__(key, value)


class EnumType(type):
    __module__ = 'enum'

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            if isinstance(base, EnumType):
                return _Namespace(cls, base._generate_next_value_)
        return {}

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
        type.__setattr__(made, '_value_repr_', _data_repr(cls, bases))
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
                one = object.__new__(made) if data_type.__new__ is object.__new__ else data_type.__new__(made, *args)
                object.__setattr__(one, '_value_', data_type(*args))
            value = one._value_
            last_values.append(value)
            object.__setattr__(one, '_name_', name)
            object.__setattr__(one, '__objclass__', made)
            object.__setattr__(one, '_sort_order_', len(made._member_names_))
            if '__init__' in plain or '__init__' in data_type.__dict__ and data_type.__module__ != 'builtins' or enum_base is not None and enum_base.__init__ is not object.__init__:
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
    __module__ = 'enum'

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
        if isinstance(result, cls) or cls._boundary_ == 'eject' and isinstance(result, int):
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
        show = self.__class__.__dict__['_value_repr_'] or repr
        return f'<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>'

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
    __module__ = 'enum'


class IntEnum(int, ReprEnum):
    __module__ = 'enum'

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, format_spec):
        return int.__format__(self, format_spec)

    def __hash__(self):
        return int.__hash__(self)


class StrEnum(str, ReprEnum):
    __module__ = 'enum'

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
