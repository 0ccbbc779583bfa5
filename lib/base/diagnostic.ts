/** What we tell the user. Phases build diagnostics as data; only the driver makes text of them. */
import type { SourceFile, Span } from './source.js';

export interface Diagnostic {
  /** `E1xx` syntax, `E2xx` names, `E3xx` types, `E4xx` classes, `E5xx` targets and linking, `E9xx` unsupported. */
  readonly code: string;
  /** `unsupported` is valid Python that we don't compile yet: never silent, never a crash. */
  readonly severity: 'error' | 'warning' | 'unsupported';
  readonly source: SourceFile;
  readonly span: Span;
  /** Lower case unless CPython's wording begins otherwise, no full stop. */
  readonly message: string;
  readonly help?: string | undefined;
}

/** The sink each phase receives. A phase reports and goes on; the driver decides when to stop. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];

  report(diagnostic: Diagnostic): void {
    this.list.push(diagnostic);
  }

  get failed(): boolean {
    return this.list.some((diagnostic) => diagnostic.severity !== 'warning');
  }
}
