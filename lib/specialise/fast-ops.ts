/** Translators of operations on inferred types; null: nothing better than the general translation. */
import type { GenericKind } from '../ir/generic.js';
import type { OfKind } from '../ir/generic-info.js';
import type { Held, Translation } from './translation.js';

type Op<K extends GenericKind> = OfKind<K>;

export const fastOps: { readonly [K in GenericKind]?: (t: Translation, i: Op<K>) => Held | null } = {};
