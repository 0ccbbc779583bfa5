#include "optimiser.h"

#include "expand-divisions.h"

#include <llvm/Analysis/CGSCCPassManager.h>
#include <llvm/Analysis/LoopAnalysisManager.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Transforms/IPO/StripDeadPrototypes.h>

namespace backend {

static llvm::OptimizationLevel levelOf(int opt, bool size) {
  if (size && opt > 0) {
    return llvm::OptimizationLevel::Os;
  }
  switch (opt) {
  case 0:
    return llvm::OptimizationLevel::O0;
  case 1:
    return llvm::OptimizationLevel::O1;
  case 2:
    return llvm::OptimizationLevel::O2;
  default:
    return llvm::OptimizationLevel::O3;
  }
}

/** The analyses of one run, and the builder that registers them. */
struct Passes {
  Passes(llvm::TargetMachine &machine, const llvm::PipelineTuningOptions &tuning) : builder(&machine, tuning) {
    builder.registerModuleAnalyses(modules);
    builder.registerCGSCCAnalyses(components);
    builder.registerFunctionAnalyses(functions);
    builder.registerLoopAnalyses(loops);
    builder.crossRegisterProxies(loops, functions, components, modules);
  }

  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager components;
  llvm::ModuleAnalysisManager modules;
  llvm::PassBuilder builder;
};

void optimise(llvm::Module &module, llvm::TargetMachine &machine, int opt, bool size) {
  llvm::PipelineTuningOptions tuning;
  tuning.LoopVectorization = opt >= 2;
  tuning.SLPVectorization = opt >= 2;
  tuning.LoopInterleaving = opt >= 2;
  Passes passes(machine, tuning);
  const llvm::OptimizationLevel level = levelOf(opt, size);
  llvm::ModulePassManager pipeline = opt == 0 ? passes.builder.buildO0DefaultPipeline(level) : passes.builder.buildPerModuleDefaultPipeline(level);
  if (opt >= 2 && !size) {
    pipeline.addPass(llvm::createModuleToFunctionPassAdaptor(ExpandDivisions()));
  }
  // A hidden declaration would become an undefined symbol even where nothing refers to it any more.
  pipeline.addPass(llvm::StripDeadPrototypesPass());
  pipeline.run(module, passes.modules);
}

void optimiseBriefly(llvm::Module &module, llvm::TargetMachine &machine) {
  Passes passes(machine, llvm::PipelineTuningOptions());
  llvm::ModulePassManager pipeline;
  llvm::cantFail(passes.builder.parsePassPipeline(
      pipeline, "always-inline,function(early-cse,simplifycfg,instcombine<no-verify-fixpoint>,early-cse<memssa>,simplifycfg,adce),"
                "elim-avail-extern,globaldce,strip-dead-prototypes"));
  pipeline.run(module, passes.modules);
}

} // namespace backend
