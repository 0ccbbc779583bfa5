#include "runtime.h"

#include <llvm/ADT/SetVector.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/Bitcode/BitcodeReader.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/InstrTypes.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/Linker/Linker.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Transforms/Utils/Cloning.h>
#include <llvm/Transforms/Utils/ModuleUtils.h>

#include "compiler.h"
#include "detach.h"
#include "optimiser.h"
#include "pack-types.h"
#include "references.h"
#include "slots.h"

namespace backend {

/** The inliner refuses much larger functions anyway; every imported body costs compile time. */
static constexpr unsigned kInlinableInstructions = 80;
/** For those that the source marks `inline`. */
static constexpr unsigned kHintedInstructions = 400;

static bool isInlinable(const llvm::Function &fn) {
  if (fn.isDeclaration() || fn.isVarArg() || fn.hasFnAttribute(llvm::Attribute::NoInline) || fn.hasFnAttribute(llvm::Attribute::Cold)) {
    return false;
  }
  const bool isHinted = fn.hasFnAttribute(llvm::Attribute::InlineHint) || fn.hasFnAttribute(llvm::Attribute::AlwaysInline);
  return fn.getInstructionCount() <= (isHinted ? kHintedInstructions : kInlinableInstructions);
}

/** Constant data without pointers may be folded into programs. */
static bool isFoldable(const llvm::GlobalVariable &variable) {
  return variable.isConstant() && variable.hasDefinitiveInitializer() && llvm::isa<llvm::ConstantData>(variable.getInitializer());
}

static bool goesToPrograms(const llvm::GlobalValue &global) {
  if (const auto *fn = llvm::dyn_cast<llvm::Function>(&global)) {
    return isInlinable(*fn);
  }
  const auto *variable = llvm::dyn_cast<llvm::GlobalVariable>(&global);
  return variable != nullptr && isFoldable(*variable);
}

/** The globals that a function's instructions mention, also inside constant expressions. */
static void collectGlobals(const llvm::User &user, llvm::SmallPtrSetImpl<const llvm::User *> &seen,
                           llvm::SmallPtrSetImpl<llvm::GlobalValue *> &globals) {
  for (const llvm::Use &use : user.operands()) {
    if (auto *global = llvm::dyn_cast<llvm::GlobalValue>(use.get())) {
      globals.insert(global);
    } else if (const auto *constant = llvm::dyn_cast<llvm::Constant>(use.get()); constant != nullptr && seen.insert(constant).second) {
      collectGlobals(*constant, seen, globals);
    }
  }
}

void promote(llvm::GlobalValue &global) {
  if (!global.hasLocalLinkage()) {
    return;
  }
  global.setName("rt.local." + global.getName());
  global.setLinkage(llvm::GlobalValue::ExternalLinkage);
  global.setVisibility(llvm::GlobalValue::HiddenVisibility);
}

/** What a body in a program mentions must have a name there: file-local functions and data become hidden symbols. */
static void promoteLocals(llvm::Module &module) {
  llvm::SmallPtrSet<const llvm::User *, 32> seen;
  llvm::SmallPtrSet<llvm::GlobalValue *, 32> mentioned;
  for (const llvm::Function &fn : module) {
    if (!isInlinable(fn)) {
      continue;
    }
    for (const llvm::BasicBlock &block : fn) {
      for (const llvm::Instruction &instruction : block) {
        collectGlobals(instruction, seen, mentioned);
      }
    }
  }
  for (llvm::GlobalValue &global : module.global_values()) {
    if (mentioned.count(&global) != 0) {
      promote(global);
    }
  }
}

static llvm::SmallVector<char, 0> writeBitcode(const llvm::Module &module) {
  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  llvm::WriteBitcodeToFile(module, stream);
  return bytes;
}

/** Of what isn't defined here programs can only know functions by their names; the rest would cost time in every build. */
static void removeUnusedDeclarations(llvm::Module &module) {
  for (llvm::GlobalVariable &variable : llvm::make_early_inc_range(module.globals())) {
    if (variable.use_empty() && (variable.isDeclaration() || variable.hasLocalLinkage())) {
      variable.eraseFromParent();
    }
  }
  for (llvm::Function &fn : llvm::make_early_inc_range(module)) {
    const bool isPrivate = !fn.getName().starts_with("rt_");
    if (fn.use_empty() && (isPrivate || fn.hasLocalLinkage())) {
      fn.eraseFromParent();
    }
  }
}

/** An attribute that tells the number of instructions before a body is read. */
static constexpr llvm::StringLiteral kSizeAttribute = "rt-size";

static void noteSizes(llvm::Module &module) {
  for (llvm::Function &fn : module) {
    if (!fn.isDeclaration()) {
      fn.addFnAttr(kSizeAttribute, std::to_string(fn.getInstructionCount()));
    }
  }
}

/** An attribute that names the slots which a body uses, and what it mentions: what is inlined leaves no other trace of them in the program's symbols. */
static constexpr llvm::StringLiteral kSlotsAttribute = "rt-slots";

/** By RT_MENTION of rt.h: an operand of assembly that doesn't appear in its text. */
static std::string mentionsOf(const llvm::Function &fn) {
  std::string names;
  for (const llvm::BasicBlock &block : fn) {
    for (const llvm::Instruction &instruction : block) {
      const auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction);
      if (call == nullptr || !call->isInlineAsm()) {
        continue;
      }
      for (const llvm::Use &operand : call->args()) {
        if (llvm::isa<llvm::Function>(operand.get())) {
          names += operand->getName().str() + ',';
        }
      }
    }
  }
  return names;
}

