"""Dates of JavaScript, which are moments without a time zone, counted in milliseconds. native/node/date.c calls what has no underscore."""
from datetime import date as _date, datetime as _datetime, timedelta as _timedelta, timezone as _timezone

_START = _datetime(1970, 1, 1, tzinfo=_timezone.utc)


def moment(milliseconds):
    return _START + _timedelta(milliseconds=milliseconds)


def day(milliseconds):
    return moment(milliseconds).date()


def is_date(value):
    return isinstance(value, _date)


def milliseconds(value):
    """A naive datetime means local time, as its own timestamp() takes it; a date begins in UTC, as `new Date('2024-01-31')` does."""
    if not isinstance(value, _datetime):
        return (value.toordinal() - 719163) * 86400000
    if value.utcoffset() is None:
        return round(value.replace(microsecond=0).timestamp()) * 1000 + value.microsecond // 1000
    return (value - _START) // _timedelta(milliseconds=1)
