// Bitcode in, object code out. Knows nothing of Node, so that it can run on any thread.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/IR/Module.h>

#include "targets.h"

namespace backend {

enum class Emit { Object, Assembly, Ir, Bitcode };

struct CompileOptions {
  TargetOptions target;
  Emit emit = Emit::Object;
  /** For which hot functions are compiled besides `target`'s. */
  std::vector<CpuLevel> levels;
  /** Prefer small code. */
  bool size = false;
  bool verify = false;
  /** A few cheap optimisations only: for code that hardly ever runs. */
  bool brief = false;
};

/** Milliseconds of each phase. */
struct Times {
  double parse = 0;
  double link = 0;
  double optimise = 0;
  double codegen = 0;
};

struct CompileResult {
  llvm::SmallVector<char, 0> output;
  Times times;
};

/** The input is not what it should be: broken bitcode, a symbol defined twice, an unknown target. */
struct CompileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/**
 * Compiles one module. `libraries` are bitcode files (see runtime.h) whose functions may be inlined; what isn't, stays an
 * undefined symbol. The inputs are read during the call only. The same input gives the same output, byte for byte.
 */
CompileResult compile(llvm::StringRef bitcode, const std::vector<llvm::StringRef> &libraries, const CompileOptions &options);

void setTarget(llvm::Module &module, const llvm::TargetMachine &machine);

/** A program's functions and the runtime's must agree on CPU and features, else LLVM refuses to inline. */
void setFunctionTargets(llvm::Module &module, const TargetOptions &target, bool size);

void emitModule(llvm::Module &module, llvm::TargetMachine &machine, Emit emit, llvm::SmallVectorImpl<char> &output);

} // namespace backend
