// Checked reading of arguments. `Value::Extract` of the package gives the LLVM object behind any wrapper derived from
// Value (functions, globals, constants, instructions alike), which the casts below narrow.
#pragma once

#include <string>

#include "IR/index.h"

#include <llvm/Support/Casting.h>

namespace extension {

[[noreturn]] inline void fail(const Napi::CallbackInfo &info, const std::string &expected) {
  throw Napi::TypeError::New(info.Env(), "irbuilder extension: expected " + expected);
}

inline llvm::Value *valueAt(const Napi::CallbackInfo &info, size_t index) {
  if (!info[index].IsObject() || !Value::IsClassOf(info[index])) {
    fail(info, "a Value as argument " + std::to_string(index + 1));
  }
  return Value::Extract(info[index]);
}

/** The argument as an LLVM class; `kind` is its name in the error message. */
template <typename T> T *castAt(const Napi::CallbackInfo &info, size_t index, const char *kind) {
  T *result = llvm::dyn_cast<T>(valueAt(info, index));
  if (result == nullptr) {
    fail(info, std::string(kind) + " as argument " + std::to_string(index + 1));
  }
  return result;
}

inline std::string stringAt(const Napi::CallbackInfo &info, size_t index) {
  if (!info[index].IsString()) {
    fail(info, "a string as argument " + std::to_string(index + 1));
  }
  return info[index].As<Napi::String>().Utf8Value();
}

inline uint32_t numberAt(const Napi::CallbackInfo &info, size_t index) {
  if (!info[index].IsNumber()) {
    fail(info, "a number as argument " + std::to_string(index + 1));
  }
  return info[index].As<Napi::Number>().Uint32Value();
}

inline bool booleanAt(const Napi::CallbackInfo &info, size_t index) {
  if (!info[index].IsBoolean()) {
    fail(info, "a boolean as argument " + std::to_string(index + 1));
  }
  return info[index].As<Napi::Boolean>().Value();
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

inline LLVMIRBuilder *builderAt(const Napi::CallbackInfo &info, size_t index) {
  if (!info[index].IsObject() || !IRBuilder::IsClassOf(info[index])) {
    fail(info, "an IRBuilder as argument " + std::to_string(index + 1));
  }
  return IRBuilder::Extract(info[index]);
}

template <typename Callback> void define(Napi::Env env, Napi::Object target, const char *name, Callback callback) {
  target.Set(name, Napi::Function::New(env, callback, name));
}

} // namespace extension
