import calendar
from calendar import monthrange, isleap

print(isleap(1900), isleap(2024), calendar.leapdays(1999, 2030), monthrange(2024, 2), calendar.weekday(2024, 5, 17), calendar.weekday(12024, 5, 17))
print(calendar.month_name[3], calendar.day_abbr[0], list(calendar.month_abbr), calendar.SUNDAY, list(calendar.day_name)[calendar.TUESDAY])
print(calendar.month(2024, 2))
print(calendar.calendar(2023))
calendar.prmonth(2021, 11, 4)
print(calendar.monthcalendar(2022, 5), calendar.weekheader(10))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.month(2000, 1), calendar.firstweekday())
sundays = calendar.TextCalendar(6)
print(sundays.formatyear(2001, w=1, m=4, c=1).splitlines()[3:12])
print([str(day) for day in calendar.Calendar().itermonthdates(2020, 3)][::7], calendar.Calendar(2).monthdays2calendar(2020, 2)[0])
print(calendar.timegm((1999, 12, 31, 23, 59, 59)), list(calendar.Calendar(5).iterweekdays()))
try:
    monthrange(2024, 13)
except calendar.IllegalMonthError as error:
    print(error)
