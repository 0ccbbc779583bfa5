#include "methods.h"

#include <llvm/ADT/StringSet.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/InstrTypes.h>

#include "runtime.h"

namespace backend {

/** `{name, fn, min_args, max_args, flags}` of rt.h. clang emits such constants without the struct's name. */
static bool isMethodRow(const llvm::Type *type) {
  const auto *row = llvm::dyn_cast<llvm::StructType>(type);
  if (row == nullptr || row->getNumElements() < 5) {
    return false;
  }
  const auto isShort = [row](unsigned index) { return row->getElementType(index)->isIntegerTy(16); };
  const auto isPointer = [row](unsigned index) { return row->getElementType(index)->isPointerTy(); };
  return isPointer(0) && isPointer(1) && isShort(2) && isShort(3) && isShort(4);
}

/** The text of a C string constant; empty for anything else. */
static llvm::StringRef textOf(const llvm::Value *value) {
  const auto *variable = llvm::dyn_cast<llvm::GlobalVariable>(value);
  if (variable == nullptr || !variable->hasInitializer()) {
    return "";
  }
  const auto *data = llvm::dyn_cast<llvm::ConstantDataSequential>(variable->getInitializer());
  return data != nullptr && data->isCString() ? data->getAsCString() : "";
}

/** A use that can't lead to a look-up: in a table of methods, or as the argument of a function that only prints or compares it. */
static bool isHarmlessUse(const llvm::Use &use) {
  const llvm::User *user = use.getUser();
  if (isMethodRow(user->getType())) {
    return true;
  }
  const auto *call = llvm::dyn_cast<llvm::CallBase>(user);
  return call != nullptr && call->getCalledFunction() != nullptr && call->getCalledFunction()->getName() != "rt_name";
}

/** The names under which the runtime itself may look methods up: it makes them by `rt_name("…")`. */
static llvm::StringSet<> mentionedNames(const llvm::Module &module) {
  llvm::StringSet<> names;
  for (const llvm::GlobalVariable &variable : module.globals()) {
    const llvm::StringRef text = textOf(&variable);
    if (!text.empty() && !llvm::all_of(variable.uses(), isHarmlessUse)) {
      names.insert(text);
    }
  }
  return names;
}

static llvm::Function *weakReference(llvm::Module &module, llvm::Function &fn, llvm::StringRef alias) {
  if (llvm::Function *known = module.getFunction(alias)) {
    return known;
  }
  auto *reference = llvm::Function::Create(fn.getFunctionType(), llvm::GlobalValue::ExternalWeakLinkage, alias, module);
  reference->setVisibility(llvm::GlobalValue::HiddenVisibility);
  return reference;
}

/** The row with a weak reference instead of its function, or the same row. */
static llvm::Constant *detachRow(llvm::Module &module, llvm::Constant *constant, const llvm::StringSet<> &mentioned,
                                 std::vector<DetachedMethod> &methods) {
  auto *row = llvm::dyn_cast<llvm::ConstantStruct>(constant);
  auto *fn = row == nullptr ? nullptr : llvm::dyn_cast<llvm::Function>(row->getOperand(1));
  const llvm::StringRef name = row == nullptr ? "" : textOf(row->getOperand(0));
  if (fn == nullptr || fn->isDeclaration() || name.empty() || name.starts_with("__") || mentioned.contains(name)) {
    return constant;
  }
  promote(*fn);
  const std::string alias = "rt.method." + name.str() + "." + fn->getName().str();
  methods.push_back({name.str(), alias, fn->getName().str()});
  std::vector<llvm::Constant *> fields;
  for (llvm::Use &field : row->operands()) {
    fields.push_back(llvm::cast<llvm::Constant>(field.get()));
  }
  fields[1] = weakReference(module, *fn, alias);
  return llvm::ConstantStruct::get(row->getType(), fields);
}

std::vector<DetachedMethod> detachMethods(llvm::Module &runtime) {
  std::vector<DetachedMethod> methods;
  const llvm::StringSet<> mentioned = mentionedNames(runtime);
  for (llvm::GlobalVariable &table : runtime.globals()) {
    const auto *type = llvm::dyn_cast<llvm::ArrayType>(table.getValueType());
    if (type == nullptr || !isMethodRow(type->getElementType()) || !table.hasInitializer()) {
      continue;
    }
    auto *rows = llvm::dyn_cast<llvm::ConstantArray>(table.getInitializer());
    if (rows == nullptr) {
      continue;
    }
    std::vector<llvm::Constant *> detached;
    for (llvm::Use &row : rows->operands()) {
      detached.push_back(detachRow(runtime, llvm::cast<llvm::Constant>(row.get()), mentioned, methods));
    }
    table.setInitializer(llvm::ConstantArray::get(rows->getType(), detached));
  }
  return methods;
}

} // namespace backend
