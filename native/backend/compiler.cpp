#include "compiler.h"

#include <chrono>

#include <llvm/Bitcode/BitcodeReader.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/DiagnosticInfo.h>
#include <llvm/IR/DiagnosticPrinter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/LegacyPassManager.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/raw_ostream.h>

#include "multiversion.h"
#include "optimiser.h"
#include "runtime.h"

namespace backend {

using Clock = std::chrono::steady_clock;

/** Adds the time since `start` to `total` and starts anew. */
static void lap(Clock::time_point &start, double &total) {
  const Clock::time_point now = Clock::now();
  total += std::chrono::duration<double, std::milli>(now - start).count();
  start = now;
}

/** Keeps the errors that LLVM would print to stderr; warnings and remarks are dropped. */
struct ErrorCollector : llvm::DiagnosticHandler {
  explicit ErrorCollector(std::string &text) : text(text) {}

  bool handleDiagnostics(const llvm::DiagnosticInfo &info) override {
    if (info.getSeverity() == llvm::DS_Error) {
      llvm::raw_string_ostream stream(text);
      llvm::DiagnosticPrinterRawOStream printer(stream);
      info.print(printer);
      stream << '\n';
    }
    return true;
  }

  std::string &text;
};

static std::unique_ptr<llvm::Module> readModule(llvm::StringRef bitcode, llvm::LLVMContext &context) {
  auto module = llvm::parseBitcodeFile(llvm::MemoryBufferRef(bitcode, "program"), context);
  if (!module) {
    throw CompileError("cannot read the program's bitcode: " + llvm::toString(module.takeError()));
  }
  return std::move(*module);
}

/** Function bodies are read only when the linker asks for them. */
static std::unique_ptr<llvm::Module> readLibrary(llvm::StringRef bitcode, llvm::LLVMContext &context) {
  auto module = llvm::getLazyBitcodeModule(llvm::MemoryBufferRef(bitcode, "runtime"), context);
  if (!module) {
    throw CompileError("cannot read the runtime's bitcode: " + llvm::toString(module.takeError()));
  }
  return std::move(*module);
}

void setTarget(llvm::Module &module, const llvm::TargetMachine &machine) {
  module.setTargetTriple(machine.getTargetTriple());
  module.setDataLayout(machine.createDataLayout());
}

static void importLibraries(llvm::Module &module, const std::vector<llvm::StringRef> &libraries, const llvm::TargetMachine &machine) {
  for (const llvm::StringRef library : libraries) {
    auto runtime = readLibrary(library, module.getContext());
    setTarget(*runtime, machine);
    importRuntime(module, std::move(runtime));
  }
}

void setFunctionTargets(llvm::Module &module, const TargetOptions &target, bool size) {
  for (llvm::Function &fn : module) {
    if (fn.isDeclaration()) {
      continue;
    }
    fn.removeFnAttr("tune-cpu");
    fn.removeFnAttr("target-features");
    fn.removeFnAttr("target-cpu");
    // What asks whether the machine has the CPU's instructions must do without them (native/runtime/cpu.c).
    const bool isStart = fn.getName() == "main" && llvm::Triple(module.getTargetTriple()).isX86();
    if (isStart || !target.cpu.empty()) {
      fn.addFnAttr("target-cpu", isStart ? "x86-64" : target.cpu);
    }
    if (!isStart && !target.features.empty()) {
      fn.addFnAttr("target-features", target.features);
    }
    if (size && !fn.hasFnAttribute(llvm::Attribute::OptimizeNone)) {
      fn.addFnAttr(llvm::Attribute::OptimizeForSize);
    }
  }
}

static void verify(const llvm::Module &module) {
  std::string errors;
  llvm::raw_string_ostream stream(errors);
  if (llvm::verifyModule(module, &stream)) {
    throw CompileError("broken module: " + errors);
  }
}

static void emitMachineCode(llvm::Module &module, llvm::TargetMachine &machine, Emit emit, llvm::raw_pwrite_stream &stream) {
  llvm::legacy::PassManager passes;
  const auto kind = emit == Emit::Assembly ? llvm::CodeGenFileType::AssemblyFile : llvm::CodeGenFileType::ObjectFile;
  if (machine.addPassesToEmitFile(passes, stream, nullptr, kind)) {
    throw CompileError("this target cannot emit that kind of file");
  }
  passes.run(module);
}

void emitModule(llvm::Module &module, llvm::TargetMachine &machine, Emit emit, llvm::SmallVectorImpl<char> &output) {
  llvm::raw_svector_ostream stream(output);
  switch (emit) {
  case Emit::Ir:
    module.print(stream, nullptr);
    return;
  case Emit::Bitcode:
    llvm::WriteBitcodeToFile(module, stream);
    return;
  case Emit::Object:
  case Emit::Assembly:
    emitMachineCode(module, machine, emit, stream);
    return;
  }
}

/** One context with what it needs; errors that LLVM reports are thrown at the end. */
struct Session {
  explicit Session(const CompileOptions &options) {
    context.setDiagnosticHandler(std::make_unique<ErrorCollector>(errors));
    context.setDiscardValueNames(options.emit != Emit::Ir);
    machine = createTargetMachine(options.target, errors);
    throwErrors();
    if (options.brief && !options.size) {
      machine->setOptLevel(llvm::CodeGenOptLevel::None);
    }
  }

  void throwErrors() const {
    if (!errors.empty()) {
      throw CompileError(errors);
    }
  }

  std::string errors;
  llvm::LLVMContext context;
  std::unique_ptr<llvm::TargetMachine> machine;
};

/** The program with what it takes from the runtime, ready to be optimised. */
static std::unique_ptr<llvm::Module> prepare(Session &session, llvm::StringRef bitcode, const std::vector<llvm::StringRef> &libraries,
                                             const CompileOptions &options, Times &times) {
  Clock::time_point start = Clock::now();
  auto module = readModule(bitcode, session.context);
  setTarget(*module, *session.machine);
  lap(start, times.parse);
  importLibraries(*module, libraries, *session.machine);
  setFunctionTargets(*module, options.target, options.size);
  multiversion(*module, options.levels);
  if (options.target.opt >= 2 && !options.size && !options.brief) {
    alignLooping(*module);
  }
  if (options.verify) {
    verify(*module);
  }
  lap(start, times.link);
  return module;
}

static llvm::SmallVector<char, 0> finish(Session &session, llvm::Module &module, const CompileOptions &options, Times &times) {
  llvm::SmallVector<char, 0> output;
  Clock::time_point start = Clock::now();
  if (options.brief) {
    optimiseBriefly(module, *session.machine);
  } else {
    optimise(module, *session.machine, options.target.opt, options.size);
  }
  lap(start, times.optimise);
  emitModule(module, *session.machine, options.emit, output);
  lap(start, times.codegen);
  session.throwErrors();
  return output;
}

CompileResult compile(llvm::StringRef bitcode, const std::vector<llvm::StringRef> &libraries, const CompileOptions &options) {
  CompileResult result;
  Session session(options);
  const auto module = prepare(session, bitcode, libraries, options, result.times);
  result.output = finish(session, *module, options, result.times);
  return result;
}

} // namespace backend
