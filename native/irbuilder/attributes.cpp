// Attributes of functions, parameters, results and calls.

#include "arguments.h"
#include "extension.h"

#include <llvm/IR/Attributes.h>
#include <llvm/IR/InstrTypes.h>

namespace extension {

/**
 * An attribute from its name, and from the value in argument `valueIndex` where there is one: a string makes a string
 * attribute, a number an integer attribute (`align`, `dereferenceable`). A name that LLVM doesn't know is a string attribute.
 */
static llvm::Attribute attributeAt(const Napi::CallbackInfo &info, llvm::LLVMContext &context, size_t nameIndex, size_t valueIndex) {
  const std::string name = stringAt(info, nameIndex);
  const Napi::Value value = info[valueIndex];
  const llvm::Attribute::AttrKind kind = llvm::Attribute::getAttrKindFromName(name);
  if (kind == llvm::Attribute::None || value.IsString()) {
    return llvm::Attribute::get(context, name, value.IsString() ? value.As<Napi::String>().Utf8Value() : "");
  }
  if (llvm::Attribute::isTypeAttrKind(kind)) {
    fail(info, "an attribute without a type, got " + name);
  }
  if (llvm::Attribute::isIntAttrKind(kind) != value.IsNumber()) {
    fail(info, "a number for the attributes that need one, got " + name);
  }
  const uint64_t number = value.IsNumber() ? static_cast<uint64_t>(value.As<Napi::Number>().Int64Value()) : 0;
  return llvm::Attribute::get(context, kind, number);
}

static void addAt(const Napi::CallbackInfo &info, unsigned position, size_t nameIndex) {
  llvm::Value *value = valueAt(info, 0);
  const llvm::Attribute attribute = attributeAt(info, value->getContext(), nameIndex, nameIndex + 1);
  if (auto *fn = llvm::dyn_cast<llvm::Function>(value)) {
    fn->addAttributeAtIndex(position, attribute);
  } else if (auto *call = llvm::dyn_cast<llvm::CallBase>(value)) {
    call->addAttributeAtIndex(position, attribute);
  } else {
    fail(info, "a function or a call as argument 1");
  }
}

static void addFnAttr(const Napi::CallbackInfo &info) { addAt(info, llvm::AttributeList::FunctionIndex, 1); }

static void addReturnAttr(const Napi::CallbackInfo &info) { addAt(info, llvm::AttributeList::ReturnIndex, 1); }

static void addParamAttr(const Napi::CallbackInfo &info) {
  addAt(info, llvm::AttributeList::FirstArgIndex + numberAt(info, 1), 2);
}

void initAttributes(Napi::Env env, Napi::Object ext) {
  define(env, ext, "addFnAttr", addFnAttr);
  define(env, ext, "addCallAttr", addFnAttr);
  define(env, ext, "addReturnAttr", addReturnAttr);
  define(env, ext, "addParamAttr", addParamAttr);
}

} // namespace extension
