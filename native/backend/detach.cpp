#include "detach.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>

#include "compiler.h"
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

/** RtSlotDef of slots.h: `{name, offset, wrap, op, generic}`. */
static bool isSlotRow(const llvm::Type *type) {
  const auto *row = llvm::dyn_cast<llvm::StructType>(type);
  return row != nullptr && row->getNumElements() >= 5 && row->getElementType(0)->isPointerTy() && row->getElementType(1)->isIntegerTy(16) &&
         row->getElementType(2)->isIntegerTy(8);
}

bool isSlotTable(const llvm::GlobalValue &global) { return global.getName() == "rt_slot_table"; }

bool isMethodTable(const llvm::GlobalVariable &variable) {
  const auto *type = llvm::dyn_cast<llvm::ArrayType>(variable.getValueType());
  return type != nullptr && isMethodRow(type->getElementType()) && variable.hasInitializer() &&
         llvm::isa<llvm::ConstantArray>(variable.getInitializer());
}

/** The struct's name is no sign: clang gives types with some operators a struct of its own. */
bool isTypeObject(const llvm::GlobalValue &global) {
  const auto *variable = llvm::dyn_cast<llvm::GlobalVariable>(&global);
  const llvm::Module *module = global.getParent();
  auto *type = llvm::StructType::getTypeByName(module->getContext(), "struct.RtType");
  const llvm::DataLayout &layout = module->getDataLayout();
  if (variable == nullptr || type == nullptr || !variable->hasInitializer() || layout.getTypeAllocSize(variable->getValueType()) != layout.getTypeAllocSize(type)) {
    return false;
  }
  const auto *whole = llvm::dyn_cast<llvm::ConstantStruct>(variable->getInitializer());
  const auto *head = whole == nullptr ? nullptr : llvm::dyn_cast<llvm::ConstantStruct>(whole->getOperand(0));
  return head != nullptr && llvm::any_of(head->operands(), [](const llvm::Use &field) { return field->getName() == "rt_type_type"; });
}

llvm::StringRef textOf(const llvm::Constant *constant) {
  const auto *variable = llvm::dyn_cast<llvm::GlobalVariable>(constant);
  if (variable == nullptr || !variable->hasInitializer()) {
    return "";
  }
  const auto *data = llvm::dyn_cast<llvm::ConstantDataSequential>(variable->getInitializer());
  return data != nullptr && data->isCString() ? data->getAsCString() : "";
}

/** A use that can't lead to a look-up: in a table of methods, or as the argument of a function that only prints or compares it. */
static bool isHarmlessUse(const llvm::Use &use) {
  const llvm::User *user = use.getUser();
  if (isMethodRow(user->getType()) || isSlotRow(user->getType())) {
    return true;
  }
  const auto *call = llvm::dyn_cast<llvm::CallBase>(user);
  return call != nullptr && call->getCalledFunction() != nullptr && call->getCalledFunction()->getName() != "rt_name";
}

/** Attribute names are made by `rt_name("…")`; what reaches it through variables and tables counts too. */
static std::vector<std::string> lookedUpNames(const llvm::Module &module) {
  std::vector<std::string> names;
  for (const llvm::GlobalVariable &variable : module.globals()) {
    const llvm::StringRef text = textOf(&variable);
    if (!text.empty() && !llvm::all_of(variable.uses(), isHarmlessUse)) {
      names.push_back(text.str());
    }
  }
  return names;
}

static llvm::GlobalValue *declareLike(llvm::GlobalObject &object, const std::string &name, llvm::GlobalValue::LinkageTypes linkage) {
  llvm::GlobalValue *reference;
  if (auto *fn = llvm::dyn_cast<llvm::Function>(&object)) {
    reference = llvm::Function::Create(fn->getFunctionType(), linkage, name, object.getParent());
  } else {
    reference = new llvm::GlobalVariable(*object.getParent(), object.getValueType(), true, linkage, nullptr, name);
  }
  reference->setVisibility(llvm::GlobalValue::HiddenVisibility);
  return reference;
}

static llvm::Constant *weakReference(llvm::Module &module, llvm::GlobalObject &object) {
  promote(object);
  const std::string alias = (kWeakPrefix + object.getName()).str();
  llvm::GlobalValue *known = module.getNamedValue(alias);
  return known != nullptr ? known : declareLike(object, alias, llvm::GlobalValue::ExternalWeakLinkage);
}