static void noteSlots(llvm::Module &inlinable, const llvm::Module &runtime) {
  const Slots slots(runtime);
  for (llvm::Function &fn : inlinable) {
    std::string names = mentionsOf(fn);
    for (const uint64_t offset : slots.usedBy(fn)) {
      names += slotName(offset) + ',';
    }
    if (!names.empty()) {
      fn.addFnAttr(kSlotsAttribute, names);
    }
  }
}

/** Tells the linker (lib/driver/reachable.ts), and nobody else: the section is left out of executables. */
static void announceSlots(llvm::Module &program, const llvm::SmallSetVector<llvm::Function *, 32> &imports) {
  std::string names;
  for (const llvm::Function *fn : imports) {
    names += fn->getFnAttribute(kSlotsAttribute).getValueAsString();
  }
  if (names.empty() || !llvm::Triple(program.getTargetTriple()).isOSBinFormatELF()) {
    return;
  }
  std::replace(names.begin(), names.end(), ',', '\0');
  auto *text = llvm::ConstantDataArray::getString(program.getContext(), llvm::StringRef(names).drop_back());
  auto *note = new llvm::GlobalVariable(program, text->getType(), true, llvm::GlobalValue::PrivateLinkage, text, "tauraro.slots");
  note->setSection(".tauraro.slots");
  note->setMetadata(llvm::LLVMContext::MD_exclude, llvm::MDNode::get(program.getContext(), {}));
  llvm::appendToCompilerUsed(program, {note});
}

static unsigned sizeOf(const llvm::Function &fn) {
  unsigned size = ~0U;
  return fn.getFnAttribute(kSizeAttribute).getValueAsString().getAsInteger(10, size) ? ~0U : size;
}

RuntimeParts splitRuntime(llvm::StringRef bitcode, const TargetOptions &options) {
  RuntimeParts parts;
  std::string error;
  llvm::LLVMContext context;
  const auto machine = createTargetMachine(options, error);
  if (!machine) {
    throw CompileError(error);
  }
  auto module = llvm::parseBitcodeFile(llvm::MemoryBufferRef(bitcode, "runtime"), context);
  if (!module) {
    throw CompileError(llvm::toString(module.takeError()));
  }
  setTarget(**module, *machine);
  setFunctionTargets(**module, options, false);
  std::vector<std::string> lookedUp;
  if (machine->getTargetTriple().isOSBinFormatELF()) {
    lookedUp = detachOperations(**module);
  } else {
    attachConditional(**module);
  }
  promoteLocals(**module);
  llvm::ValueToValueMapTy values;
  const auto inlinable = llvm::CloneModule(**module, values, [](const llvm::GlobalValue *global) { return goesToPrograms(*global); });
  for (llvm::GlobalValue &global : inlinable->global_values()) {
    if (global.hasLocalLinkage() && global.isDeclaration()) {
      global.setLinkage(llvm::GlobalValue::ExternalLinkage);
    }
  }
  removeUnusedDeclarations(*inlinable);
  noteSizes(*inlinable);
  noteSlots(*inlinable, **module);
  parts.inlinable = writeBitcode(*inlinable);
  optimise(**module, *machine, options.opt, false);
  parts.references = describeReferences(**module, lookedUp);
  packTypes(**module);
  emitModule(**module, *machine, Emit::Object, parts.object);
  return parts;
}

