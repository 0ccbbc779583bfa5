/** The two addons: what one builds, the other compiles; every symbol resolves; mistakes throw. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { loadBackend, loadIrBuilder, nativeFolder } from '../../../lib/driver/installation.js';

/** A module with `f(x) = x + 2^53 + 1`, which no double can hold. */
function exampleModule(): Buffer {
  const llvm = loadIrBuilder();
  const { ext } = llvm;
  const context = new llvm.LLVMContext();
  ext.enableOpaquePointers(context);
  const module = new llvm.Module('example', context);
  const builder = new llvm.IRBuilder(context);
  const i64 = builder.getInt64Ty();
  const fn = llvm.Function.Create(llvm.FunctionType.get(i64, [i64], false), llvm.Function.LinkageTypes.ExternalLinkage, 'f', module);
  ext.addFnAttr(fn, 'nounwind');
  builder.SetInsertPoint(llvm.BasicBlock.Create(context, 'entry', fn));
  const sum = builder.CreateAdd(fn.getArg(0), ext.constInt(context, 64, 2n ** 53n + 1n));
  ext.setNoWrap(sum, false, true);
  builder.CreateRet(sum);
  assert.equal(ext.verifyModule(module), null);
  const bitcode = ext.writeBitcode(module);
  ext.disposeModule(module);
  ext.disposeContext(context);
  return bitcode;
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
    assert.throws(() => ext.addFnAttr(undefined as never, 'nounwind'), TypeError);
  });
});
