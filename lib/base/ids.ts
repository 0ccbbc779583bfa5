/** Numbers that can't be mixed up with another kind of number. */
export type Id<Tag extends string> = number & { readonly __tag: Tag };

export type BlockId = Id<'Block'>;
export type ValueId = Id<'Value'>;
