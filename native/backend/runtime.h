// The runtime in two parts, so that a build never compiles it anew: an object file with all of it, and bitcode with the
// bodies of its small functions, which are inlined into programs and otherwise left to the object file.
#pragma once

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/IR/Module.h>

#include "targets.h"

namespace backend {

struct RuntimeParts {
  llvm::SmallVector<char, 0> object;
  /** Everything is declared here, with the attributes that optimising its body has shown; small functions have bodies. */
  llvm::SmallVector<char, 0> inlinable;
  /** See describeReferences. */
  std::string references;
};

/** Gives a file-local function or variable a hidden symbol, which other modules can refer to. */
void promote(llvm::GlobalValue &global);

/** Throws `CompileError`. */
RuntimeParts splitRuntime(llvm::StringRef bitcode, const TargetOptions &options);

/**
 * Lets the program's declarations of runtime functions have what is known of them, and the small ones among those it
 * uses bodies of linkage available_externally.
 */
void importRuntime(llvm::Module &program, std::unique_ptr<llvm::Module> inlinable);

} // namespace backend
