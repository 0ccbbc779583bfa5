#include "references.h"

#include <map>

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>

#include "compiler.h"
#include "detach.h"
#include "slots.h"

namespace backend {

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
  return name == "rt_is_subtype" || name == "rt_type_ready" || name == "rt_type_lookup";
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

/** Small ints are instances that nobody makes: what asks a value for its type may find `int`. */
static bool leadsToInstances(const llvm::GlobalValue &type, const llvm::Use &use) {
  return type.getName() == "rt_type_int" ? !llvm::isa<llvm::ICmpInst>(use.getUser()) : !onlyLooks(use);
}

static void addReferences(const llvm::Use &use, const Slots &slots, References &references) {
  const auto *constant = llvm::dyn_cast<llvm::Constant>(use.get());
  if (constant == nullptr) {
    return;
  }
  const auto *load = llvm::dyn_cast<llvm::LoadInst>(use.getUser());
  const bool callsSlot = load != nullptr && slots.loadedBy(*load) != kNoSlot;
  References found;
  collect(constant, found);
  for (const llvm::GlobalValue *global : found) {
    if (!isTypeObject(*global) || callsSlot || leadsToInstances(*global, use)) {
      references.insert(global);
    }
  }
}

static References referencesOf(const llvm::Function &fn, const Slots &slots) {
  References references;
  for (const llvm::BasicBlock &block : fn) {
    for (const llvm::Instruction &instruction : block) {
      for (const llvm::Use &use : instruction.operands()) {
        addReferences(use, slots, references);
      }
    }
  }
  return references;
}

/** The graph, as it is written: nodes have numbers; `whens` are edges to the third node from the first two together. */
class Graph {
public:
  explicit Graph(const llvm::Module &runtime) : runtime_(runtime), layout_(runtime) {
    for (const llvm::GlobalValue &global : runtime.global_values()) {
      if (!global.isDeclaration()) {
        globals_.insert({&global, add(global.getName())});
      }
    }
    const size_t defined = globals_.size();
    for (size_t index = 0; index < defined; index++) {
      const auto [global, node] = *(globals_.begin() + static_cast<std::ptrdiff_t>(index));
      describe(*global, node);
    }
    describeConditionals();
    describeDunders();
  }

  std::string write(const std::vector<std::string> &lookedUp) {
    llvm::json::Array weak;
    for (const llvm::GlobalValue &reference : runtime_.global_values()) {
      const int64_t node = reference.getName().starts_with(kWeakPrefix) ? nodeOf(&reference) : kNone;
      if (node != kNone) {
        weak.push_back(node);
      }
    }
    llvm::json::Array edges;
    for (size_t node = 0; node < names_.size(); node++) {
      edges.push_back(std::move(edges_[static_cast<int64_t>(node)]));
    }
    llvm::json::Object tables;
    for (auto &[node, rows] : tables_) {
      tables[std::to_string(node)] = std::move(rows);
    }
    std::string text;
    llvm::raw_string_ostream stream(text);
    stream << llvm::json::Value(llvm::json::Object{
        {"names", std::move(names_)}, {"edges", std::move(edges)}, {"whens", std::move(whens_)}, {"tables", std::move(tables)},
        {"weak", std::move(weak)}, {"conditionals", std::move(conditionals_)}, {"lookedUp", llvm::json::Array(lookedUp)}});
    return stream.str();
  }

private:
  static constexpr int64_t kNone = -1;

  int64_t add(llvm::StringRef name) {
    names_.push_back(name.str());
    return static_cast<int64_t>(names_.size()) - 1;
  }

  /** Of a global, or of the definition behind a weak reference. */
  int64_t nodeOf(const llvm::GlobalValue *global) const {
    const llvm::StringRef name = global->getName();
    const auto *definition = name.starts_with(kWeakPrefix) ? runtime_.getNamedValue(name.drop_front(kWeakPrefix.size())) : global;
    const auto found = globals_.find(definition);
    return found == globals_.end() ? kNone : found->second;
  }

  int64_t slotNode(uint64_t offset) {
    const auto [found, isNew] = slots_.insert({offset, 0});
    if (isNew) {
      found->second = add(slotName(offset));
    }
    return found->second;
  }

  void addEdges(int64_t node, const References &references) {
    for (const llvm::GlobalValue *reference : references) {
      const int64_t target = reference->getName().starts_with(kConditionalPrefix) ? conditionalNode(*reference) : nodeOf(reference);
      if (target != kNone) {
        edges_[node].push_back(target);
      }
    }
  }

