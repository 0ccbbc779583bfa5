import time

print(time.strptime('Tue Nov 14 22:13:20 2023'))
for text, format in (
    ('2024-02-29 01:02:03', '%Y-%m-%d %H:%M:%S'), ('30 Nov 00', '%d %b %y'), ('12/31/99 11:59 PM', '%m/%d/%y %I:%M %p'), ('2024 366', '%Y %j'),
    ('Monday, 1 January 2024', '%A, %d %B %Y'), ('61', '%S'), ('2024-01-01 +0130', '%Y-%m-%d %z'), ('x', '%Y'), ('2024x', '%Y'), ('2024', '%Q'), ('1', '%'),
):
    try:
        t = time.strptime(text, format)
        print(tuple(t), t.tm_yday, t.tm_wday, time.strftime('%Y-%m-%d', t))
    except ValueError as error:
        print(error)
for bad in ((1, '%Y'), ('1', 2)):
    try:
        time.strptime(*bad)
    except TypeError as error:
        print(error)
print(time.gmtime(0), time.asctime(time.gmtime(86400 * 365)), time.sleep.__module__, time.perf_counter() <= time.perf_counter())
print(time.mktime(time.localtime(1000000)), repr(time.time)[:20], time.struct_time, hasattr(time, 'before_sleep'))
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
