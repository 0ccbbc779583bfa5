/*
 * A stable adaptive merge sort: Tim Peters's listsort (natural runs, binary insertion for short ones, galloping merges)
 * with the merge order of powersort (Munro and Wild, 2018). Included with
 *   SORT(name)     the name of a function of this instance
 *   SORT_KEY       the type of a key
 *   SORT_LESS(a,b) 1, 0, or -1: raised. The order of comparisons is CPython 3.13's, which a program can observe.
 * `words`, when there are any, are moved along with the keys. After a failure both hold a permutation of what they held.
 */
typedef struct {
  SORT_KEY *keys;
  int64_t *words; /* NULL: none */
} SORT(Slice);

typedef struct {
  SORT(Slice) base;
  int64_t length;
  int power;
} SORT(Run);

typedef struct {
  SORT(Slice) all, temporary;
  int64_t length, room /* of temporary */, min_gallop;
  int run_count;
  SORT(Run) runs[85];
} SORT(State);

static inline SORT(Slice) SORT(at)(SORT(Slice) s, int64_t i) {
  return (SORT(Slice)){s.keys + i, s.words ? s.words + i : NULL};
}

static inline void SORT(put)(SORT(Slice) to, int64_t i, SORT(Slice) from, int64_t j) {
  to.keys[i] = from.keys[j];
  if (to.words) to.words[i] = from.words[j];
}

static inline void SORT(move)(SORT(Slice) to, int64_t i, SORT(Slice) from, int64_t j, int64_t count) {
  memmove(to.keys + i, from.keys + j, (size_t)count * sizeof(SORT_KEY));
  if (to.words) memmove(to.words + i, from.words + j, (size_t)count * sizeof(int64_t));
}

static void SORT(reverse)(SORT(Slice) s, int64_t count) {
  for (int64_t i = 0, j = count - 1; i < j; i++, j--) {
    SORT_KEY key = s.keys[i];
    s.keys[i] = s.keys[j];
    s.keys[j] = key;
    if (!s.words) continue;
    int64_t word = s.words[i];
    s.words[i] = s.words[j];
    s.words[j] = word;
  }
}

/* Length of the run at the start of s, turned to ascend if it descended; -1: raised. Equal neighbours belong to both. */
static int64_t SORT(count_run)(SORT(Slice) s, int64_t count) {
  SORT_KEY *a = s.keys;
  int64_t n = 1, equal = 0;
  int less = 0;
  for (; n < count; n++) {
    if ((less = SORT_LESS(a[n], a[n - 1])) < 0) return -1;
    if (less) break;
  }
  if (n == count) return n;
  if (n > 1) {
    if ((less = SORT_LESS(a[0], a[n - 1])) < 0) return -1;
    if (less) return n;
    SORT(reverse)(s, n); /* all equal so far: they begin a descending run */
  }
  for (n++; n < count; n++) {
    if ((less = SORT_LESS(a[n], a[n - 1])) < 0) return -1;
    if (less) {
      if (equal) SORT(reverse)(SORT(at)(s, n - equal - 1), equal + 1);
      equal = 0;
      continue;
    }
    if ((less = SORT_LESS(a[n - 1], a[n])) < 0) return -1;
    if (less) break;
    equal++;
  }
  if (equal) SORT(reverse)(SORT(at)(s, n - equal - 1), equal + 1);
  SORT(reverse)(s, n);
  for (; n < count; n++) {
    if ((less = SORT_LESS(a[n], a[n - 1])) < 0) return -1;
    if (less) break;
  }
  return n;
}

/* Sorts count elements of which the first `sorted` are in order. */
static int SORT(insert)(SORT(Slice) s, int64_t count, int64_t sorted) {
  for (int64_t i = sorted; i < count; i++) {
    SORT_KEY pivot = s.keys[i];
    int64_t left = 0, right = i;
    do {
      int64_t middle = (left + right) >> 1;
      int less = SORT_LESS(pivot, s.keys[middle]);
      if (less < 0) return -1;
      if (less) right = middle;
      else left = middle + 1;
    } while (left < right);
    int64_t word = s.words ? s.words[i] : 0;
    SORT(move)(s, left + 1, s, left, i - left);
    s.keys[left] = pivot;
    if (s.words) s.words[left] = word;
  }
  return 0;
}

