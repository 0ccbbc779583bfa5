#include "multiversion.h"

#include <llvm/ADT/SCCIterator.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/Analysis/CallGraph.h>
#include <llvm/IR/CFG.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/Transforms/Utils/Cloning.h>

namespace backend {

using Functions = llvm::SmallSetVector<llvm::Function *, 32>;

static bool hasLoop(const llvm::Function &fn) {
  for (auto component = llvm::scc_begin(&fn); !component.isAtEnd(); ++component) {
    if (component.hasCycle()) {
      return true;
    }
  }
  return false;
}

static bool isWorthCopies(const llvm::Function &fn) {
  const bool isOurs = !fn.isDeclaration() && !fn.hasAvailableExternallyLinkage() && fn.getName() != "main";
  return isOurs && !fn.hasFnAttribute(llvm::Attribute::Cold) && !fn.hasOptSize() && !fn.hasFnAttribute(llvm::Attribute::OptimizeNone) && !fn.isVarArg();
}

/** Those that loop or call themselves. */
static Functions chooseLooping(llvm::CallGraph &calls) {
  Functions looping;
  for (auto component = llvm::scc_begin(&calls); !component.isAtEnd(); ++component) {
    for (llvm::CallGraphNode *node : *component) {
      llvm::Function *fn = node->getFunction();
      if (fn != nullptr && isWorthCopies(*fn) && (component.hasCycle() || hasLoop(*fn))) {
        looping.insert(fn);
      }
    }
  }
  return looping;
}

/** Those, and all that they call. */
static Functions chooseHot(llvm::Module &module) {
  llvm::CallGraph calls(module);
  Functions hot = chooseLooping(calls);
  for (unsigned index = 0; index < hot.size(); index++) {
    for (const auto &call : *calls[hot[index]]) {
      llvm::Function *callee = call.second->getFunction();
      if (callee != nullptr && isWorthCopies(*callee)) {
        hot.insert(callee);
      }
    }
  }
  return hot;
}

using Copies = llvm::DenseMap<llvm::Function *, llvm::Function *>;

/** Calls between functions of one level stay in it. */
static void redirectCalls(const Copies &copies) {
  for (const auto &entry : copies) {
    for (llvm::BasicBlock &block : *entry.second) {
      for (llvm::Instruction &instruction : block) {
        auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction);
        llvm::Function *callee = call == nullptr ? nullptr : call->getCalledFunction();
        if (const auto found = copies.find(callee); callee != nullptr && found != copies.end()) {
          call->setCalledFunction(found->second);
        }
      }
    }
  }
}

static Copies copyForLevel(const Functions &hot, const std::string &name, const CpuLevel *level) {
  Copies copies;
  for (llvm::Function *fn : hot) {
    llvm::ValueToValueMapTy values;
    llvm::Function *copy = llvm::CloneFunction(fn, values);
    copy->setName(fn->getName() + "." + name);
    copy->setLinkage(llvm::GlobalValue::InternalLinkage);
    copy->setVisibility(llvm::GlobalValue::DefaultVisibility);
    if (level != nullptr) {
      copy->removeFnAttr("target-features");
      copy->addFnAttr("target-cpu", level->cpu);
      if (!level->features.empty()) {
        copy->addFnAttr("target-features", level->features);
      }
    }
    copies.insert({fn, copy});
  }
  return copies;
}

static void callAndReturn(llvm::Function &from, llvm::Function &to, llvm::BasicBlock &block) {
  llvm::IRBuilder<> builder(&block);
  llvm::SmallVector<llvm::Value *, 8> arguments;
  for (llvm::Argument &argument : from.args()) {
    arguments.push_back(&argument);
  }
  llvm::CallInst *call = builder.CreateCall(&to, arguments);
  call->setCallingConv(from.getCallingConv());
  call->setAttributes(llvm::AttributeList::get(from.getContext(), {}, from.getAttributes().getRetAttrs(), {}));
  call->setTailCallKind(llvm::CallInst::TCK_MustTail);
  if (from.getReturnType()->isVoidTy()) {
    builder.CreateRetVoid();
  } else {
    builder.CreateRet(call);
  }
}

/** `copies[0]` is for the module's own level. */
static void makeChoice(llvm::Function &fn, const std::vector<Copies> &copies, llvm::Constant *levelInForce) {
  auto &context = fn.getContext();
  const llvm::GlobalValue::LinkageTypes linkage = fn.getLinkage();
  fn.deleteBody();
  fn.setLinkage(linkage);
  fn.clearMetadata();
  fn.removeFnAttr(llvm::Attribute::AlwaysInline);
  auto *number = llvm::Type::getInt32Ty(context);
  llvm::IRBuilder<> builder(llvm::BasicBlock::Create(context, "", &fn));
  llvm::Value *level = builder.CreateLoad(number, levelInForce);
  llvm::SwitchInst *choice = nullptr;
  for (unsigned index = 0; index < copies.size(); index++) {
    llvm::BasicBlock *block = llvm::BasicBlock::Create(context, "", &fn);
    callAndReturn(fn, *copies[index].lookup(&fn), *block);
    if (index == 0) {
      choice = builder.CreateSwitch(level, block);
    } else {
      choice->addCase(llvm::ConstantInt::get(llvm::cast<llvm::IntegerType>(number), index), block);
    }
  }
}

void alignLooping(llvm::Module &module) {
  llvm::CallGraph calls(module);
  for (llvm::Function *fn : chooseLooping(calls)) {
    fn->setAlignment(llvm::Align(64));
  }
}

void multiversion(llvm::Module &module, const std::vector<CpuLevel> &levels) {
  const Functions hot = chooseHot(module);
  if (hot.empty() || levels.empty()) {
    return;
  }
  auto *variable = llvm::cast<llvm::GlobalVariable>(module.getOrInsertGlobal("rt_cpu_level", llvm::Type::getInt32Ty(module.getContext())));
  variable->setVisibility(llvm::GlobalValue::HiddenVisibility);
  variable->setDSOLocal(true);
  std::vector<Copies> copies = {copyForLevel(hot, "base", nullptr)};
  for (const CpuLevel &level : levels) {
    copies.push_back(copyForLevel(hot, level.cpu, &level));
  }
  for (const Copies &each : copies) {
    redirectCalls(each);
  }
  for (llvm::Function *fn : hot) {
    makeChoice(*fn, copies, variable);
  }
}

} // namespace backend
