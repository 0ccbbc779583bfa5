/* The module time: clocks, sleep, and the calendar as struct_time. */
#include "container.h"
#include "exception.h"
#include "module.h"
#include "object.h"
#include "print.h"
#include "startup.h"
#include "str.h"
#include "tuple.h"
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int64_t nanoseconds(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static RtValue seconds(clockid_t clock) { return rt_float_new((double)nanoseconds(clock) / 1e9); }

RT_BUILTIN_FN(rt_time_time) { return seconds(CLOCK_REALTIME); }
RT_BUILTIN_FN(rt_time_time_ns) { return rt_int_from_i64(nanoseconds(CLOCK_REALTIME)); }
RT_BUILTIN_FN(rt_time_perf_counter) { return seconds(CLOCK_MONOTONIC); }
RT_BUILTIN_FN(rt_time_perf_counter_ns) { return rt_int_from_i64(nanoseconds(CLOCK_MONOTONIC)); }
RT_BUILTIN_FN(rt_time_monotonic) { return seconds(CLOCK_MONOTONIC); }
RT_BUILTIN_FN(rt_time_monotonic_ns) { return rt_int_from_i64(nanoseconds(CLOCK_MONOTONIC)); }
RT_BUILTIN_FN(rt_time_process_time) { return seconds(CLOCK_PROCESS_CPUTIME_ID); }
RT_BUILTIN_FN(rt_time_process_time_ns) { return rt_int_from_i64(nanoseconds(CLOCK_PROCESS_CPUTIME_ID)); }

/* What threading wants to do before anything sleeps: it is told for how long, and says how much of that is left. */
static RtValue before_sleep;

static void forget_before_sleep(void) {
  RtValue old = before_sleep;
  before_sleep = 0;
  rt_xdecref(old);
}

RT_BUILTIN_FN(rt_time_before_sleep) {
  forget_before_sleep();
  before_sleep = rt_new_ref(args[0]);
  rt_on_teardown(forget_before_sleep);
  return rt_none();
}

static int ask_before_sleep(RtValue wanted, double *left) {
  RtValue answer = rt_call(before_sleep, &wanted, 1, NULL);
  int result = answer ? rt_to_double(answer, left) : -1;
  rt_xdecref(answer);
  return result;
}

RT_BUILTIN_FN(rt_time_sleep) {
  double wanted;
  if (!rt_is_float(args[0]) && !rt_is_int(args[0])) return rt_raise_type_of("'%s' object cannot be interpreted as an integer", args[0]);
  if (rt_to_double(args[0], &wanted) < 0) return 0;
  if (wanted != wanted) return rt_raise_string(&rt_exc_ValueError, "Invalid value NaN (not a number)");
  if (wanted < 0) return rt_raise_string(&rt_exc_ValueError, "sleep length must be non-negative");
  if (wanted > 9e9) return rt_raise_string(&rt_exc_OverflowError, "timestamp too large to convert to C PyTime_t");
  if (before_sleep && ask_before_sleep(args[0], &wanted) < 0) return 0;
  struct timespec left = {(time_t)wanted, (long)((wanted - (double)(time_t)wanted) * 1e9)};
  while (clock_nanosleep(CLOCK_MONOTONIC, 0, &left, &left) == EINTR)
    if (rt_check_interrupt() < 0) return 0;
  return rt_none();
}

/* ---- struct_time ---- */

static const char *const field_names[] = {"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"};
enum { FIELDS = 9 };
extern RtType rt_type_struct_time;

static RtValue struct_getattr(RtValue v, RtStr *name) {
  for (int i = 0; i < FIELDS; i++)
    if (rt_str_equal(name, rt_name(field_names[i]))) return rt_new_ref(((RtTuple *)rt_object(v))->items[i]);
  return rt_object_getattr(v, name);
}

static RtValue struct_repr(RtValue v) {
  char text[512];
  int at = snprintf(text, sizeof text, "time.struct_time(");
  for (int i = 0; i < FIELDS; i++)
    at += snprintf(text + at, sizeof text - (size_t)at, "%s%s=%lld", i ? ", " : "", field_names[i], (long long)rt_small(((RtTuple *)rt_object(v))->items[i]));
  snprintf(text + at, sizeof text - (size_t)at, ")");
  return rt_value(rt_str_from_utf8(text, -1));
}

static RtValue struct_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)type;
  if (nargs != 1 || rt_keyword_count(kwnames)) return rt_raise_string(&rt_exc_TypeError, "constructor requires a sequence");
  RtTuple *items = rt_tuple_from_iterable(args[0]), *tuple = NULL;
  if (!items) return 0;
  if (items->length < FIELDS)
    rt_raise_format(&rt_exc_TypeError, "time.struct_time() takes an at least 9-sequence (%lld-sequence given)", (long long)items->length);
  else if (items->length > FIELDS + 2)
    rt_raise_format(&rt_exc_TypeError, "time.struct_time() takes an at most 11-sequence (%lld-sequence given)", (long long)items->length);
  else tuple = rt_tuple_from(items->items, FIELDS);
  rt_decref_object(items);
  if (!tuple) return 0;
  rt_type_ready(&rt_type_struct_time);
  tuple->head.type = &rt_type_struct_time;
  return rt_value(tuple);
}

