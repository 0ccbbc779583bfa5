"""What enumerations are made of: their metaclass, and those without flags. Public by way of enum."""
from _enum_values import auto, nonmember, member, _evaluated, _names_in
from types import MappingProxyType as _MappingProxyType


class _MemberProperty:
    """Attributes of members that members of that name may hide: value and name."""
    __module__ = 'enum'

    member = None
    hidden = None

    def __init__(self, fget=None, doc=None):
        self.fget = fget
        self.__doc__ = doc

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.member is None:
                raise AttributeError(f'{owner!r} has no attribute {self.name!r}')
            return self.member
        if self.fget is not None:
            return self.fget(instance)
        return getattr(instance._value_, self.name) if self.hidden is None else getattr(self.hidden, self.name)

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


def _data_type(name, bases):
    """The type of the values: of each base's classes the first before one that makes objects of its own."""
    found = []
    for base in bases:
        candidate = None
        for each in base.__mro__:
            if each is object:
                continue
            if isinstance(each, EnumType):
                if each._member_type_ is not object:
                    candidate = each._member_type_
                    break
                continue
            candidate = candidate or each
            if '__new__' in each.__dict__ or '__dataclass_fields__' in each.__dict__ or '__module__' not in each.__dict__:
                break
        else:
            candidate = None
        if candidate is not None and candidate not in found:
            found.append(candidate)
    if len(found) > 1:
        raise TypeError(f'too many data types for {name!r}: {set(found)!r}')
    return found[0] if found else object


_known_sunders = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_', '_iter_member_by_value_',
                  '_iter_member_by_def_', '_add_alias_', '_add_value_alias_', '_is_flag_', '_boundary_')


def _check_name(cls, name):
    if name in ('mro', ''):
        raise ValueError(f"invalid enum member name(s) {name!r}")
    if len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_' and name not in _known_sunders:
        raise ValueError(f'_sunder_ names, such as {name!r}, are reserved for future Enum use')


def _check_order(order, members, is_flag):
    """`_order_` names the members as they were defined; aliases may be left out."""
    order = _names_in(order)
    names = [name for name, one in members.items() if one._name_ == name and (not is_flag or _is_single_bit(one._value_))]
    if [name for name in order if name not in members or name in names] != names:
        raise TypeError(f'member order does not match _order_:\n  {names!r}\n  {list(order)!r}')


_not_given = object()
_flag_operators = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')


def _converted(data_type, args):
    try:
        return data_type(*args)
    except Exception as error:
        raise TypeError('_value_ not set in __new__, unable to create it') from error


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
        self._last_values = []
        self._ignored = ()
        self._generate = generate

    def __setitem__(self, key, value):
        if key in self._member_values:
            raise TypeError(f'{key!r} already defined as {self._member_values[key]!r}')
        if key == '_ignore_':
            self._ignored = _names_in(value)
        elif key in self._ignored:
            pass
        elif key == '_generate_next_value_':
            if self._member_values:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate = value.__func__ if isinstance(value, staticmethod) else value
        elif not _is_private(self._class_name, key) and _is_member(self._class_name, key, value):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            resolved = _resolve_auto(self._generate, key, value.value if isinstance(value, member) else value, self._last_values, len(self._member_values))
            self._member_values[key] = resolved
            if not isinstance(value, member):
                value = resolved
        super().__setitem__(key, value)


