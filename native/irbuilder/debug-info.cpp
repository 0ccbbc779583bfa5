// Debug locations without a wrapper object for each line.

#include "arguments.h"
#include "extension.h"

#include <llvm/IR/DebugInfoMetadata.h>

namespace extension {

/** The location (line, column, scope) from three arguments; a null scope gives the empty location. */
static llvm::DebugLoc locationAt(const Napi::CallbackInfo &info, size_t first) {
  if (info[first + 2].IsNull()) {
    return llvm::DebugLoc();
  }
  if (!info[first + 2].IsObject() || !Metadata::IsClassOf(info[first + 2])) {
    fail(info, "a scope as argument " + std::to_string(first + 3));
  }
  auto *scope = llvm::dyn_cast<llvm::DILocalScope>(Metadata::Extract(info[first + 2]));
  if (scope == nullptr) {
    fail(info, "a subprogram or lexical block as argument " + std::to_string(first + 3));
  }
  return llvm::DILocation::get(scope->getContext(), numberAt(info, first), numberAt(info, first + 1), scope);
}

static void setDebugLoc(const Napi::CallbackInfo &info) {
  castAt<llvm::Instruction>(info, 0, "an instruction")->setDebugLoc(locationAt(info, 1));
}

static void setBuilderDebugLoc(const Napi::CallbackInfo &info) {
  builderAt(info, 0)->SetCurrentDebugLocation(locationAt(info, 1));
}

void initDebugInfo(Napi::Env env, Napi::Object ext) {
  define(env, ext, "setDebugLoc", setDebugLoc);
  define(env, ext, "setBuilderDebugLoc", setBuilderDebugLoc);
}

} // namespace extension
