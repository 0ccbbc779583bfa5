#include "partition.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Transforms/Utils/Cloning.h>

namespace backend {

/** Below that many instructions, a thread of its own costs more than it saves. */
static constexpr unsigned kSmallestPart = 4000;
static constexpr unsigned kLargestPart = 30000;

/** Copied into every part that uses them: LLVM inlines them all away. */
static bool isShared(const llvm::GlobalValue &global) {
  const auto *fn = llvm::dyn_cast<llvm::Function>(&global);
  return global.hasAvailableExternallyLinkage() || (fn != nullptr && fn->hasFnAttribute(llvm::Attribute::AlwaysInline));
}

static bool isCold(const llvm::Function &fn) {
  return !fn.isDeclaration() && !isShared(fn) && (fn.hasOptSize() || fn.hasFnAttribute(llvm::Attribute::Cold));
}

/** The part of each cold function, from 1; the rest belongs to part 0. */
static llvm::DenseMap<const llvm::GlobalValue *, unsigned> assignParts(const llvm::Module &module, unsigned &count) {
  llvm::DenseMap<const llvm::GlobalValue *, unsigned> parts;
  unsigned total = 0;
  for (const llvm::Function &fn : module) {
    total += isCold(fn) ? fn.getInstructionCount() : 0;
  }
  count = total < kSmallestPart ? 0 : (total + kLargestPart - 1) / kLargestPart;
  if (count == 0) {
    return parts;
  }
  unsigned done = 0;
  for (const llvm::Function &fn : module) {
    if (isCold(fn)) {
      parts[&fn] = 1 + static_cast<unsigned>(static_cast<uint64_t>(done) * count / (total + 1));
      done += fn.getInstructionCount();
    }
  }
  return parts;
}

/** Symbols of one part that another refers to. */
static void shareLocals(llvm::Module &module) {
  for (llvm::GlobalValue &global : module.global_values()) {
    if (!global.hasLocalLinkage() || isShared(global)) {
      continue;
    }
    if (!global.hasName()) {
      global.setName("tauraro.data");
    }
    global.setLinkage(llvm::GlobalValue::ExternalLinkage);
    global.setVisibility(llvm::GlobalValue::HiddenVisibility);
  }
}

std::vector<Part> divide(llvm::Module &module) {
  unsigned count = 0;
  const auto parts = assignParts(module, count);
  std::vector<Part> result(count == 0 ? 0 : count + 1);
  if (count == 0) {
    return result;
  }
  shareLocals(module);
  for (unsigned index = 0; index <= count; index++) {
    llvm::ValueToValueMapTy values;
    const auto isIn = [&](const llvm::GlobalValue *global) { return isShared(*global) || parts.lookup(global) == index; };
    const auto part = llvm::CloneModule(module, values, isIn);
    for (llvm::GlobalValue &global : llvm::make_early_inc_range(part->global_values())) {
      auto *object = llvm::dyn_cast<llvm::GlobalObject>(&global);
      if (object != nullptr && global.use_empty() && (global.isDeclaration() || isShared(global))) {
        object->eraseFromParent();
      }
    }
    llvm::raw_svector_ostream stream(result[index].bitcode);
    llvm::WriteBitcodeToFile(*part, stream);
    result[index].isCold = index > 0;
  }
  return result;
}

} // namespace backend
