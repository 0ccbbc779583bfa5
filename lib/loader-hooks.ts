/** The hooks that register.ts installs: what `import './geo.py'` gives. */
import type { LoadHook } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileModule, importText } from './driver/on-the-fly.js';

export const load: LoadHook = async (url, context, next) => {
  if (!/^file:.*\.(py|tr)$/.test(url)) return next(url, context);
  return { format: 'module', source: importText(compileModule(fileURLToPath(url))), shortCircuit: true };
};
