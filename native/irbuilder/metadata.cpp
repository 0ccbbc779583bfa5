// Metadata that tells LLVM what we know: aliasing, ranges, branch weights.

#include "arguments.h"
#include "extension.h"

#include <llvm/IR/Instructions.h>
#include <llvm/IR/MDBuilder.h>

namespace extension {

/** Type-based aliasing in one flat tree: accesses under two different names never touch the same memory. */
static void setTbaa(const Napi::CallbackInfo &info) {
  auto *instruction = castAt<llvm::Instruction>(info, 0, "an instruction");
  llvm::MDBuilder builder(instruction->getContext());
  llvm::MDNode *root = builder.createTBAARoot("tauraro");
  llvm::MDNode *type = builder.createTBAAScalarTypeNode(stringAt(info, 1), root);
  instruction->setMetadata(llvm::LLVMContext::MD_tbaa, builder.createTBAAStructTagNode(type, type, 0));
}

static void setInvariantLoad(const Napi::CallbackInfo &info) {
  auto *load = castAt<llvm::LoadInst>(info, 0, "a load");
  load->setMetadata(llvm::LLVMContext::MD_invariant_load, llvm::MDNode::get(load->getContext(), {}));
}

/** The value lies in [lo, hi); LLVM treats anything else as poison. */
static void setRange(const Napi::CallbackInfo &info) {
  auto *instruction = castAt<llvm::Instruction>(info, 0, "a load or call");
  if (!instruction->getType()->isIntegerTy() || !info[1].IsBigInt() || !info[2].IsBigInt()) {
    fail(info, "an integer load or call and two bigints");
  }
  const unsigned bits = instruction->getType()->getIntegerBitWidth();
  bool lossless = false;
  const llvm::APInt low(bits, static_cast<uint64_t>(info[1].As<Napi::BigInt>().Int64Value(&lossless)), true);
  const llvm::APInt high(bits, static_cast<uint64_t>(info[2].As<Napi::BigInt>().Int64Value(&lossless)), true);
  if (low == high) {
    return;
  }
  llvm::MDBuilder builder(instruction->getContext());
  instruction->setMetadata(llvm::LLVMContext::MD_range, builder.createRange(low, high));
}

static void setBranchWeights(const Napi::CallbackInfo &info) {
  auto *instruction = castAt<llvm::Instruction>(info, 0, "a branch, switch or select");
  if (!info[1].IsArray()) {
    fail(info, "an array of weights as argument 2");
  }
  const auto list = info[1].As<Napi::Array>();
  const bool isSelect = llvm::isa<llvm::SelectInst>(instruction);
  const unsigned targets = isSelect ? 2 : instruction->isTerminator() ? instruction->getNumSuccessors() : 0;
  if (list.Length() != targets) {
    fail(info, "one weight for each successor");
  }
  std::vector<uint32_t> weights;
  for (uint32_t i = 0; i < list.Length(); i++) {
    weights.push_back(list.Get(i).ToNumber().Uint32Value());
  }
  llvm::MDBuilder builder(instruction->getContext());
  instruction->setMetadata(llvm::LLVMContext::MD_prof, builder.createBranchWeights(weights));
}

void initMetadata(Napi::Env env, Napi::Object ext) {
  define(env, ext, "setTbaa", setTbaa);
  define(env, ext, "setInvariantLoad", setInvariantLoad);
  define(env, ext, "setRange", setRange);
  define(env, ext, "setBranchWeights", setBranchWeights);
}

} // namespace extension
