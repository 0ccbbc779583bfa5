// LLVM's own pipelines, -O0 to -O3.
#pragma once

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

namespace backend {

/** Runs the pipeline of level `opt` (0 to 3), or the one for small code, over the module. */
void optimise(llvm::Module &module, llvm::TargetMachine &machine, int opt, bool size);

/** For code that is seldom run: removes what is plainly redundant, in a small part of the time. */
void optimiseBriefly(llvm::Module &module, llvm::TargetMachine &machine);

} // namespace backend
