#include "expand-divisions.h"

#include <llvm/Analysis/AssumptionCache.h>
#include <llvm/Analysis/LazyValueInfo.h>
#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/Dominators.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/PatternMatch.h>
#include <llvm/TargetParser/Triple.h>

#include <optional>
#include <vector>

namespace backend {

using llvm::APInt;
using llvm::Value;

/** x / divisor == (x * factor) >> shift for all x up to the bound that it was made for. */
struct Multiplication {
  APInt factor;
  unsigned shift;
};

/**
 * The factor is 2^shift / divisor, rounded up by `excess` / divisor. The product is then too large by x * excess / divisor, which does no harm below
 * 2^shift / divisor. (Granlund and Montgomery, Division by Invariant Integers using Multiplication, 1994.) No such factor where x * factor could take
 * more than `bits` bits.
 */
static std::optional<Multiplication> multiplicationFor(const APInt &bound, const APInt &divisor, unsigned bits) {
  constexpr unsigned wide = 256;
  const APInt most = bound.zext(wide);
  const APInt by = divisor.zext(wide);
  for (unsigned shift = divisor.ceilLogBase2(); shift < bits; shift++) {
    const APInt power = APInt::getOneBitSet(wide, shift);
    const APInt factor = (power + by - 1).udiv(by);
    const APInt excess = factor * by - power;
    if ((most * factor).getActiveBits() > bits) {
      return std::nullopt;
    }
    if ((most * excess).ult(power)) {
      return Multiplication{factor, shift};
    }
  }
  return std::nullopt;
}

/** Processors on which the upper half of a product of two 64-bit numbers is one instruction. */
static bool hasUpperHalf(const llvm::Function &function) {
  const llvm::Triple &triple = function.getParent()->getTargetTriple();
  return triple.isX86_64() || triple.isAArch64();
}

class Expansion {
public:
  Expansion(llvm::BinaryOperator &division, const APInt &divisor, const APInt &bound)
      : division(division), divisor(divisor), bound(bound), builder(&division), type(division.getType()) {}

  /** The result by other means; null where the division had better stay. */
  Value *make() {
    Value *quotient = shortQuotient(32);
    if (!quotient) {
      quotient = shortQuotient(64);
    }
    if (!quotient) {
      quotient = longQuotient();
    }
    if (!quotient || division.getOpcode() == llvm::Instruction::UDiv) {
      return quotient;
    }
    Value *multiple = builder.CreateNUWMul(quotient, llvm::ConstantInt::get(type, divisor));
    return builder.CreateSub(division.getOperand(0), multiple, "", true);
  }

private:
  /** By a product that fits a register. */
  Value *shortQuotient(unsigned bits) {
    if (type->getIntegerBitWidth() > bits && bits < 64) {
      return nullptr;
    }
    const auto by = multiplicationFor(bound, divisor, bits);
    if (!by) {
      return nullptr;
    }
    llvm::Type *wide = builder.getIntNTy(bits);
    Value *product = builder.CreateNUWMul(builder.CreateZExt(division.getOperand(0), wide), llvm::ConstantInt::get(wide, by->factor.trunc(bits)));
    return builder.CreateTrunc(builder.CreateLShr(product, by->shift), type);
  }

  /** By the upper half of a product: shorter than what the code generator makes once the topmost bit is known to be 0. */
  Value *longQuotient() {
    if (type->getIntegerBitWidth() != 64 || bound.countl_zero() == 0 || !hasUpperHalf(*division.getFunction())) {
      return nullptr;
    }
    const auto by = multiplicationFor(bound, divisor, 127);
    if (!by || by->factor.getActiveBits() > 64 || by->shift < 64) {
      return nullptr;
    }
    llvm::Type *wide = builder.getInt128Ty();
    Value *product = builder.CreateNUWMul(builder.CreateZExt(division.getOperand(0), wide), llvm::ConstantInt::get(wide, by->factor.trunc(128)));
    Value *upper = builder.CreateTrunc(builder.CreateLShr(product, 64), type);
    return builder.CreateLShr(upper, by->shift - 64);
  }

  llvm::BinaryOperator &division;
  const APInt &divisor;
  const APInt &bound;
  llvm::IRBuilder<> builder;
  llvm::Type *type;
};

/** The constant by which an instruction divides, if it is one that can be expanded. */
static const APInt *divisorOf(llvm::Instruction &instruction) {
  using namespace llvm::PatternMatch;
  const APInt *divisor = nullptr;
  const bool divides = match(&instruction, m_CombineOr(m_UDiv(m_Value(), m_APInt(divisor)), m_URem(m_Value(), m_APInt(divisor))));
  if (!divides || !instruction.getType()->isIntegerTy() || instruction.getType()->getIntegerBitWidth() > 64) {
    return nullptr;
  }
  return divisor->ule(1) || divisor->isPowerOf2() ? nullptr : divisor;
}

/** The greatest value that an instruction's first operand can have there. */
static APInt boundOf(llvm::Instruction &instruction, llvm::FunctionAnalysisManager &analyses) {
  llvm::Function &function = *instruction.getFunction();
  auto &ranges = analyses.getResult<llvm::LazyValueAnalysis>(function);
  const APInt byRange = ranges.getConstantRangeAtUse(instruction.getOperandUse(0), false).getUnsignedMax();
  const llvm::SimplifyQuery query(function.getDataLayout(), &analyses.getResult<llvm::DominatorTreeAnalysis>(function),
                                  &analyses.getResult<llvm::AssumptionAnalysis>(function), &instruction);
  const APInt byBits = llvm::computeKnownBits(instruction.getOperand(0), query).getMaxValue();
  return llvm::APIntOps::umin(byRange, byBits);
}

struct Division {
  llvm::BinaryOperator *instruction;
  APInt divisor;
  APInt bound;
};

llvm::PreservedAnalyses ExpandDivisions::run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses) {
  if (function.hasOptSize() || !function.getDataLayout().isLegalInteger(64)) {
    return llvm::PreservedAnalyses::all();
  }
  // All bounds first: they come from the divisions that are about to go.
  std::vector<Division> divisions;
  for (llvm::Instruction &instruction : llvm::instructions(function)) {
    if (const APInt *divisor = divisorOf(instruction)) {
      divisions.push_back({llvm::cast<llvm::BinaryOperator>(&instruction), *divisor, boundOf(instruction, analyses)});
    }
  }
  bool changed = false;
  for (const Division &division : divisions) {
    if (Value *result = Expansion(*division.instruction, division.divisor, division.bound).make()) {
      result->takeName(division.instruction);
      division.instruction->replaceAllUsesWith(result);
      division.instruction->eraseFromParent();
      changed = true;
    }
  }
  return changed ? llvm::PreservedAnalyses::none() : llvm::PreservedAnalyses::all();
}

} // namespace backend