RtType rt_type_struct_time = {.head = RT_STATIC_HEAD, .name = "time.struct_time", .base = &rt_type_tuple, .construct = struct_construct,
                             .flags = RT_TYPE_TUPLE | RT_TYPE_NO_SUBCLASS | RT_TYPE_CYCLIC, .instance_size = sizeof(RtTuple),
                             .repr = struct_repr, .getattr = struct_getattr};

static RtValue from_tm(const struct tm *t) {
  int values[FIELDS] = {t->tm_year + 1900, t->tm_mon + 1, t->tm_mday, t->tm_hour, t->tm_min, t->tm_sec, (t->tm_wday + 6) % 7, t->tm_yday + 1, t->tm_isdst};
  RtTuple *tuple = rt_tuple_new(FIELDS);
  if (!tuple) return 0;
  for (int i = 0; i < FIELDS; i++) tuple->items[i] = rt_from_small(values[i]);
  rt_type_ready(&rt_type_struct_time);
  tuple->head.type = &rt_type_struct_time;
  return rt_value(tuple);
}

static int c_int(RtValue v, int *result) {
  int64_t wide;
  if (rt_index(v, &wide, true) < 0) return -1;
  *result = (int)wide;
  if (wide == *result) return 0;
  bool fits = wide != INT64_MAX && wide != INT64_MIN;
  rt_raise_string(&rt_exc_OverflowError, !fits ? "Python int too large to convert to C long" : wide > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
  return -1;
}

static int to_tm(const char *name, RtValue v, struct tm *t) {
  if (rt_is_small(v) || !rt_is_tuple(v)) return rt_raise_string(&rt_exc_TypeError, "Tuple or struct_time argument required"), -1;
  RtTuple *tuple = (RtTuple *)rt_object(rt_base_value(v));
  if (tuple->length != FIELDS) return rt_raise_format(&rt_exc_TypeError, "%s(): illegal time tuple argument", name), -1;
  int values[FIELDS];
  for (int i = 0; i < FIELDS; i++)
    if (c_int(tuple->items[i], &values[i]) < 0) return -1;
  *t = (struct tm){.tm_year = values[0] - 1900, .tm_mon = values[1] - 1, .tm_mday = values[2], .tm_hour = values[3], .tm_min = values[4],
                   .tm_sec = values[5], .tm_wday = (values[6] + 1) % 7, .tm_yday = values[7] - 1, .tm_isdst = values[8]};
  return 0;
}

static bool within(int *field, int low, int high, const char *what) {
  if (*field < low) *field = *field + 1 == low ? low : high + 1; /* 0 for the first month, day of month, day of year */
  if (*field <= high) return true;
  rt_raise_format(&rt_exc_ValueError, "%s out of range", what);
  return false;
}

/* For what prints times: mktime takes days and hours beyond their ranges. */
static int to_valid_tm(const char *name, RtValue v, struct tm *t) {
  if (to_tm(name, v, t) < 0) return -1;
  int *fields[] = {&t->tm_hour, &t->tm_min, &t->tm_sec, &t->tm_wday};
  static const int most[] = {23, 59, 61, 6};
  static const char *const names[] = {"hour", "minute", "seconds", "day of week"};
  if (!within(&t->tm_mon, 0, 11, "month") || !within(&t->tm_mday, 1, 31, "day of month")) return -1;
  for (int i = 0; i < 4; i++) {
    if (*fields[i] < 0) *fields[i] = most[i] + 1;
    if (!within(fields[i], 0, most[i], names[i])) return -1;
  }
  return within(&t->tm_yday, 0, 365, "day of year") ? 0 : -1;
}

static int out_of_range(void) { return rt_raise_string(&rt_exc_OverflowError, "timestamp out of range for platform time_t"), -1; }

static int moment(const RtValue *args, int64_t nargs, int64_t *result) {
  if (nargs == 0 || args[0] == RT_NONE) return *result = time(NULL), 0;
  int64_t whole;
  if (!rt_is_float(args[0])) {
    if (rt_index(args[0], &whole, true) < 0) return -1;
    if (whole == INT64_MAX || whole == INT64_MIN) return out_of_range();
  } else {
    double t = floor(rt_float_value(rt_base_value(args[0])));
    if (isnan(t)) return rt_raise_string(&rt_exc_ValueError, "Invalid value NaN (not a number)"), -1;
    if (!(t >= -0x1p63 && t < 0x1p63)) return out_of_range();
    whole = (int64_t)t;
  }
  *result = whole;
  return 0;
}

/* The calendar in UTC, also where time_t has 32 bits. Howard Hinnant's algorithm for days: eras of 400 years that begin in March. false: no such year. */
static bool calendar(int64_t when, struct tm *t) {
  int64_t days = when / 86400, second = when % 86400;
  if (second < 0) second += 86400, days--;
  int64_t shifted = days + 719468, era = (shifted >= 0 ? shifted : shifted - 146096) / 146097, of_era = shifted - era * 146097;
  int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100), month = (5 * of_year + 2) / 153;
  int64_t year = year_of_era + era * 400 + (month >= 10);
  if (year - 1900 > INT32_MAX || year - 1900 < INT32_MIN) return false;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  *t = (struct tm){.tm_year = (int)(year - 1900), .tm_mon = (int)(month < 10 ? month + 2 : month - 10)};
  t->tm_mday = (int)(of_year - (153 * month + 2) / 5 + 1);
  t->tm_yday = (int)(month < 10 ? of_year + 59 + leap : of_year - 306);
  t->tm_wday = (int)((days % 7 + 11) % 7);
  t->tm_hour = (int)(second / 3600), t->tm_min = (int)(second / 60 % 60), t->tm_sec = (int)(second % 60);
  return true;
}

