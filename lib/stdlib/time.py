"""Clocks, and times as tuples and texts."""
from _time import (
    time, time_ns, perf_counter, perf_counter_ns, monotonic, monotonic_ns, process_time, process_time_ns,
    thread_time, sleep, strftime, localtime, gmtime, mktime, ctime, asctime, timezone, altzone, daylight, tzname,
    thread_time_ns, struct_time,
)


def strptime(data_string, format='%a %b %d %H:%M:%S %Y', /):
    for argument, place in ((data_string, 0), (format, 1)):
        if not isinstance(argument, str):
            raise TypeError(f'strptime() argument {place} must be str, not {type(argument)}')
    from _datetime_text import _parse
    return _parse(_fields, data_string, format)


def _fields(year, month, day, hour, minute, second, microsecond, tzinfo=None):
    from _datetime import _ordinal
    ordinal = _ordinal(year, month, day)
    return struct_time((year, month, day, hour, minute, second, (ordinal + 6) % 7, ordinal - _ordinal(year, 1, 1) + 1, -1))
