// The targets that this back end knows, and how to make a machine for one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <llvm/Target/TargetMachine.h>

namespace backend {

/** A CPU and features besides its own. */
struct CpuLevel {
  std::string cpu, features;
};

struct TargetOptions {
  std::string triple;
  std::string cpu;
  std::string features;
  std::string abi;
  int opt = 3;
  bool pic = true;
};

/** What this machine reports; `features` is a list like "+sse2,-avx", sorted, so that builds are repeatable. */
struct HostInfo {
  std::string triple;
  std::string cpu;
  std::string features;
  std::string llvmVersion;
};

/** Once a process; the other functions call it themselves. Safe from any thread. */
void initializeTargets();

/** Sets LLVM's options; to be called again after whatever resets them, as lld does. */
void keepVariablesApart();

HostInfo hostInfo();

/** Null, with the reason in `error`, where the triple, CPU or ABI is unknown. */
std::unique_ptr<llvm::TargetMachine> createTargetMachine(const TargetOptions &options, std::string &error);

std::vector<std::string> cpuNames(const std::string &triple);
std::vector<std::string> featureNames(const std::string &triple);
/** What a CPU has, with these features added or taken away. */
std::vector<std::string> enabledFeatures(const std::string &triple, const std::string &cpu, const std::string &features);

} // namespace backend
