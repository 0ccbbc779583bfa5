from datetime import date, datetime, time, timedelta, timezone
import datetime as dt

d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d + timedelta(days=366), d - date(2000, 1, 1), d.replace(year=2023, day=1), d.toordinal(), date.fromordinal(1), d.strftime('%d/%m/%y %A %B %j %U'))
t = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
print(t, repr(t), t.total_seconds(), t * 2, t / 2, t // timedelta(hours=1), -t, abs(-t), t % timedelta(hours=5), timedelta(milliseconds=1500), timedelta(weeks=1) > t, divmod(t, timedelta(hours=7)), timedelta())
n = datetime(2024, 12, 31, 23, 59, 58, 123456)
print(n, repr(n), n + timedelta(seconds=2), n.isoformat(), n.isoformat(' ', 'minutes'), n.date(), n.time(), n.strftime('%Y-%m-%d %H:%M:%S.%f %p %I %a %b'), f'{n:%c}', n.ctime())
print(n - datetime(2024, 1, 1), n < datetime(2025, 1, 1), n == n.replace(), hash(n) == hash(n.replace()), datetime.combine(d, time(1, 2)), time(12, 30), repr(time(1, 2, 3)), time(1) < time(2), max(d, date(2020, 1, 1)))
u = datetime(2024, 6, 1, 12, tzinfo=timezone.utc)
z = timezone(timedelta(hours=-5, minutes=-30), 'X')
print(u, repr(u), u.astimezone(z), u.timestamp(), u == u.astimezone(z), z, repr(z), u.tzname(), datetime.fromtimestamp(0, timezone.utc), u.astimezone(z).utcoffset(), timezone(timedelta(hours=1)))
print(datetime.fromisoformat('2024-01-02T03:04:05.678+02:00'), date.fromisoformat('2024-01-02'), datetime.strptime('3 Feb 2021 04:05 PM', '%d %b %Y %I:%M %p'), datetime.strptime('2020-01-01 +0530', '%Y-%m-%d %z'), datetime.fromisoformat('2024-01-02'))
for action in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: datetime(2020, 13, 1), lambda: time(25), lambda: date.fromisoformat('x'), lambda: datetime.strptime('x', '%Y'), lambda: date(2020, 4, 31),
               lambda: n < u, lambda: n - u, lambda: date.max + timedelta(1), lambda: datetime.strptime('2020x', '%Y')):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
print(sorted([date(2021, 1, 1), date(2020, 5, 5)]), {d: 1}[date(2024, 2, 29)], dt.date.min, datetime.max, isinstance(n, date), type(n - n).__name__, (date.today() - date.today()).days)
