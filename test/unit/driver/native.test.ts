/** The two addons: what one builds, the other compiles; every symbol resolves; mistakes throw. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Builder, type LlvmBlock, type LlvmFunction, type LlvmType, type LlvmValue } from '../../../lib/backend/llvm/builder.js';
import { loadBackend, loadIrBuilder, nativeFolder } from '../../../lib/driver/installation.js';

interface Example {
  readonly builder: Builder;
  readonly i64: LlvmType;
  readonly fn: LlvmFunction;
}

/** The bitcode of a module with a function f of an i64 that gives an i64. */
function moduleWith(build: (example: Example) => void): Buffer {
  const llvm = loadIrBuilder();
  const { ext } = llvm;
  const context = new llvm.LLVMContext();
  ext.enableOpaquePointers(context);
  const module = new llvm.Module('example', context);
  try {
    const builder = new Builder(ext, module);
    const i64 = builder.ImportType(llvm.Type.getInt64Ty(context));
    const fn = builder.DeclareFunction(builder.FunctionType(i64, [i64]), 'f');
    builder.SetInsertPoint(builder.CreateBlock(fn));
    build({ builder, i64, fn });
    builder.flush();
    assert.equal(ext.verifyModule(module), null);
    return ext.writeBitcode(module);
  } finally {
    ext.disposeModule(module);
    ext.disposeContext(context);
  }
}

/** `f(x) = x + 2^53 + 1`, which no double can hold. */
function exampleModule(): Buffer {
  return moduleWith(({ builder, fn }) => {
    builder.AddFnAttr(fn, 'nounwind');
    const sum = builder.CreateAdd(builder.GetArg(fn, 0), builder.ConstInt(64, 2n ** 53n + 1n));
    builder.SetNoWrap(sum, false, true);
    builder.CreateRet(sum);
  });
}

describe('native addons', () => {
  it('resolve every symbol', () => {
    for (const name of ['irbuilder.node', 'backend.node']) {
      const script = `require(${JSON.stringify(join(nativeFolder, name))})`;
      const { status, stderr } = spawnSync(process.execPath, ['-e', script], { env: { ...process.env, LD_BIND_NOW: '1' }, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    }
  });

  it('keep 64-bit constants exact from one LLVM to the other', () => {
    const { output } = loadBackend().compile(exampleModule(), { emit: 'll', opt: 3, verify: true });
    assert.match(output.toString(), /add nsw i64 %\w+, 9007199254740993/);
  });

  it('compile for several machines', async () => {
    for (const triple of ['x86_64-linux-gnu', 'aarch64-linux-gnu', 'armv7-linux-gnueabihf', 'riscv64-linux-gnu', 'wasm32-wasi']) {
      const { output } = await loadBackend().compileAsync(exampleModule(), { triple });
      assert.ok(output.length > 100, triple);
    }
  });

  it('give the same bytes each time', () => {
    const [first, second] = [0, 1].map(() => loadBackend().compile(exampleModule(), { opt: 3 }).output);
    assert.ok(first!.equals(second!));
  });

  it('throw for what they cannot use', async () => {
    const backend = loadBackend();
    assert.throws(() => backend.compile(Buffer.from('nonsense'), {}), /cannot read the program's bitcode/);
    assert.throws(() => backend.compile(exampleModule(), { cpu: 'no-such-cpu' }), /unknown CPU 'no-such-cpu'/);
    assert.throws(() => backend.compile(exampleModule(), { triple: 'pdp11-unix' }), /pdp11-unix/);
    await assert.rejects(backend.compileAsync(Buffer.from('nonsense'), {}), /cannot read/);
    assert.deepEqual(backend.link(['ld.lld', 'absent.o']).ok, false);
    const { ext } = loadIrBuilder();
    assert.throws(() => ext.writeBitcode(undefined as never), TypeError);
  });

  it('keep integers and doubles of a recording exact', () => {
    const numbers = [0, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, -(2 ** 53) + 1, 2n ** 63n - 1n, -(2n ** 63n)];
    const bitcode = moduleWith(({ builder, fn }) => {
      for (const [index, number] of numbers.entries()) builder.DefineGlobal('external', true, builder.ConstInt(64, number), `n${index}`);
      builder.DefineGlobal('external', true, builder.ConstDouble(-0), 'zero');
      builder.CreateRet(builder.GetArg(fn, 0));
    });
    const text = loadBackend().compile(bitcode, { emit: 'll', opt: 0 }).output.toString();
    for (const [index, number] of numbers.entries()) assert.ok(text.includes(`@n${index} = constant i64 ${number}\n`), `${number}`);
    assert.match(text, /@zero = constant double -0\.0/);
  });

  it('play recordings longer than the buffer', () => {
    const long = 'x'.repeat(300_000);
    const bitcode = moduleWith(({ builder, fn }) => {
      builder.DefineGlobal('external', true, builder.ConstBytes(Buffer.from(long)), 'text');
      let sum = builder.GetArg(fn, 0);
      for (let index = 0; index < 50_000; index++) sum = builder.CreateXor(sum, builder.GetArg(fn, 0));
      builder.CreateRet(sum);
    });
    assert.ok(loadBackend().compile(bitcode, { emit: 'll', opt: 0 }).output.includes(long));
  });

  it('refuse broken recordings', () => {
    const broken: [RegExp, (example: Example) => void][] = [
      [/Ret: no value 99/, ({ builder }) => builder.CreateRet(99 as LlvmValue)],
      [/Br: an operand is no block/, ({ builder, fn }) => builder.CreateBr(fn as number as LlvmBlock)],
      [/Argument: f has no argument 1/, ({ builder, fn }) => void builder.GetArg(fn, 1)],
      [/Call: f takes 1 arguments, not 0/, ({ builder, fn }) => void builder.CreateCall(fn, [])],
      [/Load: no type -1/, ({ builder, fn }) => void builder.CreateLoad(-1 as LlvmType, fn)],
    ];
    for (const [message, build] of broken) assert.throws(() => moduleWith(build), message);
  });
});