static bool isDetached(const llvm::Constant &constant) {
  const auto *variable = llvm::dyn_cast<llvm::GlobalVariable>(&constant);
  return llvm::isa<llvm::Function>(constant) || (variable != nullptr && isMethodTable(*variable));
}

/** The same constant with weak references in place of functions and tables of methods. */
static llvm::Constant *detach(llvm::Module &module, llvm::Constant *constant) {
  if (isDetached(*constant)) {
    auto *object = llvm::cast<llvm::GlobalObject>(constant);
    return object->isDeclaration() ? object : weakReference(module, *object);
  }
  if (!llvm::isa<llvm::ConstantAggregate>(constant)) {
    return constant;
  }
  std::vector<llvm::Constant *> parts;
  for (llvm::Use &part : constant->operands()) {
    parts.push_back(detach(module, llvm::cast<llvm::Constant>(part.get())));
  }
  if (auto *type = llvm::dyn_cast<llvm::StructType>(constant->getType())) {
    return llvm::ConstantStruct::get(type, parts);
  }
  return llvm::ConstantArray::get(llvm::cast<llvm::ArrayType>(constant->getType()), parts);
}

/** `rt_only_with(witness, fn)` of rt.h gives the name under which the linker finds fn, or a function that gives 0. */
static void detachConditional(llvm::Module &module) {
  llvm::Function *marker = module.getFunction("rt_only_with");
  if (marker == nullptr) {
    return;
  }
  for (llvm::User *user : llvm::make_early_inc_range(marker->users())) {
    auto *call = llvm::dyn_cast<llvm::CallInst>(user);
    auto *witness = call == nullptr ? nullptr : llvm::dyn_cast<llvm::GlobalValue>(call->getArgOperand(0)->stripPointerCasts());
    auto *fn = call == nullptr ? nullptr : llvm::dyn_cast<llvm::GlobalObject>(call->getArgOperand(1)->stripPointerCasts());
    if (witness == nullptr || fn == nullptr) {
      throw CompileError("rt_only_with: not two names");
    }
    if (const auto *calls = llvm::dyn_cast<llvm::Function>(witness); calls != nullptr && !calls->hasFnAttribute(llvm::Attribute::NoInline)) {
      throw CompileError(("rt_only_with: " + calls->getName() + " is no RT_WITNESS").str());
    }
    promote(*witness);
    promote(*fn);
    const std::string name = (kConditionalPrefix + witness->getName() + ".." + fn->getName()).str();
    llvm::GlobalValue *reference = module.getNamedValue(name);
    if (reference == nullptr) {
      reference = declareLike(*fn, name, llvm::GlobalValue::ExternalLinkage);
      reference->setDSOLocal(true);
      if (auto *declaration = llvm::dyn_cast<llvm::Function>(reference)) {
        declaration->copyAttributesFrom(llvm::cast<llvm::Function>(fn));
        declaration->setVisibility(llvm::GlobalValue::HiddenVisibility);
      }
    }
    call->replaceAllUsesWith(reference);
    call->eraseFromParent();
  }
  marker->eraseFromParent();
}

void attachConditional(llvm::Module &runtime) {
  llvm::Function *marker = runtime.getFunction("rt_only_with");
  if (marker == nullptr) {
    return;
  }
  for (llvm::User *user : llvm::make_early_inc_range(marker->users())) {
    auto *call = llvm::cast<llvm::CallInst>(user);
    call->replaceAllUsesWith(call->getArgOperand(1)->stripPointerCasts());
    call->eraseFromParent();
  }
  marker->eraseFromParent();
}

std::vector<std::string> detachOperations(llvm::Module &runtime) {
  std::vector<std::string> lookedUp = lookedUpNames(runtime);
  detachConditional(runtime);
  for (llvm::GlobalVariable &variable : runtime.globals()) {
    const bool isType = isTypeObject(variable) && variable.hasInitializer();
    if (isType || isMethodTable(variable) || isSlotTable(variable)) {
      variable.setInitializer(detach(runtime, variable.getInitializer()));
    }
  }
  return lookedUp;
}

} // namespace backend
