/* The source lines in a traceback and the marks below them, by the rules of CPython's Lib/traceback.py. */
#include "traceback.h"
#include <stdlib.h>

enum { MAX_LINES = 4096 };
typedef struct Line { const char *text; size_t length; } Line;

/* ---- characters ---- */

/* Mentioned by programs whose source texts have other characters. */
RT_WITNESS void rt_traceback_beyond_ascii(void) { __asm__ volatile(""); }

static size_t character_bytes(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4; }

static uint32_t decode(const char *at, size_t bytes) {
  const unsigned char *p = (const unsigned char *)at;
  switch (bytes) {
  case 1: return p[0];
  case 2: return (uint32_t)(p[0] & 31) << 6 | (p[1] & 63);
  case 3: return (uint32_t)(p[0] & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63);
  default: return (uint32_t)(p[0] & 7) << 18 | (uint32_t)(p[1] & 63) << 12 | (uint32_t)(p[2] & 63) << 6 | (p[3] & 63);
  }
}

/* East Asian wide and full-width characters take two columns. */
static bool is_wide(const char *text, size_t bytes) {
  const uint32_t c = decode(text, bytes);
  static const struct { uint32_t first, last; } wide[] = {
      {0x1100, 0x115f}, {0x231a, 0x231b}, {0x23e9, 0x23ec}, {0x2614, 0x2615}, {0x26a1, 0x26a1}, {0x2705, 0x2705}, {0x2728, 0x2728}, {0x274c, 0x274c},
      {0x2753, 0x2755}, {0x2757, 0x2757}, {0x2795, 0x2797}, {0x2b1b, 0x2b1c}, {0x2b50, 0x2b50}, {0x2e80, 0x303e}, {0x3041, 0x33ff}, {0x3400, 0x4dbf},
      {0x4e00, 0xa4cf}, {0xa960, 0xa97f}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe10, 0xfe19}, {0xfe30, 0xfe6f}, {0xff01, 0xff60}, {0xffe0, 0xffe6},
      {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd}};
  for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
    if (c >= wide[i].first && c <= wide[i].last) return true;
  return false;
}

/* The byte where character `column` of the line begins. */
static size_t byte_of(Line line, int column) {
  size_t at = 0;
  while (column-- > 0 && at < line.length) at += character_bytes((unsigned char)line.text[at]);
  return at < line.length ? at : line.length;
}

static int width_to(Line line, size_t byte) {
  int width = 0;
  for (size_t at = 0, bytes; at < byte && at < line.length; at += bytes) {
    bytes = character_bytes((unsigned char)line.text[at]);
    width += bytes > 1 && RT_ONLY_WITH(rt_traceback_beyond_ascii, is_wide)(line.text + at, bytes) ? 2 : 1;
  }
  return width;
}

/* ---- lines ---- */

static size_t leading(Line line) {
  size_t n = 0;
  while (n < line.length && (line.text[n] == ' ' || line.text[n] == '\t' || line.text[n] == '\f')) n++;
  return n;
}

static bool is_blank(Line line) { return leading(line) == line.length; }

static Line trimmed(const char *text, size_t length) {
  while (length && rt_traceback_is_space(text[length - 1])) length--;
  return (Line){text, length};
}

/* Lines first..last of the source, without white space at their ends. */
static int get_lines(const RtSource *source, int first, int last, Line *lines) {
  const char *at = source->text, *end = source->text + source->length;
  int count = 0;
  for (int number = 1; at < end && number <= last; number++) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    if (!stop) stop = end;
    if (number >= first && count < MAX_LINES) lines[count++] = trimmed(at, (size_t)(stop - at));
    at = stop + 1;
  }
  return count;
}

/* Takes the indentation away that all lines share; what is left of the first line's tells the columns' shift. */
static size_t dedent(Line *lines, int count) {
  size_t margin = SIZE_MAX;
  for (int i = 0; i < count; i++)
    if (!is_blank(lines[i]) && leading(lines[i]) < margin) margin = leading(lines[i]);
  if (margin == SIZE_MAX) margin = 0;
  for (int i = 0; i < count; i++) {
    size_t cut = lines[i].length < margin ? lines[i].length : margin;
    lines[i].text += cut;
    lines[i].length -= cut;
  }
  return margin;
}

/* ---- marks ---- */

typedef struct Marks {
  Line *lines;
  int count;
  size_t start, end; /* bytes in the first and the last line */
  bool has_anchors, shown;
  RtAnchors anchors; /* in bytes of their lines */
} Marks;

static bool is_identifier(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (!rt_traceback_is_alnum(text[i]) && text[i] != '_' && (unsigned char)text[i] < 128) return false;
  return length > 0 && !rt_traceback_is_digit(text[0]);
}

/* Nothing but blanks or a comment after the marked part: it may be the end of the statement. */
static bool ends_statement(const Marks *m) {
  Line last = m->lines[m->count - 1];
  for (size_t i = m->end; i < last.length; i++) {
    if (last.text[i] == '#' || last.text[i] == ';') return true;
    if (!rt_traceback_is_space(last.text[i])) return false;
  }
  return true;
}

