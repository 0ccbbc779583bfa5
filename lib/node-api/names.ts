/** Python's names in JavaScript. */

/** May it stand after a dot, and between the braces of `export { x as … }`? */
export const isIdentifier = (name: string): boolean => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);

const reserved = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if
  implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof
  undefined var void while with yield`.split(/\s+/),
);

/** Not allowed as the name of a declaration in a module. */
export const isReserved = (name: string): boolean => reserved.has(name);

export const propertyName = (name: string): string => (isIdentifier(name) && name !== 'constructor' ? name : JSON.stringify(name));
