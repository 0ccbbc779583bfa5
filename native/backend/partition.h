// A large program is compiled in parts, on several threads: one with what is made for speed, and the rest, which is seldom run,
// in pieces. How it is divided depends on the program only, so that every machine makes the same code.
#pragma once

#include <vector>

#include <llvm/ADT/SmallVector.h>
#include <llvm/IR/Module.h>

namespace backend {

/** How much of LLVM's time a part's code is worth. */
enum class Quality {
  Full,
  /** Functions that are seldom run: a short pipeline. */
  Brief,
  /** Functions that are not optimised at all: phases of linear time only. */
  Plain,
};

struct Part {
  llvm::SmallVector<char, 0> bitcode;
  Quality quality = Quality::Full;
};

/** Empty for a small module, which is better compiled whole. Else the module's parts, the one made for speed first. */
std::vector<Part> divide(llvm::Module &module);

} // namespace backend
