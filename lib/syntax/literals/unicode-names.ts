/** Character names for `\N{…}`. */

/** The code point with this name or alias, in any case; undefined if there is none. */
export function lookUpUnicodeName(_name: string): number | undefined {
  return undefined;
}
