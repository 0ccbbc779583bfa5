/** Operations of rarely used statements: each is one function of the runtime (native/runtime/abi). */
export const helperSymbols = {
  'await-iterator': 'rt_await_iterator',
  'delegate-iterator': 'rt_delegate_iterator',
  'async-iter': 'rt_async_iter',
  'async-next': 'rt_async_next',
  'async-enter': 'rt_async_enter',
  'async-exit': 'rt_async_exit',
  'async-yield': 'rt_async_yield',
  'group-match': 'rt_group_match',
  'group-rest': 'rt_group_rest',
  'namespace-get': 'rt_namespace_get',
  'namespace-get-or': 'rt_namespace_get_or',
  'namespace-delete': 'rt_namespace_delete',
  'class-begin': 'rt_class_begin',
  'match-kind': 'rt_match_kind',
  'match-names': 'rt_match_names',
  'mapping-find': 'rt_mapping_find',
  'exec-globals': 'rt_exec_globals',
  'exec-locals': 'rt_exec_locals',
  'add-arguments': 'rt_call_star',
  'type-parameter': 'rt_type_parameter',
  'type-alias': 'rt_type_alias_new',
  'generic-getitem': 'rt_generic_getitem',
  'import-name': 'rt_module_import_name',
} as const;

export type HelperName = keyof typeof helperSymbols;