/* Where key belongs in the sorted a[0..n), left of its equals; the search begins at hint and doubles its steps. -1: raised. */
static int64_t SORT(gallop_left)(SORT_KEY key, const SORT_KEY *a, int64_t n, int64_t hint) {
  int64_t low, high, step = 1, last = 0;
  int less = SORT_LESS(a[hint], key);
  if (less < 0) return -1;
  if (less) {
    int64_t limit = n - hint;
    while (step < limit) {
      if ((less = SORT_LESS(a[hint + step], key)) < 0) return -1;
      if (!less) break;
      last = step;
      step = step * 2 + 1;
    }
    if (step > limit) step = limit;
    low = hint + last + 1;
    high = hint + step;
  } else {
    int64_t limit = hint + 1;
    while (step < limit) {
      if ((less = SORT_LESS(a[hint - step], key)) < 0) return -1;
      if (less) break;
      last = step;
      step = step * 2 + 1;
    }
    if (step > limit) step = limit;
    low = hint - step + 1;
    high = hint - last;
  }
  while (low < high) {
    int64_t middle = low + ((high - low) >> 1);
    if ((less = SORT_LESS(a[middle], key)) < 0) return -1;
    if (less) low = middle + 1;
    else high = middle;
  }
  return high;
}

/* The same, right of its equals. */
static int64_t SORT(gallop_right)(SORT_KEY key, const SORT_KEY *a, int64_t n, int64_t hint) {
  int64_t low, high, step = 1, last = 0;
  int less = SORT_LESS(key, a[hint]);
  if (less < 0) return -1;
  if (less) {
    int64_t limit = hint + 1;
    while (step < limit) {
      if ((less = SORT_LESS(key, a[hint - step])) < 0) return -1;
      if (!less) break;
      last = step;
      step = step * 2 + 1;
    }
    if (step > limit) step = limit;
    low = hint - step + 1;
    high = hint - last;
  } else {
    int64_t limit = n - hint;
    while (step < limit) {
      if ((less = SORT_LESS(key, a[hint + step])) < 0) return -1;
      if (less) break;
      last = step;
      step = step * 2 + 1;
    }
    if (step > limit) step = limit;
    low = hint + last + 1;
    high = hint + step;
  }
  while (low < high) {
    int64_t middle = low + ((high - low) >> 1);
    if ((less = SORT_LESS(key, a[middle])) < 0) return -1;
    if (less) high = middle;
    else low = middle + 1;
  }
  return high;
}

static void SORT(drop_room)(SORT(State) *state) {
  if (state->temporary.keys) rt_buffer_free(state->temporary.keys, (size_t)state->room * sizeof(SORT_KEY));
  if (state->temporary.words) rt_buffer_free(state->temporary.words, (size_t)state->room * sizeof(int64_t));
  state->temporary = (SORT(Slice)){NULL, NULL};
  state->room = 0;
}

static int SORT(make_room)(SORT(State) *state, int64_t count) {
  if (count <= state->room) return 0;
  SORT(drop_room)(state);
  state->room = count;
  state->temporary.keys = rt_buffer_alloc((size_t)count * sizeof(SORT_KEY));
  if (!state->temporary.keys) return -1;
  if (!state->all.words) return 0;
  return (state->temporary.words = rt_buffer_alloc((size_t)count * sizeof(int64_t))) ? 0 : -1;
}

