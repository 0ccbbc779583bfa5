# ISO 8601 in all its forms, fold, weeks, reprs of subclasses, dst
from datetime import MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo


class Monday(date):
    pass


class Stamp(datetime):
    pass


class Summer(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt is not None and 3 < dt.month < 10 else timedelta(0)

    def tzname(self, dt):
        return 'S'


def attempt(make, *args, **keywords):
    try:
        print(repr(make(*args, **keywords)))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


for text in ('2021-W01-1', '2021W011', '2021W01', '2020-W53', '2021-W53', '20210104', '2021-0104', '2021-W0', '2021-01-4', 'x'):
    attempt(date.fromisoformat, text)
for text in ('2011-W01-2T00:05:23.283', '20111104T000523', '2011-11-04 00:05:23,283185999+00:00', '2011-11-04T00:05:23+04:30:15.5', '2011W01-10:20', '2011-11-04T00:05Z',
             '2011-11-04T', '2011-11-04T0:05', '2011-11-04T24:00', '2011-11-04T00:05:23-00:00', '2011-11-04T000523.5', '2011-11-04T00:0523'):
    attempt(datetime.fromisoformat, text)
for text in ('T04', '0423', '04:23:01', '04:23:01.000384', '04:23:01+04:00', '04:2', '', '25:00'):
    attempt(time.fromisoformat, text)
attempt(date.fromisoformat, 20210104)
for parts in ((2020, 53, 7), (2021, 53, 1), (2021, 0, 1), (2021, 1, 8), (0, 1, 1)):
    attempt(date.fromisocalendar, *parts)
print(repr(Monday(2012, 2, 1)), repr(Monday(2012, 2, 1) + timedelta(1)), repr(Stamp(2012, 2, 1, fold=1)), date(2012, 2, 1).isocalendar())
print(repr(time(1, 2, fold=1)), repr(time(1, tzinfo=UTC)), time(1, tzinfo=Summer()).dst(), time(1).dst(), datetime(2020, 5, 1, tzinfo=Summer()).dst())
print(datetime(2020, 5, 1, 3, fold=1).replace(hour=4).fold, datetime(2020, 5, 1, fold=1).time().fold, datetime(2020, 5, 1, tzinfo=Summer()).utctimetuple()[:6])
print(datetime(2020, 5, 1, 12, tzinfo=UTC).astimezone(Summer()), datetime(2020, 1, 1, 12, tzinfo=UTC).astimezone(Summer()), timezone(timedelta(0)) is UTC, timezone.max)
attempt(time, 1, fold=2)
attempt(time, '1')
attempt(datetime, 2020, 1, 1, tzinfo=3)
attempt(date(2020, 1, 1).replace, year=0)
attempt(lambda: time(1) < time(1, tzinfo=UTC))
print(time(1) == time(1, tzinfo=UTC), MINYEAR)
for text, format in (('2021 W05 1', '%Y W%W %w'), ('2021 05 0', '%Y %U %w'), ('2021-W05-1', '%G-W%V-%u'), ('Fri Jan 31 01:02:03 2020', '%c'), ('Fri', '%a'), ('1', '%q'), ('1', '%')):
    attempt(datetime.strptime, text, format)
print(datetime(2020, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=5, minutes=30))).strftime('%-d %-m %k %l %P %r %C %:z %z %Z %D %e %-I'), date(2020, 1, 1).strftime('%:z|%z|'))
print(datetime(999, 1, 2).strftime('%Y %G %F %y'))
