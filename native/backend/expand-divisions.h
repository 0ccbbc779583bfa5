#pragma once

#include <llvm/IR/PassManager.h>

namespace backend {

/**
 * Unsigned divisions and remainders by constants become multiplications and shifts, where a bound of the dividend makes that shorter. The code
 * generator does this too, but it looks at one block at a time, and so doesn't see that a variable of a loop is never negative.
 */
struct ExpandDivisions : llvm::PassInfoMixin<ExpandDivisions> {
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace backend
