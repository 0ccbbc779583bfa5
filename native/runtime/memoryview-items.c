/* Elements of memoryviews: between memory and values. The memory need not be aligned. */
#include "float.h"
#include "memoryview.h"

int64_t rt_memoryview_itemsize(char format) {
  switch (format) {
  case 'b': case 'B': case 'c': case '?': return 1;
  case 'h': case 'H': return sizeof(short);
  case 'i': case 'I': return sizeof(int);
  case 'l': case 'L': return 8; /* as on other machines: also where C's long has 32 bits */
  case 'q': case 'Q': return sizeof(long long);
  case 'n': case 'N': return 8;
  case 'f': return sizeof(float);
  case 'd': return sizeof(double);
  default: return 0;
  }
}

static bool is_signed(char format) { return format >= 'a'; }

static uint64_t load(const uint8_t *at, int64_t size) {
  uint64_t bits = 0;
  for (int64_t i = 0; i < size; i++) bits |= (uint64_t)at[i] << (8 * i);
  return bits;
}

static RtValue unpack_int(const uint8_t *at, char format) {
  int64_t size = rt_memoryview_itemsize(format);
  int unused = (int)(64 - 8 * size);
  uint64_t bits = load(at, size) << unused;
  return is_signed(format) ? rt_int_from_i64((int64_t)bits >> unused) : rt_int_from_u64(bits >> unused);
}

RtValue rt_memoryview_unpack(const uint8_t *at, char format) {
  float single;
  double real;
  switch (format) {
  case 'B': return rt_from_small(*at);
  case 'c': return rt_value(rt_bytes_from(at, 1));
  case '?': return rt_bool_ref(*at != 0);
  case 'f': return memcpy(&single, at, sizeof single), rt_float_new(single);
  case 'd': return memcpy(&real, at, sizeof real), rt_float_new(rt_float_from_bits(real));
  default: return unpack_int(at, format);
  }
}

static RT_COLD int refuse(char format, bool value) {
  return rt_raise_format(value ? &rt_exc_ValueError : &rt_exc_TypeError, "memoryview: invalid %s for format '%c'", value ? "value" : "type", format), -1;
}

/* What a conversion has raised, in memoryview's words. */
static RT_COLD int refuse_again(char format) {
  bool type = rt_pending_is(&rt_exc_TypeError), value = rt_pending_is(&rt_exc_OverflowError) || rt_pending_is(&rt_exc_ValueError);
  if (!type && !value) return -1;
  rt_clear_pending();
  return refuse(format, value);
}

static void store(uint8_t *at, int64_t size, uint64_t bits) {
  for (int64_t i = 0; i < size; i++) at[i] = (uint8_t)(bits >> (8 * i));
}

static int pack_int(uint8_t *at, char format, RtValue v) {
  int64_t size = rt_memoryview_itemsize(format), number;
  RtValue index = rt_index_value(v);
  if (!index) return refuse_again(format);
  bool fits = rt_int_to_i64(index, &number) == 1;
  if (!fits && !is_signed(format) && size == 8) { /* over 63 bits */
    RtValue top = rt_int_from_u64(UINT64_MAX), low = rt_and(index, top);
    fits = rt_equal(low, index) == 1;
    RtValue high = rt_rshift(low, rt_from_small(32)), rest = rt_and(low, rt_from_small(UINT32_MAX));
    int64_t upper = 0, lower = 0;
    rt_int_to_i64(high, &upper), rt_int_to_i64(rest, &lower);
    number = (int64_t)((uint64_t)upper << 32 | (uint64_t)lower);
    rt_decref(top), rt_decref(low), rt_decref(high), rt_decref(rest);
  } else if (fits && is_signed(format)) fits = size == 8 || (number >= -((int64_t)1 << (8 * size - 1)) && number < (int64_t)1 << (8 * size - 1));
  else if (fits) fits = number >= 0 && (size == 8 || number < (int64_t)1 << (8 * size));
  rt_decref(index);
  if (!fits) return refuse(format, true);
  store(at, size, (uint64_t)number);
  return 0;
}

int rt_memoryview_pack(uint8_t *at, char format, RtValue v) {
  RtBytesView bytes;
  double real;
  float single;
  int truth;
  switch (format) {
  case 'c':
    if (!rt_has_flag(v, RT_TYPE_BYTES) || !rt_bytes_view(v, &bytes)) return refuse(format, false);
    if (bytes.length != 1) return refuse(format, true);
    *at = *bytes.data;
    return 0;
  case '?':
    if ((truth = rt_truth(v)) < 0) return -1;
    *at = (uint8_t)truth;
    return 0;
  case 'f': case 'd':
    if (rt_to_double(v, &real) < 0) return refuse_again(format);
    single = (float)real;
    memcpy(at, format == 'f' ? (const void *)&single : &real, format == 'f' ? sizeof single : sizeof real);
    return 0;
  default: return pack_int(at, format, v);
  }
}
