#include "targets.h"

#include <algorithm>
#include <mutex>

#include <llvm/ADT/StringMap.h>
#include <llvm/Config/llvm-config.h>
#include <llvm/MC/MCSubtargetInfo.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/Support/CommandLine.h>
#include <llvm/Support/TargetSelect.h>
#include <llvm/TargetParser/Host.h>
#include <llvm/TargetParser/Triple.h>

// One list, so that a target is either wholly there or not at all. By name: InitializeAll… would pull in every target.
#define FOR_EACH_TARGET(X) X(X86) X(AArch64) X(ARM) X(RISCV) X(WebAssembly)

namespace backend {

/** LLVM would lay small variables out in one piece for some targets: then the linker couldn't leave out what a program doesn't need. */
static constexpr const char *kMergeOptions[] = {"aarch64-enable-global-merge", "arm-global-merge", "riscv-enable-global-merge"};

void keepVariablesApart() {
  auto &options = llvm::cl::getRegisteredOptions();
  for (const char *name : kMergeOptions) {
    const auto found = options.find(name);
    if (found != options.end()) {
      static_cast<llvm::cl::opt<llvm::cl::boolOrDefault> *>(found->second)->setValue(llvm::cl::BOU_FALSE);
    }
  }
}

void initializeTargets() {
  static std::once_flag once;
  std::call_once(once, [] {
#define INITIALIZE(name)                                                                                                          \
  LLVMInitialize##name##TargetInfo();                                                                                             \
  LLVMInitialize##name##Target();                                                                                                 \
  LLVMInitialize##name##TargetMC();                                                                                               \
  LLVMInitialize##name##AsmPrinter();                                                                                             \
  LLVMInitialize##name##AsmParser();
    FOR_EACH_TARGET(INITIALIZE)
#undef INITIALIZE
    keepVariablesApart();
  });
}

HostInfo hostInfo() {
  std::vector<std::string> features;
  for (const auto &entry : llvm::sys::getHostCPUFeatures()) {
    features.push_back((entry.second ? "+" : "-") + entry.first().str());
  }
  std::sort(features.begin(), features.end(), [](const auto &a, const auto &b) { return a.substr(1) < b.substr(1); });
  HostInfo info;
  info.triple = llvm::sys::getDefaultTargetTriple();
  info.cpu = llvm::sys::getHostCPUName().str();
  info.llvmVersion = LLVM_VERSION_STRING;
  for (const std::string &feature : features) {
    info.features += (info.features.empty() ? "" : ",") + feature;
  }
  return info;
}

static llvm::CodeGenOptLevel codeGenLevel(int opt) {
  switch (opt) {
  case 0:
    return llvm::CodeGenOptLevel::None;
  case 1:
    return llvm::CodeGenOptLevel::Less;
  case 2:
    return llvm::CodeGenOptLevel::Default;
  default:
    return llvm::CodeGenOptLevel::Aggressive;
  }
}

std::unique_ptr<llvm::TargetMachine> createTargetMachine(const TargetOptions &options, std::string &error) {
  initializeTargets();
  const llvm::Triple triple(options.triple);
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(triple, error);
  if (target == nullptr) {
    return nullptr;
  }
  // Asked of the subtarget first, because LLVM itself only prints a warning and goes on.
  std::unique_ptr<llvm::MCSubtargetInfo> known(target->createMCSubtargetInfo(triple, "", ""));
  if (known && !options.cpu.empty() && !known->isCPUStringValid(options.cpu)) {
    error = "unknown CPU '" + options.cpu + "' for " + options.triple;
    return nullptr;
  }
  llvm::TargetOptions llvmOptions;
  llvmOptions.MCOptions.ABIName = options.abi;
  llvmOptions.FunctionSections = true;
  llvmOptions.DataSections = true;
  std::unique_ptr<llvm::TargetMachine> machine(
      target->createTargetMachine(triple, options.cpu, options.features, llvmOptions,
                                  options.pic ? llvm::Reloc::PIC_ : llvm::Reloc::Static, {}, codeGenLevel(options.opt)));
  if (!machine) {
    error = "no code generator for " + options.triple;
  }
  return machine;
}

static std::unique_ptr<llvm::MCSubtargetInfo> subtarget(const std::string &name) {
  initializeTargets();
  std::string error;
  const llvm::Triple triple(name);
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(triple, error);
  return std::unique_ptr<llvm::MCSubtargetInfo>(target == nullptr ? nullptr : target->createMCSubtargetInfo(triple, "", ""));
}

std::vector<std::string> cpuNames(const std::string &triple) {
  std::vector<std::string> names;
  if (const auto info = subtarget(triple)) {
    for (const auto &entry : info->getAllProcessorDescriptions()) {
      names.emplace_back(entry.Key);
    }
  }
  return names;
}

std::vector<std::string> featureNames(const std::string &triple) {
  std::vector<std::string> names;
  if (const auto info = subtarget(triple)) {
    for (const auto &entry : info->getAllProcessorFeatures()) {
      names.emplace_back(entry.Key);
    }
  }
  return names;
}

std::vector<std::string> enabledFeatures(const std::string &name, const std::string &cpu, const std::string &features) {
  initializeTargets();
  std::string error;
  const llvm::Triple triple(name);
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(triple, error);
  std::vector<std::string> names;
  const std::unique_ptr<llvm::MCSubtargetInfo> info(target == nullptr ? nullptr : target->createMCSubtargetInfo(triple, cpu, features));
  if (info) {
    for (const auto &entry : info->getAllProcessorFeatures()) {
      if (info->getFeatureBits().test(entry.Value)) {
        names.emplace_back(entry.Key);
      }
    }
  }
  return names;
}

} // namespace backend