/** The emitter declares functions by their types only; clang's declarations say also how small integers are extended. */
static void adoptAttributes(llvm::Module &program, const llvm::Module &runtime) {
  for (llvm::Function &fn : program) {
    const llvm::Function *known = fn.isDeclaration() ? runtime.getFunction(fn.getName()) : nullptr;
    if (known == nullptr || fn.isIntrinsic() || known->getFunctionType() != fn.getFunctionType()) {
      continue;
    }
    llvm::AttributeList attributes = fn.getAttributes();
    for (const unsigned index : known->getAttributes().indexes()) {
      for (const llvm::Attribute attribute : known->getAttributes().getAttributes(index)) {
        if (!attribute.isStringAttribute()) {
          attributes = attributes.addAttributeAtIndex(fn.getContext(), index, attribute);
        }
      }
    }
    fn.setAttributes(attributes);
    fn.setVisibility(llvm::GlobalValue::HiddenVisibility);
  }
}

/** How large a function may be to be imported, by its distance from the program's own code: beyond that a call costs little beside what it does. */
static constexpr unsigned kSizeAtDepth[] = {40, 20, 10};

static void collectCallees(const llvm::Function &fn, const llvm::Module &runtime, llvm::SmallSetVector<llvm::Function *, 32> &callees) {
  for (const llvm::BasicBlock &block : fn) {
    for (const llvm::Instruction &instruction : block) {
      const auto *call = llvm::dyn_cast<llvm::CallBase>(&instruction);
      const llvm::Function *callee = call == nullptr ? nullptr : call->getCalledFunction();
      llvm::Function *known = callee == nullptr ? nullptr : runtime.getFunction(callee->getName());
      if (known != nullptr && !known->isDeclaration()) {
        callees.insert(known);
      }
    }
  }
}

/** The runtime functions worth a body in the program: what those of its functions call that are made for speed, and small ones that these call in turn. */
static llvm::SmallSetVector<llvm::Function *, 32> chooseImports(const llvm::Module &program, llvm::Module &runtime) {
  llvm::SmallSetVector<llvm::Function *, 32> chosen;
  llvm::SmallSetVector<llvm::Function *, 32> candidates;
  for (const llvm::Function &fn : program) {
    if (!fn.hasFnAttribute(llvm::Attribute::Cold) && !fn.hasOptSize()) {
      collectCallees(fn, runtime, candidates);
    }
  }
  for (const unsigned limit : kSizeAtDepth) {
    llvm::SmallSetVector<llvm::Function *, 32> next;
    for (llvm::Function *candidate : candidates) {
      if (sizeOf(*candidate) <= limit && chosen.insert(candidate)) {
        llvm::cantFail(candidate->materialize());
        collectCallees(*candidate, runtime, next);
      }
    }
    candidates = next;
  }
  return chosen;
}

static void keepOnly(llvm::Module &runtime, const llvm::SmallSetVector<llvm::Function *, 32> &chosen) {
  for (llvm::Function &fn : runtime) {
    if (!fn.isDeclaration() && !chosen.contains(&fn)) {
      fn.deleteBody();
    }
  }
}

void importRuntime(llvm::Module &program, std::unique_ptr<llvm::Module> inlinable) {
  const auto imports = chooseImports(program, *inlinable);
  announceSlots(program, imports);
  keepOnly(*inlinable, imports);
  llvm::StringSet<> own;
  for (llvm::GlobalValue &global : program.global_values()) {
    if (!global.isDeclaration()) {
      own.insert(global.getName());
    } else if (!global.getName().starts_with("llvm.") && inlinable->getNamedValue(global.getName()) != nullptr) {
      global.setVisibility(llvm::GlobalValue::HiddenVisibility);
    }
  }
  adoptAttributes(program, *inlinable);
  if (llvm::Linker::linkModules(program, std::move(inlinable), llvm::Linker::LinkOnlyNeeded)) {
    throw CompileError("cannot import the runtime");
  }
  for (llvm::GlobalValue &global : program.global_values()) {
    if (!global.isDeclaration() && !global.hasLocalLinkage() && !own.contains(global.getName())) {
      global.setLinkage(llvm::GlobalValue::AvailableExternallyLinkage);
    }
  }
}

} // namespace backend
