/** The variants of the runtime that only tests use, made when they are first needed. */
interface Script {
  buildRuntime(name: string): Promise<boolean>;
}

export async function prepareRuntime(variant: 'debug' | 'asan'): Promise<void> {
  const { buildRuntime } = (await import(new URL('../../../scripts/build-runtime.mjs', import.meta.url).href)) as Script;
  await buildRuntime(variant);
}
