#include "detach.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>

#include "runtime.h"

namespace backend {

static constexpr llvm::StringLiteral kPrefix = "rt.weak.";

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

static bool isMethodTable(const llvm::GlobalVariable &variable) {
  const auto *type = llvm::dyn_cast<llvm::ArrayType>(variable.getValueType());
  return type != nullptr && isMethodRow(type->getElementType()) && variable.hasInitializer() &&
         llvm::isa<llvm::ConstantArray>(variable.getInitializer());
}

static bool isTypeObject(const llvm::GlobalValue &global) {
  const auto *type = llvm::dyn_cast<llvm::StructType>(global.getValueType());
  return type != nullptr && type->hasName() && type->getName().starts_with("struct.RtType");
}

static llvm::StringRef textOf(const llvm::Constant *constant) {
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
  if (isMethodRow(user->getType())) {
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

static llvm::Constant *weakReference(llvm::Module &module, llvm::Function &fn) {
  promote(fn);
  const std::string alias = (kPrefix + fn.getName()).str();
  if (llvm::Function *known = module.getFunction(alias)) {
    return known;
  }
  auto *reference = llvm::Function::Create(fn.getFunctionType(), llvm::GlobalValue::ExternalWeakLinkage, alias, module);
  reference->setVisibility(llvm::GlobalValue::HiddenVisibility);
  return reference;
}

/** The same constant with weak references in place of functions. */
static llvm::Constant *detach(llvm::Module &module, llvm::Constant *constant) {
  if (auto *fn = llvm::dyn_cast<llvm::Function>(constant)) {
    return fn->isDeclaration() ? fn : weakReference(module, *fn);
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

std::vector<std::string> detachOperations(llvm::Module &runtime) {
  std::vector<std::string> lookedUp = lookedUpNames(runtime);
  for (llvm::GlobalVariable &variable : runtime.globals()) {
    const bool isType = isTypeObject(variable) && variable.hasInitializer();
    if (isType || isMethodTable(variable)) {
      variable.setInitializer(detach(runtime, variable.getInitializer()));
    }
  }
  return lookedUp;
}

using References = llvm::SmallSetVector<const llvm::GlobalValue *, 8>;

static void collect(const llvm::Constant *constant, References &references) {
  if (const auto *global = llvm::dyn_cast<llvm::GlobalValue>(constant)) {
    references.insert(global);
    return;
  }
  for (const llvm::Use &operand : constant->operands()) {
    collect(llvm::cast<llvm::Constant>(operand.get()), references);
  }
}

/** Functions that take a type and make no instance of it, whatever else they do with it. */
static bool isQuestion(const llvm::Function &callee) {
  const llvm::StringRef name = callee.getName();
  return name == "rt_is_subtype" || name == "rt_type_ready" || name == "rt_type_lookup" || name.starts_with("rt_raise");
}

/** Can the value, a type, reach rt_alloc or any place from which it might? `seen` holds what is being asked already. */
static bool mayMakeInstances(const llvm::Value &value, llvm::SmallPtrSetImpl<const llvm::Value *> &seen);

static bool mayMakeInstances(const llvm::Use &use, llvm::SmallPtrSetImpl<const llvm::Value *> &seen) {
  const llvm::User *user = use.getUser();
  if (llvm::isa<llvm::ICmpInst>(user) || llvm::isa<llvm::LoadInst>(user)) {
    return false;
  }
  if (llvm::isa<llvm::PHINode>(user) || llvm::isa<llvm::SelectInst>(user)) {
    return mayMakeInstances(*user, seen);
  }
  if (llvm::isa<llvm::GetElementPtrInst>(user)) {
    return !llvm::all_of(user->users(), [](const llvm::User *reader) { return llvm::isa<llvm::LoadInst>(reader); });
  }
  if (const auto *store = llvm::dyn_cast<llvm::StoreInst>(user)) {
    return store->getValueOperand() == use.get();
  }
  const auto *call = llvm::dyn_cast<llvm::CallBase>(user);
  const llvm::Function *callee = call == nullptr ? nullptr : call->getCalledFunction();
  if (callee == nullptr || !call->isArgOperand(&use)) {
    return true;
  }
  if (isQuestion(*callee)) {
    return false;
  }
  const unsigned index = call->getArgOperandNo(&use);
  return callee->isDeclaration() || callee->getName() == "rt_alloc" || index >= callee->arg_size() || mayMakeInstances(*callee->getArg(index), seen);
}

static bool mayMakeInstances(const llvm::Value &value, llvm::SmallPtrSetImpl<const llvm::Value *> &seen) {
  return seen.insert(&value).second && llvm::any_of(value.uses(), [&](const llvm::Use &use) { return mayMakeInstances(use, seen); });
}

/** Does this mention of a type leave it without new instances? */
static bool onlyLooks(const llvm::Use &use) {
  llvm::SmallPtrSet<const llvm::Value *, 8> seen;
  return !mayMakeInstances(use, seen);
}

static References referencesOf(const llvm::Function &fn) {
  References references;
  for (const llvm::BasicBlock &block : fn) {
    for (const llvm::Instruction &instruction : block) {
      for (const llvm::Use &use : instruction.operands()) {
        const auto *constant = llvm::dyn_cast<llvm::Constant>(use.get());
        if (constant == nullptr) {
          continue;
        }
        References found;
        collect(constant, found);
        for (const llvm::GlobalValue *global : found) {
          if (!isTypeObject(*global) || !onlyLooks(use)) {
            references.insert(global);
          }
        }
      }
    }
  }
  return references;
}

/** The definition behind a weak reference, or the global itself. */
static const llvm::GlobalValue *definitionOf(const llvm::Module &module, const llvm::GlobalValue *global) {
  const llvm::StringRef name = global->getName();
  return name.starts_with(kPrefix) ? module.getNamedValue(name.drop_front(kPrefix.size())) : global;
}

/** Rows as [name, number of the function]. */
static llvm::json::Array describeTable(const llvm::Module &module, const llvm::GlobalVariable &table,
                                       const llvm::MapVector<const llvm::GlobalValue *, int64_t> &numbers) {
  llvm::json::Array rows;
  for (const llvm::Use &operand : table.getInitializer()->operands()) {
    const auto *row = llvm::dyn_cast<llvm::ConstantStruct>(operand.get());
    const auto *fn = row == nullptr ? nullptr : llvm::dyn_cast<llvm::GlobalValue>(row->getOperand(1));
    const auto found = fn == nullptr ? numbers.end() : numbers.find(definitionOf(module, fn));
    if (found != numbers.end()) {
      rows.push_back(llvm::json::Array{textOf(row->getOperand(0)), found->second});
    }
  }
  return rows;
}

std::string describeReferences(const llvm::Module &runtime, const std::vector<std::string> &lookedUp) {
  llvm::MapVector<const llvm::GlobalValue *, int64_t> numbers;
  llvm::json::Array names;
  for (const llvm::GlobalValue &global : runtime.global_values()) {
    if (!global.isDeclaration()) {
      numbers.insert({&global, static_cast<int64_t>(names.size())});
      names.push_back(global.getName());
    }
  }
  llvm::json::Array edges;
  llvm::json::Object tables;
  for (const auto &[global, number] : numbers) {
    References references;
    llvm::json::Array targets;
    const auto *variable = llvm::dyn_cast<llvm::GlobalVariable>(global);
    if (variable != nullptr && isMethodTable(*variable)) {
      tables[std::to_string(number)] = describeTable(runtime, *variable, numbers);
    } else if (variable != nullptr) {
      collect(variable->getInitializer(), references);
    } else if (const auto *fn = llvm::dyn_cast<llvm::Function>(global)) {
      references = referencesOf(*fn);
    }
    for (const llvm::GlobalValue *reference : references) {
      const auto found = numbers.find(definitionOf(runtime, reference));
      if (found != numbers.end()) {
        targets.push_back(found->second);
      }
    }
    edges.push_back(std::move(targets));
  }
  llvm::json::Array weak;
  for (const llvm::Function &fn : runtime) {
    const auto found = fn.getName().starts_with(kPrefix) ? numbers.find(definitionOf(runtime, &fn)) : numbers.end();
    if (found != numbers.end()) {
      weak.push_back(found->second);
    }
  }
  std::string text;
  llvm::raw_string_ostream stream(text);
  stream << llvm::json::Value(llvm::json::Object{
      {"names", std::move(names)}, {"edges", std::move(edges)}, {"tables", std::move(tables)}, {"weak", std::move(weak)},
      {"lookedUp", llvm::json::Array(lookedUp)}});
  return stream.str();
}

} // namespace backend
