// Checked reading of arguments: `Extract` of the package's classes gives the LLVM object behind a wrapper.
#pragma once

#include <string>

#include "IR/index.h"

namespace extension {

[[noreturn]] inline void fail(const Napi::CallbackInfo &info, const std::string &expected) {
  throw Napi::TypeError::New(info.Env(), "irbuilder extension: expected " + expected);
}

inline uint32_t numberAt(const Napi::CallbackInfo &info, size_t index) {
  if (!info[index].IsNumber()) {
    fail(info, "a number as argument " + std::to_string(index + 1));
  }
  return info[index].As<Napi::Number>().Uint32Value();
}

inline llvm::LLVMContext &contextAt(const Napi::CallbackInfo &info, size_t index) {
  if (!info[index].IsObject() || !LLVMContext::IsClassOf(info[index])) {
    fail(info, "an LLVMContext as argument " + std::to_string(index + 1));
  }
  return LLVMContext::Extract(info[index]);
}

inline llvm::Module *moduleAt(const Napi::CallbackInfo &info, size_t index) {
  if (!info[index].IsObject() || !Module::IsClassOf(info[index])) {
    fail(info, "a Module as argument " + std::to_string(index + 1));
  }
  return Module::Extract(info[index]);
}

template <typename Callback> void define(Napi::Env env, Napi::Object target, const char *name, Callback callback) {
  target.Set(name, Napi::Function::New(env, callback, name));
}

} // namespace extension
