"""Dates and times of the proleptic Gregorian calendar."""
import time as _time
from _datetime import MAXYEAR, MINYEAR, UTC, _DAYS, _MONTHS, _check_date, _check_time, _days_before_month
from _datetime import _days_before_year, _days_in_month, _delta, _divide_nearest, _format, _from_ordinal, _is_leap, _offset_text, _ordinal
from _datetime import _check_zone, _shown_type, timedelta, timezone, tzinfo
from _datetime_text import _from_week, _iso_date, _iso_datetime, _iso_time, _parse, _time_text
__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')


class IsoCalendarDate(tuple):
    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return f'{_shown_type(self)}(year={self[0]}, week={self[1]}, weekday={self[2]})'


class date:
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year, month, day):
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t):
        fields = _time.localtime(t)
        return cls(fields[0], fields[1], fields[2])

    @classmethod
    def fromordinal(cls, n):
        if not 1 <= n <= 3652059:
            raise ValueError('ordinal must be >= 1' if n < 1 else f'year is out of range')
        year, month, day = _from_ordinal(n)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        year, month, day = _iso_date(text, text)
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        year, month, day = _from_week(year, week, day)
        return cls(year, month, day)

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        return IsoCalendarDate((year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, self.weekday() + 1))

    def isoformat(self):
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f'{_shown_type(self)}({self._year}, {self._month}, {self._day})'

    def ctime(self):
        return f'{_DAYS[self.weekday() + 1]} {_MONTHS[self._month]} {self._day:2} 00:00:00 {self._year:04}'

    def strftime(self, format):
        return _format(self, format, self._year, self._month, self._day, self.weekday(), 0, 0, 0, 0)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def timetuple(self):
        return _time.gmtime((self.toordinal() - 719163) * 86400)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)

    __replace__ = replace

    def __add__(self, other):
        return type(self).fromordinal(_in_range(self.toordinal() + other.days)) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return (self._year, self._month, self._day)

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())


def _in_range(ordinal):
    if not 1 <= ordinal <= 3652059:
        raise OverflowError('date value out of range')
    return ordinal


class time:
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        return cls(*_iso_time(text.removeprefix('T'), text))

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def isoformat(self, timespec='auto'):
        return _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        text = f'{self._hour}, {self._minute}' + (f', {self._second}, {self._microsecond}' if self._microsecond else f', {self._second}' if self._second else '')
        zone = '' if self._tzinfo is None else f', tzinfo={self._tzinfo!r}'
        return f'{_shown_type(self)}({text}{zone}{", fold=1" if self._fold else ""})'

    def strftime(self, format):
        return _format(self, format, 1900, 1, 1, 0, self._hour, self._minute, self._second, self._microsecond)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _key(self):
        offset = self.utcoffset()
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond - (0 if offset is None else offset._us)

    def _ordered(self, other):
        if not isinstance(other, time):
            return False
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return True

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key() if self._ordered(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._ordered(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._ordered(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._ordered(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())


class datetime(date):
    __slots__ = ('_us', '_tzinfo', '_fold')

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._us = ((hour * 60 + minute) * 60 + second) * 1000000 + microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_time.time(), timezone.utc).replace(tzinfo=None)

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        us = round(t * 1000000)
        if tz is not None:
            return _at(cls, us + 719162 * 86400000000, timezone.utc).astimezone(tz)
        fields = _time.localtime(us // 1000000)
        return cls(fields[0], fields[1], fields[2], fields[3], fields[4], min(fields[5], 59), us % 1000000)

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls.fromtimestamp(t, timezone.utc).replace(tzinfo=None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        return cls(*_iso_datetime(text))

    @classmethod
    def strptime(cls, text, format):
        return _parse(cls, text, format)

    @property
    def hour(self):
        return self._us // 3600000000

    @property
    def minute(self):
        return self._us // 60000000 % 60

    @property
    def second(self):
        return self._us // 1000000 % 60

    @property
    def microsecond(self):
        return self._us % 1000000

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond, fold=self._fold)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self._tzinfo, fold=self._fold)

    def _since_start(self):
        return self.toordinal() * 86400000000 + self._us

    def timestamp(self):
        offset = self.utcoffset()
        if offset is None:
            return _time.mktime((self._year, self._month, self._day, self.hour, self.minute, self.second, -1, -1, -1)) + self.microsecond / 1e6
        return (self._since_start() - offset._us - 719163 * 86400000000) / 1000000

    def timetuple(self):
        return _time.gmtime((self._since_start() - 719163 * 86400000000) // 1000000)

    def utctimetuple(self):
        offset = self.utcoffset()
        return _time.gmtime((self._since_start() - 719163 * 86400000000 - (0 if offset is None else offset._us)) // 1000000)

    def astimezone(self, tz=None):
        offset = self.utcoffset()
        if offset is None or tz is None:
            return datetime.fromtimestamp(self.timestamp(), tz or timezone.utc)
        if tz is self._tzinfo:
            return self
        return tz.fromutc(_at(type(self), self._since_start() - offset._us - 86400000000, tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day,
                          self.hour if hour is None else hour, self.minute if minute is None else minute, self.second if second is None else second,
                          self.microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def isoformat(self, sep='T', timespec='auto'):
        text = _time_text(self.hour, self.minute, self.second, self.microsecond, timespec)
        return f'{self._year:04}-{self._month:02}-{self._day:02}{sep}{text}{_offset_text(self.utcoffset())}'

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self.hour, self.minute, self.second, self.microsecond]
        if parts[-1] == 0:
            parts.pop()
            if parts[-1] == 0:
                parts.pop()
        zone = '' if self._tzinfo is None else f', tzinfo={self._tzinfo!r}'
        return f'{_shown_type(self)}({", ".join(map(str, parts))}{", fold=1" if self._fold else ""}{zone})'

    def ctime(self):
        return f'{_DAYS[self.weekday() + 1]} {_MONTHS[self._month]} {self._day:2} {self.hour:02}:{self.minute:02}:{self.second:02} {self._year:04}'

    def strftime(self, format):
        return _format(self, format, self._year, self._month, self._day, self.weekday(), self.hour, self.minute, self.second, self.microsecond)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        us = self._since_start() + other._us
        _in_range(us // 86400000000)
        return _at(type(self), us - 86400000000, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self.utcoffset(), other.utcoffset()
        if (a is None) != (b is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._key() - other._key())

    def _key(self):
        offset = self.utcoffset()
        return self._since_start() - (0 if offset is None else offset._us)

    def _ordered(self, other):
        if not isinstance(other, datetime):
            return False
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return True

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key() if self._ordered(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._ordered(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._ordered(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._ordered(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())


def _at(cls, us, zone):
    """The datetime so many microseconds after 0001-01-01."""
    days, us = divmod(us, 86400000000)
    year, month, day = _from_ordinal(days + 1)
    seconds, micro = divmod(us, 1000000)
    return cls(year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60, micro, zone)


date.__name__ = 'datetime.date'
time.__name__ = 'datetime.time'
datetime.__name__ = 'datetime.datetime'
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