class EnumType(type):
    __module__ = 'enum'

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            if isinstance(base, EnumType):
                return _Namespace(cls, getattr(base, '_generate_next_value_', None))
        return {}

    def __new__(metacls, cls, bases, classdict, /, *, boundary=None, **kwds):
        if not bases or bases == (object,):
            made = super().__new__(metacls, cls, bases, classdict)
            type.__setattr__(made, '_member_map_', {})
            type.__setattr__(made, '_member_names_', [])
            type.__setattr__(made, '_value2member_map_', {})
            type.__setattr__(made, '_member_type_', object)
            type.__setattr__(made, '_value_repr_', None)
            return made
        for base in bases:
            if isinstance(base, EnumType) and base._member_map_:
                raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
        enum_base = None
        for base in bases:
            if isinstance(base, EnumType):
                enum_base = base
        if enum_base is not bases[-1]:
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        data_type = _data_type(cls, bases)
        ignored = _names_in(classdict.get('_ignore_', ()))
        members = []
        plain = {}
        for name, value in classdict.items():
            if name in ignored or name == '_ignore_':
                continue
            if not _is_private(cls, name):
                _check_name(cls, name)
            if name not in ('_generate_next_value_', '_missing_', '_order_') and not _is_private(cls, name) and _is_member(cls, name, value):
                members.append((name, value.value if isinstance(value, member) else value))
            else:
                plain[name] = value.value if isinstance(value, nonmember) else value
        is_flag = any(getattr(base, '_is_flag_', False) for base in bases)
        plain['_boundary_'] = boundary or getattr(enum_base, '_boundary_', None)
        order = plain.pop('_order_', None)
        made = super().__new__(metacls, cls, bases, plain, **kwds)
        if is_flag and enum_base is not None:
            for name in _flag_operators:
                if name not in plain:
                    type.__setattr__(made, name, getattr(enum_base, name))
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
        resolved = [(name, _resolve_auto(generate, name, value, last_values, count)) for count, (name, value) in enumerate(members)]
        for name, value in plain.items():
            if isinstance(value, auto):
                type.__setattr__(made, name, _evaluated(value))
        for name, value in resolved:
            args = value if isinstance(value, tuple) else (value,)
            if data_type is tuple:
                args = (value,)
            if own_new is not None:
                new = own_new.__func__ if isinstance(own_new, staticmethod) else own_new
                one = new(made, *args)
                if not hasattr(one, '_value_'):
                    object.__setattr__(one, '_value_', value if data_type is object else _converted(data_type, args))
            elif data_type.__new__ is object.__new__:
                one = object.__new__(made)
                object.__setattr__(one, '_value_', value if data_type is object else _converted(data_type, args))
            else:
                one = data_type.__new__(made, *args)
                object.__setattr__(one, '_value_', _converted(data_type, args))
            value = one._value_
            object.__setattr__(one, '_name_', name)
            object.__setattr__(one, '__objclass__', made)
            object.__setattr__(one, '_sort_order_', len(made._member_names_))
            if made.__init__ is not object.__init__:
                one.__init__(*args)
            _add_member(made, name, one, value, is_flag)
        type.__setattr__(made, '__new__', Enum.__new__)
        if is_flag:
            _set_masks(made)
        if order is not None:
            _check_order(order, made._member_map_, is_flag)
        return made

    def __init__(cls, name, bases=(), ns=None, **kwds):
        pass

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            raise TypeError(f'{cls} has no members; specify `names=()` if you meant to create a new, empty, enum')
        return _functional(cls, value, () if names is _not_given or names is None else names, module, qualname, start, type, boundary)

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

    def __dir__(cls):
        shown = {'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__', '__members__', '__module__', '__name__', '__qualname__'}
        shown.update(cls._member_names_)
        if getattr(cls, '_user_new_', None) is not None:
            shown.add('__new__')
        if cls._member_type_ is not object:
            shown.update(dir(cls._member_type_))
        return sorted(shown)

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
        value = value.value
    elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
        items = [_resolve_auto(generate, name, item, last_values, count) if isinstance(item, auto) else item for item in value]
        return tuple(items) if type(value) is tuple else type(value)(*items)
    last_values.append(value)
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
        _bind(made, name, known)
        return
    made._member_map_[name] = one
    if not is_flag or isinstance(value, int) and value > 0 and value & (value - 1) == 0 or not isinstance(value, int):
        made._member_names_.append(name)
    _bind(made, name, one)
    try:
        made._value2member_map_[value] = one
    except TypeError:
        made._unhashable_values_.append(value)


def _bind(made, name, one):
    """The member as an attribute of the class. What classes above have of that name is still what its members give."""
    found = hidden = None
    for base in made.__mro__[1:]:
        attribute = base.__dict__.get(name)
        if attribute is None:
            continue
        if isinstance(attribute, _MemberProperty):
            found, hidden = attribute, None
            break
        if hasattr(type(attribute), '__get__'):
            found = found or attribute
        else:
            hidden = base
    if found is None:
        type.__setattr__(made, name, one)
        return
    redirect = _MemberProperty(getattr(found, 'fget', None))
    redirect.__set_name__(made, name)
    redirect.member, redirect.hidden = one, hidden
    type.__setattr__(made, name, redirect)


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
        invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        try:
            result = cls._missing_(value)
        except Exception as error:
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise
        if isinstance(result, cls) or cls._boundary_ == 'eject' and isinstance(result, int):
            return result
        if result is None:
            raise invalid
        wrong = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
        wrong.__context__ = invalid
        raise wrong

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values).pop()
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f'unable to increment {last!r}') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__.__dict__['_value_repr_'] or repr
        return f'<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>'

    def _add_alias_(self, name):
        known = self.__class__._member_map_.get(name)
        if known is not None and known is not self:
            raise NameError(f'{name!r} is already bound: {known!r}')
        self.__class__._member_map_[name] = self
        _bind(self.__class__, name, self)

    def _add_value_alias_(self, value):
        known = self.__class__._value2member_map_.get(value)
        if known is not None and known is not self:
            raise ValueError(f'{value!r} is already bound: {known!r}')
        self.__class__._value2member_map_[value] = self

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        shown = set() if self.__class__._member_type_ is object else set(object.__dir__(self))
        members = self.__class__._member_map_
        shown.update([name for name in self.__dict__ if name[0] != '_' and name not in members])
        for cls in self.__class__.__mro__:
            for name, attribute in cls.__dict__.items():
                if name[0] == '_':
                    continue
                if name not in members or isinstance(attribute, _MemberProperty) and attribute.fget is not None:
                    shown.add(name)
                elif isinstance(attribute, _MemberProperty):
                    shown.discard(name)
        return sorted(shown.union(['__class__', '__doc__', '__eq__', '__hash__', '__module__']))

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
