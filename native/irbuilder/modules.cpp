// Whole modules: opaque pointers, verification, text, bitcode in memory, and freeing what the package never frees.

#include "arguments.h"
#include "extension.h"

#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Support/raw_ostream.h>

namespace extension {

static void enableOpaquePointers(const Napi::CallbackInfo &info) { contextAt(info, 0).enableOpaquePointers(); }

static Napi::Value getPtrType(const Napi::CallbackInfo &info) {
  return PointerType::New(info.Env(), llvm::PointerType::get(contextAt(info, 0), 0));
}

static Napi::Value writeBitcode(const Napi::CallbackInfo &info) {
  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  llvm::WriteBitcodeToFile(*moduleAt(info, 0), stream);
  return Napi::Buffer<char>::Copy(info.Env(), bytes.data(), bytes.size());
}

static Napi::Value printModule(const Napi::CallbackInfo &info) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  moduleAt(info, 0)->print(stream, nullptr);
  return Napi::String::New(info.Env(), stream.str());
}

static Napi::Value verifyModule(const Napi::CallbackInfo &info) {
  std::string errors;
  llvm::raw_string_ostream stream(errors);
  const bool broken = llvm::verifyModule(*moduleAt(info, 0), &stream);
  if (!broken) {
    return info.Env().Null();
  }
  return Napi::String::New(info.Env(), stream.str());
}

/** Data in a section of its own, which the linker keeps. */
static void embedSection(const Napi::CallbackInfo &info) {
  llvm::Module &module = *moduleAt(info, 0);
  llvm::LLVMContext &context = module.getContext();
  auto *content = llvm::ConstantDataArray::getString(context, info[2].As<Napi::String>().Utf8Value());
  auto *data = new llvm::GlobalVariable(module, content->getType(), true, llvm::GlobalValue::PrivateLinkage, content, "embedded");
  data->setSection(info[1].As<Napi::String>().Utf8Value());
  data->setAlignment(llvm::Align(1));
  auto *list = llvm::ArrayType::get(llvm::PointerType::get(context, 0), 1);
  auto *used = new llvm::GlobalVariable(module, list, false, llvm::GlobalValue::AppendingLinkage, llvm::ConstantArray::get(list, {data}), "llvm.used");
  used->setSection("llvm.metadata");
}

static void disposeModule(const Napi::CallbackInfo &info) { delete moduleAt(info, 0); }

static void disposeContext(const Napi::CallbackInfo &info) { delete &contextAt(info, 0); }

void initModules(Napi::Env env, Napi::Object ext) {
  define(env, ext, "enableOpaquePointers", enableOpaquePointers);
  define(env, ext, "getPtrType", getPtrType);
  define(env, ext, "writeBitcode", writeBitcode);
  define(env, ext, "printModule", printModule);
  define(env, ext, "verifyModule", verifyModule);
  define(env, ext, "embedSection", embedSection);
  define(env, ext, "disposeModule", disposeModule);
  define(env, ext, "disposeContext", disposeContext);
}

} // namespace extension
