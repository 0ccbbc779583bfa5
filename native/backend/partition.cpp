#include "partition.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Transforms/Utils/Cloning.h>

namespace backend {

/** Below that many instructions, a thread of its own costs more than it saves. */
static constexpr unsigned kSmallestPart = 4000;
static constexpr unsigned kLargestPart = 30000;
/** Several phases of LLVM need time that grows with the square of a function's size: of larger functions only plain code is made. */
static constexpr unsigned kLargestOptimised = 60000;

/** Copied into every part that uses them: LLVM inlines them all away. */
static bool isShared(const llvm::GlobalValue &global) {
  const auto *fn = llvm::dyn_cast<llvm::Function>(&global);
  return global.hasAvailableExternallyLinkage() || (fn != nullptr && fn->hasFnAttribute(llvm::Attribute::AlwaysInline));
}

static bool isCold(const llvm::Function &fn) {
  return !fn.isDeclaration() && !isShared(fn) && !fn.hasFnAttribute(llvm::Attribute::OptimizeNone) &&
         (fn.hasOptSize() || fn.hasFnAttribute(llvm::Attribute::Cold));
}

/** Is only plain code to be made of it? */
static bool isPlain(const llvm::Function &fn) {
  return !fn.isDeclaration() && !isShared(fn) && fn.hasFnAttribute(llvm::Attribute::OptimizeNone);
}

static void makePlain(llvm::Function &fn) {
  fn.removeFnAttr(llvm::Attribute::OptimizeForSize);
  fn.removeFnAttr(llvm::Attribute::MinSize);
  fn.removeFnAttr(llvm::Attribute::InlineHint);
  fn.addFnAttr(llvm::Attribute::NoInline);
  fn.addFnAttr(llvm::Attribute::OptimizeNone);
}

/** The parts other than the first, which has all that no other has. */
struct Assignment {
  llvm::DenseMap<const llvm::GlobalValue *, unsigned> parts;
  std::vector<Quality> qualities = {Quality::Full};

  /** Spreads functions over as many new parts as their size asks for; none if there is too little to do. */
  template <typename Predicate> void spread(const llvm::Module &module, Quality quality, Predicate belongs) {
    uint64_t total = 0;
    for (const llvm::Function &fn : module) {
      total += belongs(fn) ? fn.getInstructionCount() : 0;
    }
    if (total < kSmallestPart) {
      return;
    }
    const size_t first = qualities.size();
    const uint64_t count = (total + kLargestPart - 1) / kLargestPart;
    qualities.resize(first + count, quality);
    uint64_t done = 0;
    for (const llvm::Function &fn : module) {
      if (belongs(fn)) {
        parts[&fn] = static_cast<unsigned>(first + done * count / (total + 1));
        done += fn.getInstructionCount();
      }
    }
  }
};

static Assignment assignParts(llvm::Module &module) {
  for (llvm::Function &fn : module) {
    if (!isShared(fn) && fn.getInstructionCount() > kLargestOptimised) {
      makePlain(fn);
    }
  }
  Assignment assignment;
  assignment.spread(module, Quality::Brief, isCold);
  assignment.spread(module, Quality::Plain, isPlain);
  return assignment;
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
  const Assignment assignment = assignParts(module);
  const size_t count = assignment.qualities.size();
  if (count == 1) {
    return {};
  }
  std::vector<Part> result(count);
  shareLocals(module);
  for (size_t index = 0; index < count; index++) {
    llvm::ValueToValueMapTy values;
    const auto isIn = [&](const llvm::GlobalValue *global) { return isShared(*global) || assignment.parts.lookup(global) == index; };
    const auto part = llvm::CloneModule(module, values, isIn);
    for (llvm::GlobalValue &global : llvm::make_early_inc_range(part->global_values())) {
      auto *object = llvm::dyn_cast<llvm::GlobalObject>(&global);
      if (object != nullptr && global.use_empty() && (global.isDeclaration() || isShared(global))) {
        object->eraseFromParent();
      }
    }
    llvm::raw_svector_ostream stream(result[index].bitcode);
    llvm::WriteBitcodeToFile(*part, stream);
    result[index].quality = assignment.qualities[index];
  }
  return result;
}

} // namespace backend
