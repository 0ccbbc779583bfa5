/** Built-in functions and methods that compiled code calls by their C entry points when the types of all arguments are known. */
import type { Type } from '../types/type.js';

type Kind = Type['kind'];

export interface DirectCall {
  readonly symbol: string;
  /** The kinds of the operands (for a method, of the object first); `Any` accepts a value of any type. */
  readonly operands: readonly Kind[];
  /** Its result is of this kind by construction; null: it is to be checked. */
  readonly result: Kind | null;
}

function row(symbol: string, operands: readonly Kind[], result: Kind | null): DirectCall {
  return { symbol, operands, result };
}

const strToStr = ['upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold', 'strip', 'lstrip', 'rstrip'];
const strTests = [
  'isalpha',
  'isdigit',
  'isdecimal',
  'isnumeric',
  'isalnum',
  'isspace',
  'isupper',
  'islower',
  'istitle',
  'isidentifier',
  'isprintable',
  'isascii',
];

/** Keyed by `Kind.name` of the object; several rows are alternatives. */
export const directMethods: ReadonlyMap<string, readonly DirectCall[]> = new Map<string, readonly DirectCall[]>([
  ...strToStr.map((name): [string, DirectCall[]] => [`Str.${name}`, [row(`rt_str_${name}`, ['Str'], 'Str')]]),
  ...strTests.map((name): [string, DirectCall[]] => [`Str.${name}`, [row(`rt_str_${name}`, ['Str'], 'Bool')]]),
  ['Str.find', [row('rt_str_find', ['Str', 'Str'], 'Int')]],
  ['Str.rfind', [row('rt_str_rfind', ['Str', 'Str'], 'Int')]],
  ['Str.count', [row('rt_str_count', ['Str', 'Str'], 'Int')]],
  ['Str.startswith', [row('rt_str_startswith', ['Str', 'Str'], 'Bool')]],
  ['Str.endswith', [row('rt_str_endswith', ['Str', 'Str'], 'Bool')]],
  ['Str.split', [row('rt_str_split', ['Str'], 'List')]],
  ['Str.join', [row('rt_str_join', ['Str', 'Any'], 'Str')]],
  ['List.reverse', [row('rt_list_reverse', ['List'], 'None')]],
  ['List.clear', [row('rt_list_clear', ['List'], 'None')]],
  ['List.copy', [row('rt_list_copy', ['List'], 'List')]],
  ['List.pop', [row('rt_list_pop_last', ['List'], null), row('rt_list_pop', ['List', 'Int'], null)]],
  ['List.insert', [row('rt_list_insert', ['List', 'Int', 'Any'], 'None')]],
  ['List.extend', [row('rt_list_extend', ['List', 'Any'], 'None')]],
  ['Dict.get', [row('rt_dict_get_or', ['Dict', 'Any', 'Any'], null), row('rt_dict_get_or_none', ['Dict', 'Any'], null)]],
  ['Dict.setdefault', [row('rt_dict_setdefault', ['Dict', 'Any', 'Any'], null)]],
  ['Dict.clear', [row('rt_dict_clear', ['Dict'], 'None')]],
  ['Set.add', [row('rt_set_add', ['Set', 'Any'], 'None')]],
]);

/** Built-in functions by name; members of modules with the module before a dot. */
export const directFunctions: ReadonlyMap<string, readonly DirectCall[]> = new Map<string, readonly DirectCall[]>([
  ['str', [row('rt_int_i64_to_str', ['Int'], 'Str'), row('rt_float_repr', ['Float'], 'Str'), row('rt_str', ['Any'], 'Str')]],
  ['repr', [row('rt_int_i64_to_str', ['Int'], 'Str'), row('rt_float_repr', ['Float'], 'Str'), row('rt_repr', ['Any'], 'Str')]],
  ['chr', [row('rt_str_chr', ['Int'], 'Str')]],
  ['ord', [row('rt_str_ord', ['Str'], 'Int')]],
  ['sorted', [row('rt_sorted_plain', ['Any'], 'List')]],
  ['list', [row('rt_make_list_of', ['Any'], 'List')]],
  ['any', [row('rt_any', ['Any'], 'Bool')]],
  ['all', [row('rt_all', ['Any'], 'Bool')]],
  ['sum', [row('rt_sum_plain', ['Any'], null)]],
  ['_time.perf_counter', [row('rt_perf_counter', [], 'Float')]],
]);