  int64_t conditionalNode(const llvm::GlobalValue &reference) {
    const auto [found, isNew] = globals_.insert({&reference, 0});
    if (isNew) {
      found->second = add(reference.getName());
    }
    return found->second;
  }

  void describe(const llvm::GlobalValue &global, int64_t node) {
    References references;
    if (const auto *fn = llvm::dyn_cast<llvm::Function>(&global)) {
      addEdges(node, referencesOf(*fn, layout_));
      for (const uint64_t offset : layout_.usedBy(*fn)) {
        edges_[node].push_back(slotNode(offset));
      }
      return;
    }
    const auto *variable = llvm::dyn_cast<llvm::GlobalVariable>(&global);
    if (variable == nullptr || isSlotTable(*variable)) {
      return;
    }
    if (isMethodTable(*variable)) {
      describeMethods(*variable, node);
    } else if (isTypeObject(*variable)) {
      describeType(*variable, node);
    } else {
      collect(variable->getInitializer(), references);
      addEdges(node, references);
    }
  }

  /** What stands in a slot is needed once there are instances of the type and somebody uses that slot. */
  void describeType(const llvm::GlobalVariable &type, int64_t node) {
    for (const auto &[offset, value] : wordsOf(*type.getInitializer(), runtime_.getDataLayout())) {
      References references;
      collect(value, references);
      if (!layout_.isSlot(offset)) {
        addEdges(node, references);
        continue;
      }
      for (const llvm::GlobalValue *reference : references) {
        if (const int64_t target = nodeOf(reference); target != kNone) {
          whens_.push_back(llvm::json::Array{node, slotNode(offset), target});
        }
      }
    }
  }

  void describeMethods(const llvm::GlobalVariable &table, int64_t node) {
    for (const llvm::Use &operand : table.getInitializer()->operands()) {
      const auto *row = llvm::dyn_cast<llvm::ConstantStruct>(operand.get());
      const auto *fn = row == nullptr ? nullptr : llvm::dyn_cast<llvm::GlobalValue>(row->getOperand(1));
      if (const int64_t target = fn == nullptr ? kNone : nodeOf(fn); target != kNone) {
        tables_[node].push_back(llvm::json::Array{textOf(row->getOperand(0)), target});
      }
    }
  }

  void describeConditionals() {
    for (const llvm::GlobalValue &reference : runtime_.global_values()) {
      if (!reference.getName().starts_with(kConditionalPrefix)) {
        continue;
      }
      const auto [witness, name] = reference.getName().drop_front(kConditionalPrefix.size()).split("..");
      const int64_t target = nodeOf(runtime_.getNamedValue(name));
      const int64_t self = conditionalNode(reference);
      whens_.push_back(llvm::json::Array{self, nodeOf(runtime_.getNamedValue(witness)), target});
      conditionals_.push_back(llvm::json::Array{self, target});
    }
  }

  /**
   * A dunder that is mentioned may be called as a method of a built-in type, and then uses its slot; or a class may define
   * it, and then needs the function that calls it from the slot. Dunders of one slot stand for each other.
   */
  void describeDunders() {
    const llvm::GlobalVariable *table = runtime_.getNamedGlobal("rt_slot_table");
    const llvm::Function *wrapper = runtime_.getFunction("rt_slot_wrapper"), *inherit = runtime_.getFunction("rt_slots_inherit");
    if (table == nullptr || wrapper == nullptr || inherit == nullptr) {
      throw CompileError("the runtime's table of dunders is not where it was");
    }
    const std::vector<DunderRow> rows = dundersOf(*table);
    for (const DunderRow &row : rows) {
      for (const DunderRow &other : rows) {
        if (row.offset == other.offset && row.generic != nullptr) {
          tables_[nodeOf(inherit)].push_back(llvm::json::Array{other.name, nodeOf(row.generic)});
        }
        // Containers have no __bool__: what has a length isn't asked for its truth.
        if (other.name == row.name || (row.name == "__bool__" && (other.name == "__len__" || other.name == "__contains__"))) {
          tables_[nodeOf(wrapper)].push_back(llvm::json::Array{row.name, slotNode(other.offset)});
        }
      }
    }
  }

  const llvm::Module &runtime_;
  const Slots layout_;
  llvm::json::Array names_, whens_, conditionals_;
  llvm::MapVector<const llvm::GlobalValue *, int64_t> globals_;
  llvm::MapVector<uint64_t, int64_t> slots_;
  std::map<int64_t, llvm::json::Array> edges_, tables_;
};

std::string describeReferences(const llvm::Module &runtime, const std::vector<std::string> &lookedUp) { return Graph(runtime).write(lookedUp); }

} // namespace backend