static int no_such_year(void) { return rt_raise_errno(EOVERFLOW), -1; }

static int split_utc(const RtValue *args, int64_t nargs, struct tm *t) {
  int64_t when;
  if (moment(args, nargs, &when) < 0) return -1;
  return calendar(when, t) ? 0 : no_such_year();
}

static int split_local(const RtValue *args, int64_t nargs, struct tm *t) {
  int64_t when;
  if (moment(args, nargs, &when) < 0) return -1;
  time_t seconds = (time_t)when;
  if (seconds != when) return calendar(when, t) ? out_of_range() : no_such_year();
  return localtime_r(&seconds, t) ? 0 : no_such_year();
}

RT_BUILTIN_FN(rt_time_localtime) {
  struct tm t;
  return split_local(args, nargs, &t) < 0 ? 0 : from_tm(&t);
}

RT_BUILTIN_FN(rt_time_gmtime) {
  struct tm t;
  return split_utc(args, nargs, &t) < 0 ? 0 : from_tm(&t);
}

RT_BUILTIN_FN(rt_time_mktime) {
  struct tm t;
  if (to_tm("mktime", args[0], &t) < 0) return 0;
  t.tm_wday = -1; /* set unless the time can't be told */
  time_t when = mktime(&t);
  if (when == (time_t)-1 && t.tm_wday < 0) return rt_raise_string(&rt_exc_OverflowError, "mktime argument out of range");
  return rt_float_new((double)when);
}

RT_BUILTIN_FN(rt_time_strftime) {
  struct tm t;
  time_t now = time(NULL);
  if (!rt_is_str(args[0])) return rt_raise_argument("strftime() argument 1 must be str, not %s", args[0]);
  if (nargs > 1 ? to_valid_tm("strftime", args[1], &t) < 0 : !localtime_r(&now, &t)) return 0;
  char *format = rt_str_to_utf8((RtStr *)rt_object(rt_base_value(args[0])), NULL);
  if (!format) return rt_raise_memory();
  size_t room = strlen(format) * 32 + 256;
  char *out = malloc(room);
  size_t length = out ? strftime(out, room, format, &t) : 0;
  RtStr *result = out ? rt_str_from_utf8(out, (int64_t)length) : NULL;
  free(out);
  free(format);
  return rt_value(result);
}

static RtValue as_text(const struct tm *t) {
  static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  char text[64];
  snprintf(text, sizeof text, "%.3s %.3s%3d %.2d:%.2d:%.2d %d", days + 3 * t->tm_wday, months + 3 * t->tm_mon, t->tm_mday, t->tm_hour, t->tm_min, t->tm_sec,
           t->tm_year + 1900);
  return rt_value(rt_str_from_utf8(text, -1));
}

RT_BUILTIN_FN(rt_time_ctime) {
  struct tm t;
  return split_local(args, nargs, &t) < 0 ? 0 : as_text(&t);
}

RT_BUILTIN_FN(rt_time_asctime) {
  struct tm t;
  time_t now = time(NULL);
  if (nargs ? to_valid_tm("asctime", args[0], &t) < 0 : !localtime_r(&now, &t)) return 0;
  return as_text(&t);
}

RtValue rt_time_timezone(void) {
#ifdef __wasm__
  return rt_int_from_i64(0); /* knows no time zones */
#else
  tzset();
  return rt_int_from_i64(timezone);
#endif
}

RtValue rt_time_tzname(void) {
#ifdef __wasm__
  const char *const names[] = {"UTC", "UTC"};
#else
  tzset();
  const char *const names[] = {tzname[0], tzname[1]};
#endif
  return rt_value(rt_tuple_pair_steal(rt_value(rt_str_from_utf8(names[0], -1)), rt_value(rt_str_from_utf8(names[1], -1))));
}

/* Is there a summer time within a year from now? */
static bool has_summer(void) {
  time_t now = time(NULL);
  struct tm t;
  for (int month = 0; month < 12; month++) {
    time_t when = now + (time_t)month * 30 * 86400;
    if (localtime_r(&when, &t) && t.tm_isdst > 0) return true;
  }
  return false;
}
RtValue rt_time_daylight(void) { return rt_from_small(has_summer()); }
RtValue rt_time_altzone(void) {
  RtValue plain = rt_time_timezone();
  return plain && has_summer() ? rt_from_small(rt_small(plain) - 3600) : plain;
}
