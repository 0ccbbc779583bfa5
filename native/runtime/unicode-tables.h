/* Made by scripts/generate-unicode-tables.py; do not edit. */
#ifndef RT_UNICODE_TABLES_H
#define RT_UNICODE_TABLES_H
#include <stdint.h>

/* count points from start on, step apart, map to themselves plus delta. */
typedef struct RtCaseRun { uint32_t start; int32_t delta; uint16_t count, step; } RtCaseRun;
/* Surrogates are no targets: 16 bits suffice. */
typedef struct RtCaseSpecial { uint32_t point; uint16_t to[3]; } RtCaseSpecial;

enum { RT_UNICODE_LOW = 4, RT_UNICODE_HIGH = 5, RT_UNICODE_ZEROS = 68 };
extern const uint16_t rt_unicode_kinds[];
extern const uint8_t rt_unicode_top[];
extern const uint16_t rt_unicode_middle[];
extern const uint8_t rt_unicode_data[];
extern const uint32_t rt_unicode_zeros[];
extern const RtCaseRun rt_unicode_lower_runs[181];
extern const RtCaseSpecial rt_unicode_lower_specials[1];
extern const RtCaseRun rt_unicode_upper_runs[194];
extern const RtCaseSpecial rt_unicode_upper_specials[102];
extern const RtCaseRun rt_unicode_title_runs[26];
extern const RtCaseSpecial rt_unicode_title_specials[23];
extern const RtCaseRun rt_unicode_fold_runs[24];
extern const RtCaseSpecial rt_unicode_fold_specials[103];
#endif
