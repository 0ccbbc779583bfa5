/**
 * What CPython's modules have and those of the runtime lack, so that a name that neither has is the error that CPython raises when it is reached
 * (`hasattr(sys, 'exc_clear')`, `try: from itertools import izip`), and not one of ours. Names in a module without a row are all ours to refuse.
 */
const rows: readonly (readonly [module: string, names: string])[] = [
  ['bisect', ``],
  ['gc', `DEBUG_COLLECTABLE DEBUG_LEAK DEBUG_SAVEALL DEBUG_STATS DEBUG_UNCOLLECTABLE callbacks freeze garbage get_count get_debug get_freeze_count
    get_objects get_referents get_referrers get_stats get_threshold is_finalized is_tracked set_debug set_threshold unfreeze`],
  ['itertools', ``],
  ['math', ``],
  ['operator', ``],
  ['re', `DEBUG RegexFlag Scanner copyreg enum functools`],
  ['sys', `_clear_type_cache _current_frames _debugmallocstats _getframe _getframemodulename _git _home _is_gil_enabled _stdlib_dir _xoptions abiflags
    activate_stack_trampoline addaudithook api_version audit base_exec_prefix base_prefix breakpointhook builtin_module_names call_tracing
    copyright deactivate_stack_trampoline displayhook dont_write_bytecode excepthook exec_prefix float_repr_style get_asyncgen_hooks
    get_coroutine_origin_tracking_depth getallocatedblocks getdlopenflags getfilesystemencodeerrors getprofile getswitchinterval gettrace
    getunicodeinternedsize is_finalizing is_stack_trampoline_active meta_path monitoring orig_argv path path_hooks path_importer_cache
    platlibdir prefix pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth setdlopenflags setprofile setswitchinterval
    settrace stdlib_module_names thread_info unraisablehook warnoptions`],
  ['time', `CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI CLOCK_THREAD_CPUTIME_ID altzone
    clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns daylight get_clock_info pthread_getcpuclockid strptime
    struct_time thread_time_ns tzname tzset`],
];

const lacking: ReadonlyMap<string, ReadonlySet<string>> = new Map(rows.map(([module, names]) => [module, new Set(names.split(/\s+/))]));

/** Has CPython's module no such name, either? */
export function isUnknownToCPython(module: string, name: string): boolean {
  const names = lacking.get(module);
  return names !== undefined && !names.has(name) && !name.startsWith('__');
}
