#include "linker.h"

#include <mutex>
#include <thread>

#include <lld/Common/Driver.h>
#include <llvm/Support/raw_ostream.h>

#include "targets.h"

LLD_HAS_DRIVER(coff)
LLD_HAS_DRIVER(elf)
LLD_HAS_DRIVER(mingw)
LLD_HAS_DRIVER(wasm)

namespace backend {

/** lld keeps what its threads allocate until they end: with one thread, which ends, a process that links often doesn't grow. */
static lld::Result linkInOwnThread(const std::vector<const char *> &arguments, llvm::raw_ostream &log) {
  lld::Result outcome;
  std::thread linker([&] {
    outcome = lld::lldMain(arguments, log, log,
                           {{lld::Gnu, &lld::elf::link},
                            {lld::MinGW, &lld::mingw::link},
                            {lld::WinLink, &lld::coff::link},
                            {lld::Wasm, &lld::wasm::link}});
  });
  linker.join();
  return outcome;
}

LinkResult link(const std::vector<std::string> &arguments) {
  static std::mutex oneAtATime;
  static bool unusable = false;
  const std::lock_guard<std::mutex> lock(oneAtATime);
  initializeTargets();
  LinkResult result;
  if (unusable) {
    result.log = "the linker failed before and cannot run again in this process";
    return result;
  }
  std::vector<const char *> pointers;
  for (const std::string &argument : arguments) {
    pointers.push_back(argument.c_str());
  }
  if (arguments[0] == "ld.lld" || arguments[0] == "wasm-ld") {
    pointers.insert(pointers.begin() + 1, "--threads=1");
  }
  llvm::raw_string_ostream stream(result.log);
  const lld::Result outcome = linkInOwnThread(pointers, stream);
  keepVariablesApart();
  unusable = !outcome.canRunAgain;
  result.ok = outcome.retCode == 0;
  return result;
}

} // namespace backend
