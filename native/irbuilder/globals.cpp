// Properties of functions and global variables: linkage, visibility, calling convention, alignment.

#include "arguments.h"
#include "extension.h"

#include <llvm/ADT/StringSwitch.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/InstrTypes.h>

namespace extension {

static constexpr unsigned kUnknown = ~0U;

/** Maps the name in an argument to an enumerator; an unknown name is an error. */
template <typename Enum> Enum checked(const Napi::CallbackInfo &info, unsigned value, const std::string &name) {
  if (value == kUnknown) {
    fail(info, "a known name as argument 2, got " + name);
  }
  return static_cast<Enum>(value);
}

static void setCallingConv(const Napi::CallbackInfo &info) {
  const std::string name = stringAt(info, 1);
  const unsigned found = llvm::StringSwitch<unsigned>(name)
                             .Case("c", llvm::CallingConv::C)
                             .Case("fast", llvm::CallingConv::Fast)
                             .Case("cold", llvm::CallingConv::Cold)
                             .Case("preserve_most", llvm::CallingConv::PreserveMost)
                             .Case("preserve_all", llvm::CallingConv::PreserveAll)
                             .Case("tail", llvm::CallingConv::Tail)
                             .Default(kUnknown);
  const auto convention = checked<llvm::CallingConv::ID>(info, found, name);
  llvm::Value *value = valueAt(info, 0);
  if (auto *fn = llvm::dyn_cast<llvm::Function>(value)) {
    fn->setCallingConv(convention);
  } else if (auto *call = llvm::dyn_cast<llvm::CallBase>(value)) {
    call->setCallingConv(convention);
  } else {
    fail(info, "a function or a call as argument 1");
  }
}

static void setLinkage(const Napi::CallbackInfo &info) {
  const std::string name = stringAt(info, 1);
  const unsigned found = llvm::StringSwitch<unsigned>(name)
                             .Case("external", llvm::GlobalValue::ExternalLinkage)
                             .Case("internal", llvm::GlobalValue::InternalLinkage)
                             .Case("private", llvm::GlobalValue::PrivateLinkage)
                             .Case("weak", llvm::GlobalValue::WeakAnyLinkage)
                             .Case("weak_odr", llvm::GlobalValue::WeakODRLinkage)
                             .Case("linkonce_odr", llvm::GlobalValue::LinkOnceODRLinkage)
                             .Case("available_externally", llvm::GlobalValue::AvailableExternallyLinkage)
                             .Default(kUnknown);
  castAt<llvm::GlobalValue>(info, 0, "a global")->setLinkage(checked<llvm::GlobalValue::LinkageTypes>(info, found, name));
}

static void setVisibility(const Napi::CallbackInfo &info) {
  const std::string name = stringAt(info, 1);
  const unsigned found = llvm::StringSwitch<unsigned>(name)
                             .Case("default", llvm::GlobalValue::DefaultVisibility)
                             .Case("hidden", llvm::GlobalValue::HiddenVisibility)
                             .Case("protected", llvm::GlobalValue::ProtectedVisibility)
                             .Default(kUnknown);
  castAt<llvm::GlobalValue>(info, 0, "a global")->setVisibility(checked<llvm::GlobalValue::VisibilityTypes>(info, found, name));
}

static void setUnnamedAddr(const Napi::CallbackInfo &info) {
  castAt<llvm::GlobalValue>(info, 0, "a global")->setUnnamedAddr(llvm::GlobalValue::UnnamedAddr::Global);
}

static void setDsoLocal(const Napi::CallbackInfo &info) {
  castAt<llvm::GlobalValue>(info, 0, "a global")->setDSOLocal(booleanAt(info, 1));
}

static void setConstant(const Napi::CallbackInfo &info) {
  castAt<llvm::GlobalVariable>(info, 0, "a global variable")->setConstant(booleanAt(info, 1));
}

static void setAlignment(const Napi::CallbackInfo &info) {
  llvm::Value *value = valueAt(info, 0);
  const uint32_t bytes = numberAt(info, 1);
  if (bytes == 0 || (bytes & (bytes - 1)) != 0) {
    fail(info, "a power of two as argument 2");
  }
  const llvm::Align alignment(bytes);
  if (auto *global = llvm::dyn_cast<llvm::GlobalObject>(value)) {
    global->setAlignment(alignment);
  } else if (auto *load = llvm::dyn_cast<llvm::LoadInst>(value)) {
    load->setAlignment(alignment);
  } else if (auto *store = llvm::dyn_cast<llvm::StoreInst>(value)) {
    store->setAlignment(alignment);
  } else if (auto *slot = llvm::dyn_cast<llvm::AllocaInst>(value)) {
    slot->setAlignment(alignment);
  } else {
    fail(info, "a global, load, store or alloca as argument 1");
  }
}

void initGlobals(Napi::Env env, Napi::Object ext) {
  define(env, ext, "setCallingConv", setCallingConv);
  define(env, ext, "setLinkage", setLinkage);
  define(env, ext, "setVisibility", setVisibility);
  define(env, ext, "setUnnamedAddr", setUnnamedAddr);
  define(env, ext, "setDsoLocal", setDsoLocal);
  define(env, ext, "setConstant", setConstant);
  define(env, ext, "setAlignment", setAlignment);
}

} // namespace extension