/* Merges a[0..na) with b[0..nb) that follows it, na <= nb, from the left. b[0] < a[0], and a's last element is the last of all. */
static int SORT(merge_low)(SORT(State) *state, SORT(Slice) to, int64_t na, SORT(Slice) b, int64_t nb) {
  if (SORT(make_room)(state, na) < 0) return -1;
  SORT(Slice) a = state->temporary;
  int64_t i = 0, j = 0, out = 0, min_gallop = state->min_gallop, k;
  int less, result = -1;
  SORT(move)(a, 0, to, 0, na);
  SORT(put)(to, out++, b, j++);
  if (j == nb) goto done;
  if (na - i == 1) goto last_of_a;
  for (;;) {
    int64_t a_wins = 0, b_wins = 0;
    do {
      if ((less = SORT_LESS(b.keys[j], a.keys[i])) < 0) goto failed;
      if (less) {
        SORT(put)(to, out++, b, j++);
        b_wins++, a_wins = 0;
        if (j == nb) goto done;
      } else {
        SORT(put)(to, out++, a, i++);
        a_wins++, b_wins = 0;
        if (na - i == 1) goto last_of_a;
      }
    } while (a_wins < min_gallop && b_wins < min_gallop);
    min_gallop++;
    do {
      min_gallop -= min_gallop > 1;
      state->min_gallop = min_gallop;
      k = SORT(gallop_right)(b.keys[j], a.keys + i, na - i, 0);
      if (k < 0) goto failed;
      a_wins = k;
      if (k > 0) {
        SORT(move)(to, out, a, i, k);
        out += k, i += k;
        if (na - i == 1) goto last_of_a;
        if (na == i) goto done; /* possible only with an inconsistent order */
      }
      SORT(put)(to, out++, b, j++);
      if (j == nb) goto done;
      k = SORT(gallop_left)(a.keys[i], b.keys + j, nb - j, 0);
      if (k < 0) goto failed;
      b_wins = k;
      if (k > 0) {
        SORT(move)(to, out, b, j, k);
        out += k, j += k;
        if (j == nb) goto done;
      }
      SORT(put)(to, out++, a, i++);
      if (na - i == 1) goto last_of_a;
    } while (a_wins >= 7 || b_wins >= 7);
    min_gallop++;
    state->min_gallop = min_gallop;
  }
done:
  result = 0;
failed:
  if (na > i) SORT(move)(to, out, a, i, na - i);
  return result;
last_of_a:
  SORT(move)(to, out, b, j, nb - j);
  SORT(put)(to, out + nb - j, a, i);
  return 0;
}

/* The same from the right, na >= nb. */
static int SORT(merge_high)(SORT(State) *state, SORT(Slice) a, int64_t na, SORT(Slice) right, int64_t nb) {
  if (SORT(make_room)(state, nb) < 0) return -1;
  SORT(Slice) b = state->temporary, to = a; /* `out` counts in to = a followed by right */
  int64_t i = na - 1, j = nb - 1, out = na + nb - 1, min_gallop = state->min_gallop, k;
  int less, result = -1;
  SORT(move)(b, 0, right, 0, nb);
  SORT(put)(to, out--, a, i--);
  if (i < 0) goto done;
  if (j == 0) goto first_of_b;
  for (;;) {
    int64_t a_wins = 0, b_wins = 0;
    do {
      if ((less = SORT_LESS(b.keys[j], a.keys[i])) < 0) goto failed;
      if (less) {
        SORT(put)(to, out--, a, i--);
        a_wins++, b_wins = 0;
        if (i < 0) goto done;
      } else {
        SORT(put)(to, out--, b, j--);
        b_wins++, a_wins = 0;
        if (j == 0) goto first_of_b;
      }
    } while (a_wins < min_gallop && b_wins < min_gallop);
    min_gallop++;
    do {
      min_gallop -= min_gallop > 1;
      state->min_gallop = min_gallop;
      k = SORT(gallop_right)(b.keys[j], a.keys, i + 1, i);
      if (k < 0) goto failed;
      k = i + 1 - k;
      a_wins = k;
      if (k > 0) {
        out -= k, i -= k;
        SORT(move)(to, out + 1, a, i + 1, k);
        if (i < 0) goto done;
      }
      SORT(put)(to, out--, b, j--);
      if (j == 0) goto first_of_b;
      k = SORT(gallop_left)(a.keys[i], b.keys, j + 1, j);
      if (k < 0) goto failed;
      k = j + 1 - k;
      b_wins = k;
      if (k > 0) {
        out -= k, j -= k;
        SORT(move)(to, out + 1, b, j + 1, k);
        if (j == 0) goto first_of_b;
        if (j < 0) goto done; /* possible only with an inconsistent order */
      }
      SORT(put)(to, out--, a, i--);
      if (i < 0) goto done;
    } while (a_wins >= 7 || b_wins >= 7);
    min_gallop++;
    state->min_gallop = min_gallop;
  }
done:
  result = 0;
failed:
  if (j >= 0) SORT(move)(to, out - j, b, 0, j + 1);
  return result;
first_of_b:
  SORT(move)(to, out - i, a, 0, i + 1);
  SORT(put)(to, out - i - 1, b, 0);
  return 0;
}

