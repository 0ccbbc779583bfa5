"""Dates and times as texts: the formats of ISO 8601, and strptime."""
from _datetime import MAXYEAR, MINYEAR, _DAYS, _FULL_DAYS, _FULL_MONTHS, _MONTHS, _from_ordinal, _ordinal, timedelta, timezone


def _first_week(year):
    """The ordinal of the Monday of week 1."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _from_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'Year is out of range: {year}')
    if not 1 <= week <= 53 or week == 53 and (_ordinal(year, 1, 1) + 6) % 7 != 3 and (_ordinal(year, 12, 31) + 6) % 7 != 3:
        raise ValueError(f'Invalid week: {week}')
    if not 1 <= day <= 7:
        raise ValueError(f'Invalid day: {day} (range is [1, 7])')
    return _from_ordinal(_first_week(year) + week * 7 - 8 + day)


def _number(text, whole):
    if not text or not text.isdigit() or not text.isascii():
        raise ValueError(f'Invalid isoformat string: {whole!r}')
    return int(text)


def _iso_date(text, whole):
    """YYYY-MM-DD, YYYYMMDD, YYYY-Www-D, YYYYWwwD, and weeks without a day"""
    if len(text) not in (7, 8, 10):
        raise ValueError(f'Invalid isoformat string: {whole!r}')
    year = _number(text[:4], whole)
    dash = '-' if text[4] == '-' else ''
    rest = text[4 + len(dash):]
    if rest[0] == 'W':
        if rest[3:] and (not rest[3:].startswith(dash) or len(rest) != 4 + len(dash)):
            raise ValueError(f'Invalid isoformat string: {whole!r}')
        week = _number(rest[1:3], whole)
        day = _number(rest[3 + len(dash):], whole) if rest[3:] else 1
        try:
            return _from_week(year, week, day)
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {whole!r}') from None
    if len(rest) != 4 + len(dash) or rest[2:2 + len(dash)] != dash:
        raise ValueError(f'Invalid isoformat string: {whole!r}')
    return year, _number(rest[:2], whole), _number(rest[2 + len(dash):], whole)


def _date_width(text):
    """Where the date ends: what follows is the separator and the time."""
    if len(text) == 7:
        return 7
    if text[4] == '-':
        if text[5] != 'W':
            return 10
        return 10 if len(text) > 9 and text[8] == '-' and not (len(text) > 10 and text[10].isdigit()) else 8
    if text[4] != 'W':
        return 8
    end = 7
    while end < len(text) and text[end].isdigit():
        end += 1
    return end if end < 9 else 7 if end % 2 == 0 else 8


def _iso_datetime(text):
    if len(text) < 7:
        raise ValueError(f'Invalid isoformat string: {text!r}')
    width = _date_width(text)
    day = _iso_date(text[:width], text)
    return (*day, *_iso_time(text[width + 1:], text)) if len(text) > width else day


def _clock(text, whole):
    """(hour, minute, second, microsecond)"""
    colon = ':' if text[2:3] == ':' else ''
    step = 2 + len(colon)
    numbers = [_number(text[:2], whole)]
    at = 2
    while at < len(text) and len(numbers) < 3:
        if text[at:at + len(colon)] != colon or len(text) < at + step:
            raise ValueError(f'Invalid isoformat string: {whole!r}')
        numbers.append(_number(text[at + len(colon):at + step], whole))
        at += step
    micro = 0
    if at < len(text) or len(text) < 2:
        if text[at:at + 1] not in ('.', ',') or len(numbers) < 3:
            raise ValueError(f'Invalid isoformat string: {whole!r}')
        _number(text[at + 1:], whole)
        micro = int((text[at + 1:] + '00000')[:6])
    numbers += [0] * (3 - len(numbers))
    return numbers[0], numbers[1], numbers[2], micro


def _iso_time(text, whole):
    """(hour, minute, second, microsecond, tzinfo)"""
    zone = None
    for at in range(len(text)):
        if text[at] in '+-Z':
            rest = text[at + 1:]
            if text[at] == 'Z':
                if rest:
                    raise ValueError(f'Invalid isoformat string: {whole!r}')
                zone = timezone.utc
            else:
                h, m, s, us = _clock(rest, whole)
                offset = timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
                zone = timezone(-offset if text[at] == '-' else offset)
            text = text[:at]
            break
    hour, minute, second, micro = _clock(text, whole)
    return hour, minute, second, micro, zone


def _time_text(hour, minute, second, micro, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if micro else 'seconds'
    if timespec == 'hours':
        return f'{hour:02}'
    if timespec == 'minutes':
        return f'{hour:02}:{minute:02}'
    text = f'{hour:02}:{minute:02}:{second:02}'
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return text + f'.{micro // 1000:03}'
    if timespec == 'microseconds':
        return text + f'.{micro:06}'
    raise ValueError('Unknown timespec value')


class _Reader:
    """What strptime has read so far: the place in the text, and numbers by the letters of their directives."""
    __slots__ = ('text', 'format', 'at', 'found')

    def __init__(self, text, format):
        self.text = text
        self.format = format
        self.at = 0
        self.found = {}

    def fail(self):
        raise ValueError(f'time data {self.text!r} does not match format {self.format!r}')

    def number(self, most):
        at, text = self.at, self.text
        end = at
        while end < len(text) and end - at < most and text[end].isdigit():
            end += 1
        if end == at:
            self.fail()
        self.at = end
        return int(text[at:end])

    def word(self, names):
        for i in range(len(names) - 1, 0, -1):
            if self.text[self.at:self.at + len(names[i])].lower() == names[i].lower():
                self.at += len(names[i])
                return i
        self.fail()

    def exactly(self, c):
        if self.text[self.at:self.at + 1] != c:
            self.fail()
        self.at += 1

    def skip_spaces(self):
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def skip_letters(self):
        while self.at < len(self.text) and self.text[self.at].isalpha():
            self.at += 1

    def offset(self):
        at, text = self.at, self.text
        if text[at:at + 1] == 'Z':
            self.at += 1
            return timezone.utc
        end = at + 1
        while end < len(text) and (text[end].isdigit() or text[end] in ':.'):
            end += 1
        if text[at:at + 1] not in ('+', '-') or end - at < 5:
            self.fail()
        h, m, s, us, none = _iso_time(text[at + 1:end], text)
        offset = timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
        self.at = end
        return timezone(-offset if text[at] == '-' else offset)

    def directive(self, c):
        if c == 'f':
            start = self.at
            value = self.number(6)
            self.found[c] = value * 10 ** (6 - (self.at - start))
        elif c in _DIGITS:
            self.found[c] = self.number(_DIGITS[c])
        elif c in _WORDS:
            letter, names = _WORDS[c]
            self.found[letter] = self.word(names)
        elif c == 'z':
            self.found[c] = self.offset()
        elif c == 'Z':
            self.skip_letters()
        elif c == '%':
            self.exactly('%')
        else:
            raise ValueError(f'{c!r} is a bad directive in format {self.format!r}')

    def read(self):
        pieces = self.format
        for short, long in _SHORT_FORMS:
            pieces = pieces.replace(short, long)
        i = 0
        while i < len(pieces):
            c = pieces[i]
            i += 1
            if c.isspace():
                self.skip_spaces()
            elif c != '%':
                self.exactly(c)
            elif i == len(pieces):
                raise ValueError(f"stray % in format '{self.format}'")
            else:
                self.directive(pieces[i])
                i += 1
        if self.at < len(self.text):
            raise ValueError(f'unconverted data remains: {self.text[self.at:]}')


_DIGITS = {**dict.fromkeys('mdHIMSyUWwuV', 2), 'Y': 4, 'G': 4, 'j': 3}
_WORDS = {'b': ('m', _MONTHS), 'h': ('m', _MONTHS), 'B': ('m', _FULL_MONTHS), 'a': ('u', _DAYS), 'A': ('u', _FULL_DAYS), 'p': ('p', (None, 'AM', 'PM'))}
_SHORT_FORMS = (('%F', '%Y-%m-%d'), ('%T', '%H:%M:%S'), ('%R', '%H:%M'), ('%D', '%m/%d/%y'), ('%c', '%a %b %d %H:%M:%S %Y'), ('%x', '%m/%d/%y'), ('%X', '%H:%M:%S'))


def _parse(cls, text, format):
    reader = _Reader(text, format)
    reader.read()
    found = reader.found
    year = found.get('Y', 1900)
    if 'y' in found:
        year = found['y'] + (1900 if found['y'] > 68 else 2000)
    hour = found.get('H', 0)
    if 'I' in found:
        hour = found['I'] % 12 + (12 if found.get('p') == 2 else 0)
    month, day = found.get('m', 1), found.get('d', 1)
    if month > 12 or month < 1 or day < 1 or day > 31 or hour > 23 or found.get('M', 0) > 59 or found.get('S', 0) > 61:
        reader.fail()
    if 'j' in found:
        year, month, day = _from_ordinal(_ordinal(year, 1, 1) + found['j'] - 1)
    elif 'd' not in found or 'm' not in found:
        year, month, day = _parsed_week(found, year, month, day)
    return cls(year, month, day, hour, found.get('M', 0), found.get('S', 0), found.get('f', 0), found.get('z'))


def _parsed_week(found, year, month, day):
    """The day that a week and a weekday name, if the format had both."""
    weekday = found['u'] - 1 if 'u' in found else (found['w'] + 6) % 7 if 'w' in found else None
    if weekday is None:
        return year, month, day
    if 'V' in found and 'G' in found:
        return _from_week(found['G'], found['V'], weekday + 1)
    for letter, begin in (('U', 6), ('W', 0)):
        if letter in found:
            first = _ordinal(year, 1, 1)
            start = first + (begin - (first + 6) % 7) % 7
            return _from_ordinal(start + (found[letter] - 1) * 7 + (weekday - begin) % 7)
    return year, month, day
