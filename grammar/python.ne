# Python 3.13, one logical line at a time; lib/syntax/blocks.ts joins headers and indented bodies.
# The grammar accepts a little more than Python ("cover"): the factories in lib/syntax/nodes/ and the validator reject the rest
# in CPython's words. Rules are left-recursive and never empty; operators are flat and get their precedence in nodes/operators.ts.
# A postprocessor is one call of a typed factory: pure, and O(1) wherever a rule can be reduced inside a list. Some rules stand only
# for a mistake that CPython explains (`f(a=)`): their factories throw the explanation.
@preprocessor typescript
@{%
import * as call from '../nodes/calls.js';
import * as expression from '../nodes/expressions.js';
import * as list from '../nodes/lists.js';
import * as operator from '../nodes/operators.js';
import * as parameter from '../nodes/parameters.js';
import * as pattern from '../nodes/patterns.js';
import * as head from '../nodes/heads.js';
import * as statement from '../nodes/statements.js';
import * as string from '../nodes/strings.js';
/** nearley asks its lexer which token types exist; ours are all that the grammar names. */
const lexer: any = { has: () => true };
%}
@lexer lexer

line -> simple_statements %NEWLINE {% d => statement.simpleLine(d[0]) %}
      | simple_statements ";" %NEWLINE {% d => statement.simpleLine(d[0]) %}
      | head ":" %NEWLINE {% d => statement.headLine(d[0], null) %}
      | head ":" simple_statements %NEWLINE {% d => statement.headLine(d[0], d[2]) %}
      | head ":" simple_statements ";" %NEWLINE {% d => statement.headLine(d[0], d[2]) %}
      | "@" named %NEWLINE {% d => statement.decoratorLine(d[1]) %}

@include "./statements.ne"
@include "./heads.ne"
@include "./patterns.ne"
@include "./expressions.ne"
@include "./strings.ne"