/* `return f(…)` and `x = f(…)` where the call is all there is: the marks would say nothing. */
static bool is_whole_call(const Marks *m) {
  if (!m->has_anchors || !m->anchors.is_call || !ends_statement(m)) return false;
  Line before = trimmed(m->lines[0].text, m->start);
  size_t called = (m->anchors.left_line == 0 ? (size_t)m->anchors.left : m->lines[0].length) - m->start;
  if (before.length == 6 && memcmp(before.text, "return", 6) == 0) {
    Line callee = trimmed(m->lines[0].text + m->start, called);
    return is_identifier(callee.text, callee.length);
  }
  if (before.length < 2 || before.text[before.length - 1] != '=') return false;
  Line target = trimmed(before.text, before.length - 1);
  return is_identifier(target.text, target.length);
}

static bool should_show(const Marks *m) {
  if (is_whole_call(m)) return false;
  if (m->has_anchors) return true;
  Line last = m->lines[m->count - 1];
  return trimmed(m->lines[0].text, m->start).length > 0 || trimmed(last.text + m->end, last.length - m->end).length > 0;
}

static void find_anchors(Marks *m) {
  RtText segment = {0};
  for (int i = 0; i < m->count; i++) {
    size_t from = i == 0 ? m->start : 0, to = i == m->count - 1 ? m->end : m->lines[i].length;
    if (i) rt_text_puts(&segment, "\n");
    if (to > from) rt_text_add(&segment, m->lines[i].text + from, to - from);
  }
  m->has_anchors = segment.length && rt_traceback_anchors(segment.data, segment.length, &m->anchors);
  free(segment.data);
  if (m->has_anchors && m->anchors.left_line == 0) m->anchors.left += (int)m->start;
  if (m->has_anchors && m->anchors.right_line == 0) m->anchors.right += (int)m->start;
}

static char mark_at(const Marks *m, int line, int column) {
  if (!m->has_anchors) return '^';
  int left = width_to(m->lines[m->anchors.left_line], (size_t)m->anchors.left);
  int right = width_to(m->lines[m->anchors.right_line], (size_t)m->anchors.right);
  bool after_left = line > m->anchors.left_line || (line == m->anchors.left_line && column >= left);
  bool before_right = line < m->anchors.right_line || (line == m->anchors.right_line && column < right);
  return after_left && before_right ? '^' : '~';
}

static void put_line(RtText *out, const Marks *m, int i) {
  Line line = m->lines[i];
  rt_text_puts(out, "    ");
  rt_text_add(out, line.text, line.length);
  rt_text_puts(out, "\n");
  if (!m->shown) return;
  int spaces = (int)leading(line), start = i == 0 ? width_to(line, m->start) : 0;
  int count = width_to(line, i == m->count - 1 ? m->end : line.length);
  rt_text_puts(out, "    ");
  for (int column = 0; column < count; column++) {
    char mark = column < spaces || column < start ? ' ' : mark_at(m, i, column);
    rt_text_add(out, &mark, 1);
  }
  rt_text_puts(out, "\n");
}

static bool is_significant(const Marks *m, int i) {
  if (i == 0 || i == m->count - 1) return true;
  if (!m->has_anchors) return false;
  int left = i - m->anchors.left_line, right = i - m->anchors.right_line;
  return (left >= -1 && left <= 1) || (right >= -1 && right <= 1);
}

static void put_omission(RtText *out, int lines) {
  rt_text_puts(out, "    ...<");
  rt_text_number(out, lines);
  rt_text_puts(out, " lines>...\n");
}

static void put_lines(RtText *out, const Marks *m) {
  int last = 0;
  for (int i = 0; i < m->count; i++) {
    if (!is_significant(m, i)) continue;
    if (i - last == 2) put_line(out, m, i - 1);
    else if (i - last > 2) put_omission(out, i - last - 1);
    put_line(out, m, i);
    last = i;
  }
}

/* `o.m` of `o.m(…)`. */
static void mark_callee(Marks *m) {
  m->has_anchors = false;
  m->count = m->anchors.left_line + 1;
  m->end = (size_t)m->anchors.left;
}

void rt_traceback_source_lines(RtText *out, const RtLocation *location, bool at_lookup) {
  const RtSource *source = location->code->source;
  if (!source->text) return;
  int wanted = location->end_line > location->line ? location->end_line - location->line + 1 : 1;
  Line *lines = malloc((size_t)(wanted < MAX_LINES ? wanted : MAX_LINES) * sizeof(Line));
  if (!lines) return;
  Marks m = {.lines = lines, .count = get_lines(source, location->line, location->line + (wanted < MAX_LINES ? wanted : MAX_LINES) - 1, lines)};
  bool blank = true;
  for (int i = 0; i < m.count; i++) blank = blank && is_blank(lines[i]);
  if (!blank && m.count > 0) {
    m.start = byte_of(lines[0], location->column);
    m.end = byte_of(lines[m.count - 1], location->end_column);
    size_t margin = dedent(lines, m.count);
    m.start = m.start > margin ? m.start - margin : 0;
    m.end = m.end > margin ? m.end - margin : 0;
    if (location->end_column > 0) {
      find_anchors(&m);
      if (at_lookup && m.has_anchors && m.anchors.is_call) mark_callee(&m);
      m.shown = should_show(&m);
    } else {
      m.count = 1;
    }
    put_lines(out, &m);
  }
  free(lines);
}
