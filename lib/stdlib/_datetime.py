"""What datetime is built on: calendar arithmetic, durations and time zones."""

MINYEAR = 1
MAXYEAR = 9999
_MONTHS = (None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_DAYS = (None, 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_FULL_MONTHS = (None, 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')
_FULL_DAYS = (None, 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _IN_MONTH[month]


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _days_before_month(year, month):
    return sum(_IN_MONTH[1:month]) + (month > 2 and _is_leap(year))


def _ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 1
    while n >= _days_in_month(year, month):
        n -= _days_in_month(year, month)
        month += 1
    return year, month, n + 1


def _check_date(year, month, day):
    for value in (year, month, day):
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError('day is out of range for month')


def _check_time(hour, minute, second, microsecond, fold=0):
    for value in (hour, minute, second, microsecond, fold):
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def _shown_type(value):
    cls = type(value)
    return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__


def _divide_nearest(a, b):
    q, r = divmod(a, b)
    if 2 * r > b or 2 * r == b and q % 2:
        q += 1
    return q


class timedelta:
    __module__ = 'datetime'
    __slots__ = ('_us',)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        parts = ((days, 86400000000), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000), (minutes, 60000000), (hours, 3600000000), (weeks, 604800000000))
        whole = 0
        rest = 0.0
        for value, unit in parts:
            if isinstance(value, int):
                whole += value * unit
            elif isinstance(value, float):
                n = int(value)
                whole += n * unit
                scaled = (value - n) * unit
                m = int(scaled)
                whole += m
                rest += scaled - m
            else:
                raise TypeError(f'unsupported type for timedelta component: {type(value).__name__}')
        return _delta(whole + round(rest), cls)

    @property
    def days(self):
        return self._us // 86400000000

    @property
    def seconds(self):
        return self._us % 86400000000 // 1000000

    @property
    def microseconds(self):
        return self._us % 1000000

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        parts = []
        if self.days:
            parts.append(f'days={self.days}')
        if self.seconds:
            parts.append(f'seconds={self.seconds}')
        if self.microseconds:
            parts.append(f'microseconds={self.microseconds}')
        return f'{_shown_type(self)}({", ".join(parts) or "0"})'

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02}:{seconds:02}'
        if self.days:
            text = f'{self.days} day{"" if abs(self.days) == 1 else "s"}, {text}'
        return text + (f'.{self.microseconds:06}' if self.microseconds else '')

    def __add__(self, other):
        return _delta(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._us * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_divide_nearest(self._us * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return _delta(self._us // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return _delta(_divide_nearest(self._us, other) if other > 0 else _divide_nearest(-self._us, -other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_divide_nearest(self._us * b, a) if a > 0 else _divide_nearest(-self._us * b, -a))
        return NotImplemented

    def __mod__(self, other):
        return _delta(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return self // other, self % other

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(('timedelta', self._us))

    def __bool__(self):
        return self._us != 0


def _delta(us, cls=timedelta):
    self = object.__new__(cls)
    self._us = us
    if not -86399999913600000000 <= us < 86400000000000000000:
        raise OverflowError(f'days={us // 86400000000}; must have magnitude <= 999999999')
    return self


timedelta.__name__ = 'datetime.timedelta'
timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    __module__ = 'datetime'

    def tzname(self, dt):
        raise NotImplementedError('tzinfo subclass must override tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('tzinfo subclass must override utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('tzinfo subclass must override dst()')

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        dst = dt.dst()
        if dst is None:
            raise ValueError('fromutc: non-None dst() result required')
        standard = offset - dst
        if standard:
            dt += standard
            dst = dt.dst()
            if dst is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + dst


class timezone(tzinfo):
    __module__ = 'datetime'

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not ' + type(offset).__name__)
        if not -86400000000 < offset._us < 86400000000:
            raise ValueError(f'offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.')
        if name is None and not offset and _utc:
            return _utc[0]
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def utcoffset(self, dt):
        return self._offset

    def fromutc(self, dt):
        return dt + self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + (_offset_text(self._offset) if self._offset else '')

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'datetime.timezone({self._offset!r}{name})'

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


tzinfo.__name__ = 'datetime.tzinfo'
timezone.__name__ = 'datetime.timezone'
_utc = []
timezone.utc = timezone(timedelta(0))
_utc.append(timezone.utc)
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc


def _offset_text(offset, colon=':'):
    if offset is None:
        return ''
    sign = '-' if offset._us < 0 else '+'
    seconds, micro = divmod(abs(offset._us), 1000000)
    text = f'{sign}{seconds // 3600:02}{colon}{seconds // 60 % 60:02}'
    if seconds % 60 or micro:
        text += f'{colon}{seconds % 60:02}'
    return text + (f'.{micro:06}' if micro else '')


def _format(value, format, year, month, day, weekday, hour, minute, second, micro):
    parts = []
    at = 0
    while at < len(format):
        c = format[at]
        at += 1
        if c != '%' or at == len(format):
            parts.append(c)
            continue
        c = format[at]
        at += 1
        if c == '-' and at < len(format):
            parts.append(_format(value, '%' + format[at], year, month, day, weekday, hour, minute, second, micro).lstrip('0 ') or '0')
            at += 1
            continue
        yearday = _days_before_month(year, month) + day
        if c == 'Y':
            parts.append(str(year))
        elif c == 'm':
            parts.append(f'{month:02}')
        elif c == 'd':
            parts.append(f'{day:02}')
        elif c == 'e':
            parts.append(f'{day:2}')
        elif c == 'H':
            parts.append(f'{hour:02}')
        elif c == 'I':
            parts.append(f'{hour % 12 or 12:02}')
        elif c == 'k':
            parts.append(f'{hour:2}')
        elif c == 'l':
            parts.append(f'{hour % 12 or 12:2}')
        elif c == 'M':
            parts.append(f'{minute:02}')
        elif c == 'S':
            parts.append(f'{second:02}')
        elif c == 'f':
            parts.append(f'{micro:06}')
        elif c == 'p':
            parts.append('AM' if hour < 12 else 'PM')
        elif c == 'P':
            parts.append('am' if hour < 12 else 'pm')
        elif c == 'r':
            parts.append(f'{hour % 12 or 12:02}:{minute:02}:{second:02} {"AM" if hour < 12 else "PM"}')
        elif c == 'C':
            parts.append(f'{year // 100:02}')
        elif c == 'y':
            parts.append(f'{year % 100:02}')
        elif c == 'j':
            parts.append(f'{yearday:03}')
        elif c == 'a':
            parts.append(_DAYS[weekday + 1])
        elif c == 'A':
            parts.append(_FULL_DAYS[weekday + 1])
        elif c in 'bh':
            parts.append(_MONTHS[month])
        elif c == 'B':
            parts.append(_FULL_MONTHS[month])
        elif c == 'w':
            parts.append(str((weekday + 1) % 7))
        elif c == 'u':
            parts.append(str(weekday + 1))
        elif c == 'U':
            parts.append(f'{(yearday + 6 - (weekday + 1) % 7) // 7:02}')
        elif c == 'W':
            parts.append(f'{(yearday + 6 - weekday) // 7:02}')
        elif c in 'GV':
            from datetime import date
            iso = date(year, month, day).isocalendar()
            parts.append(str(iso[0]) if c == 'G' else f'{iso[1]:02}')
        elif c == 'F':
            parts.append(f'{year}-{month:02}-{day:02}')
        elif c == 'T' or c == 'X':
            parts.append(f'{hour:02}:{minute:02}:{second:02}')
        elif c == 'R':
            parts.append(f'{hour:02}:{minute:02}')
        elif c == 'D' or c == 'x':
            parts.append(f'{month:02}/{day:02}/{year % 100:02}')
        elif c == 'c':
            parts.append(f'{_DAYS[weekday + 1]} {_MONTHS[month]} {day:2} {hour:02}:{minute:02}:{second:02} {year}')
        elif c == 's':
            parts.append(str(int(value.timestamp())))
        elif c == 'z':
            parts.append(_offset_text(value.utcoffset(), '') if hasattr(value, 'utcoffset') else '')
        elif c == ':' and format[at:at + 1] == 'z':
            at += 1
            parts.append(_offset_text(value.utcoffset()) if hasattr(value, 'utcoffset') else '')
        elif c == 'Z':
            parts.append(value.tzname() or '' if hasattr(value, 'tzname') else '')
        elif c == 'n':
            parts.append('\n')
        elif c == 't':
            parts.append('\t')
        elif c == '%':
            parts.append('%')
        else:
            parts.append('%' + c)
    return ''.join(parts)