/* Merges runs at and at + 1. */
static int SORT(merge_at)(SORT(State) *state, int at) {
  SORT(Run) *first = &state->runs[at], *second = first + 1;
  SORT(Slice) a = first->base, b = second->base;
  int64_t na = first->length, nb = second->length;
  first->length = na + nb;
  if (at == state->run_count - 3) *second = state->runs[at + 2];
  state->run_count--;
  int64_t k = SORT(gallop_right)(b.keys[0], a.keys, na, 0); /* what of a is in place already */
  if (k < 0) return -1;
  a = SORT(at)(a, k);
  if ((na -= k) == 0) return 0;
  nb = SORT(gallop_left)(a.keys[na - 1], b.keys, nb, nb - 1); /* what of b needs moving */
  if (nb <= 0) return nb < 0 ? -1 : 0;
  return na <= nb ? SORT(merge_low)(state, a, na, b, nb) : SORT(merge_high)(state, a, na, b, nb);
}

/* The depth at which powersort's tree splits between two neighbouring runs, from twice their midpoints. */
static int SORT(power)(int64_t start, int64_t n1, int64_t n2, int64_t n) {
  int64_t a = 2 * start + n1, b = a + n1 + n2;
  for (int result = 1;; result++, a <<= 1, b <<= 1) {
    if (a >= n) a -= n, b -= n;
    else if (b >= n) return result;
  }
}

static int SORT(add_run)(SORT(State) *state, SORT(Slice) base, int64_t length) {
  if (state->run_count > 0) {
    SORT(Run) *last = &state->runs[state->run_count - 1];
    int power = SORT(power)(last->base.keys - state->all.keys, last->length, length, state->length);
    while (state->run_count > 1 && state->runs[state->run_count - 2].power > power)
      if (SORT(merge_at)(state, state->run_count - 2) < 0) return -1;
    state->runs[state->run_count - 1].power = power;
  }
  assert(state->run_count < 85);
  state->runs[state->run_count++] = (SORT(Run)){base, length, 0};
  return 0;
}

static int SORT(sort_runs)(SORT(State) *state) {
  int64_t min_run = state->length, odd = 0, left = state->length;
  for (; min_run >= 64; min_run >>= 1) odd |= min_run & 1;
  min_run += odd;
  for (SORT(Slice) at = state->all; left > 0;) {
    int64_t length = SORT(count_run)(at, left);
    if (length < 0) return -1;
    if (length < min_run) {
      int64_t forced = left < min_run ? left : min_run;
      if (SORT(insert)(at, forced, length) < 0) return -1;
      length = forced;
    }
    if (SORT(add_run)(state, at, length) < 0) return -1;
    at = SORT(at)(at, length);
    left -= length;
  }
  while (state->run_count > 1) {
    int at = state->run_count - 2;
    if (at > 0 && state->runs[at - 1].length < state->runs[at + 1].length) at--;
    if (SORT(merge_at)(state, at) < 0) return -1;
  }
  return 0;
}

static int SORT(all)(SORT_KEY *keys, int64_t *words, int64_t length, bool reverse) {
  if (length < 2) return 0;
  SORT(State) state = {.all = {keys, words}, .length = length, .min_gallop = 7};
  if (reverse) SORT(reverse)(state.all, length); /* twice reversed, equals keep their order */
  int result = SORT(sort_runs)(&state);
  SORT(drop_room)(&state);
  if (reverse) SORT(reverse)(state.all, length);
  return result;
}

#undef SORT
#undef SORT_KEY
#undef SORT_LESS
