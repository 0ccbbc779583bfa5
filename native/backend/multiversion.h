// Hot functions: for several levels of a processor in one program (`--cpu dispatch`), and where they lie.
#pragma once

#include <vector>

#include <llvm/IR/Module.h>

#include "targets.h"

namespace backend {

/**
 * Makes a copy of each function that loops, and of what such functions call, for each level. The function itself becomes a choice
 * by the number in rt_cpu_level: 0, the module's own level; n, levels[n - 1]. Copies call each other directly.
 *
 *   f: body     =>     f: switch rt_cpu_level { f.base(); f.x86-64-v3(); f.x86-64-v4() }
 */
void multiversion(llvm::Module &module, const std::vector<CpuLevel> &levels);

/** Makes functions that loop start on a cache line of their own, so that their speed doesn't depend on what lies before them. */
void alignLooping(llvm::Module &module);

} // namespace backend
