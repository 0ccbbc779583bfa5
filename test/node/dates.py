"""Dates on both sides."""
import datetime as dt
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Optional

START = datetime(2024, 2, 29, 12, 30, 15, 250000, tzinfo=timezone.utc)


def text(when: datetime) -> str:
    return when.isoformat()


def day_text(day: date) -> str:
    return day.isoformat()


def next_day(when: dt.datetime) -> dt.datetime:
    return when + timedelta(days=1)


def naive(when: datetime) -> datetime:
    return when.astimezone().replace(tzinfo=None)


def zoned(when: datetime, hours: int) -> datetime:
    return when.astimezone(timezone(timedelta(hours=hours)))


def first_day(year: int, month: int) -> date:
    return date(year, month, 1)


def micro(microseconds: int) -> datetime:
    return datetime(1969, 12, 31, 23, 59, 59, microseconds, timezone.utc)


def maybe(when: Optional[datetime] = None) -> Optional[datetime]:
    return when


def either(x: datetime | str) -> str:
    return type(x).__name__


def any_kind(x):
    return [type(x).__name__, x]


def gaps(days: list[date]) -> dict[str, timedelta]:
    return {str(a): b - a for a, b in zip(days, days[1:])}


def seconds(gap: timedelta) -> float:
    return gap.total_seconds()


@dataclass
class Event:
    name: str
    when: datetime

    def moved(self, hours: int) -> "Event":
        return Event(self.name, self.when + timedelta(hours=hours))
