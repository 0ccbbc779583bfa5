// Flags of instructions, and where the builder stands.

#include "arguments.h"
#include "extension.h"

#include <llvm/IR/Instructions.h>
#include <llvm/IR/Operator.h>

namespace extension {

/**
 * The instruction in argument 1, or null where the builder has folded it to a constant: flags have nothing to say
 * about a constant.
 */
static llvm::Instruction *instructionOrConstantAt(const Napi::CallbackInfo &info, size_t index) {
  llvm::Value *value = valueAt(info, index);
  if (llvm::isa<llvm::Constant>(value) || llvm::isa<llvm::Argument>(value)) {
    return nullptr;
  }
  return castAt<llvm::Instruction>(info, index, "an instruction");
}

static void setNoWrap(const Napi::CallbackInfo &info) {
  llvm::Instruction *instruction = instructionOrConstantAt(info, 0);
  if (instruction == nullptr) {
    return;
  }
  if (!llvm::isa<llvm::OverflowingBinaryOperator>(instruction)) {
    fail(info, "an add, sub, mul or shl as argument 1");
  }
  instruction->setHasNoUnsignedWrap(booleanAt(info, 1));
  instruction->setHasNoSignedWrap(booleanAt(info, 2));
}

static void setExact(const Napi::CallbackInfo &info) {
  llvm::Instruction *instruction = instructionOrConstantAt(info, 0);
  if (instruction == nullptr) {
    return;
  }
  if (!llvm::isa<llvm::PossiblyExactOperator>(instruction)) {
    fail(info, "a division or right shift as argument 1");
  }
  instruction->setIsExact(true);
}

static void setTailCall(const Napi::CallbackInfo &info) {
  auto *call = castAt<llvm::CallInst>(info, 0, "a call");
  const std::string kind = stringAt(info, 1);
  if (kind == "tail") {
    call->setTailCallKind(llvm::CallInst::TCK_Tail);
  } else if (kind == "musttail") {
    call->setTailCallKind(llvm::CallInst::TCK_MustTail);
  } else if (kind == "notail") {
    call->setTailCallKind(llvm::CallInst::TCK_NoTail);
  } else {
    fail(info, "tail, musttail or notail as argument 2");
  }
}

static void setVolatile(const Napi::CallbackInfo &info) {
  llvm::Value *value = valueAt(info, 0);
  if (auto *load = llvm::dyn_cast<llvm::LoadInst>(value)) {
    load->setVolatile(true);
  } else if (auto *store = llvm::dyn_cast<llvm::StoreInst>(value)) {
    store->setVolatile(true);
  } else {
    fail(info, "a load or store as argument 1");
  }
}

static void setInsertPointBefore(const Napi::CallbackInfo &info) {
  builderAt(info, 0)->SetInsertPoint(castAt<llvm::Instruction>(info, 1, "an instruction"));
}

static Napi::Value isTerminated(const Napi::CallbackInfo &info) {
  auto *block = castAt<llvm::BasicBlock>(info, 0, "a block");
  return Napi::Boolean::New(info.Env(), block->getTerminator() != nullptr);
}

void initInstructions(Napi::Env env, Napi::Object ext) {
  define(env, ext, "setNoWrap", setNoWrap);
  define(env, ext, "setExact", setExact);
  define(env, ext, "setTailCall", setTailCall);
  define(env, ext, "setVolatile", setVolatile);
  define(env, ext, "setInsertPointBefore", setInsertPointBefore);
  define(env, ext, "isTerminated", isTerminated);
}

} // namespace extension
