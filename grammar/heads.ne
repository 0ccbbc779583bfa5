@lexer lexer
# ---------- headers of compound statements ----------

head -> "if" named {% d => head.test('if', d[0], d[1]) %}
      | "elif" named {% d => head.test('elif', d[0], d[1]) %}
      | "while" named {% d => head.test('while', d[0], d[1]) %}
      | "else" {% d => head.plain('else', d[0]) %}
      | "try" {% d => head.plain('try', d[0]) %}
      | "finally" {% d => head.plain('finally', d[0]) %}
      | for_head {% id %}
      | "async" for_head {% d => head.asynchronous(d[0], d[1]) %}
      | with_head {% id %}
      | "async" with_head {% d => head.asynchronous(d[0], d[1]) %}
      | def_head {% id %}
      | "async" def_head {% d => head.asynchronous(d[0], d[1]) %}
      | "except" {% d => head.except(d[0], false, null, null) %}
      | "except" expr {% d => head.except(d[0], false, d[1], null) %}
      | "except" expr "as" %NAME {% d => head.except(d[0], false, d[1], d[3]) %}
      | "except" "*" expr {% d => head.except(d[0], true, d[2], null) %}
      | "except" "*" expr "as" %NAME {% d => head.except(d[0], true, d[2], d[4]) %}
      | "except" expr "," exception_list {% d => head.exceptOpenTuple(d[1], d[3]) %}
      | "except" expr "," exception_list "as" %NAME {% d => head.exceptOpenTuple(d[1], d[3]) %}
      | "except" "*" {% d => head.exceptStarNothing(d[1]) %}
      | "except" "*" expr "," exception_list {% d => head.exceptOpenTuple(d[2], d[4]) %}
      | "except" "*" expr "," exception_list "as" %NAME {% d => head.exceptOpenTuple(d[2], d[4]) %}
      | "class" %NAME {% d => head.classHead(d[0], d[1], null, null) %}
      | "class" %NAME arguments {% d => head.classHead(d[0], d[1], null, d[2]) %}
      | "class" %NAME type_params {% d => head.classHead(d[0], d[1], d[2], null) %}
      | "class" %NAME type_params arguments {% d => head.classHead(d[0], d[1], d[2], d[3]) %}
      | %MATCH items {% d => head.match(d[0], d[1], null) %}
      | %MATCH items "," {% d => head.match(d[0], d[1], d[2]) %}
      | %CASE patterns {% d => head.caseHead(d[0], d[1], null) %}
      | %CASE patterns "if" named {% d => head.caseHead(d[0], d[1], d[3]) %}

exception_list -> expr {% list.one %}
                | exception_list "," expr {% list.more %}
for_head -> "for" targets "in" star_exprs {% d => head.forHead(d[0], d[1], d[3]) %}
with_head -> "with" with_items {% d => head.withHead(d[0], d[1]) %}
with_items -> with_item {% list.one %}
            | with_items "," with_item {% list.more %}
with_item -> expr {% d => head.withItem(d[0], null) %}
           | expr "as" target {% d => head.withItem(d[0], d[2]) %}

def_head -> "def" %NAME parameters {% d => head.defHead(d[0], d[1], null, d[2], null) %}
          | "def" %NAME parameters "->" expr {% d => head.defHead(d[0], d[1], null, d[2], d[4]) %}
          | "def" %NAME type_params parameters {% d => head.defHead(d[0], d[1], d[2], d[3], null) %}
          | "def" %NAME type_params parameters "->" expr {% d => head.defHead(d[0], d[1], d[2], d[3], d[5]) %}
parameters -> "(" ")" {% () => null %}
            | "(" parameter_list ")" {% d => d[1] %}
            | "(" parameter_list "," ")" {% d => d[1] %}
parameter_list -> parameter {% list.one %}
                | parameter_list "," parameter {% list.more %}
parameter -> %NAME {% d => parameter.plain(d[0], null, null) %}
           | %NAME ":" expr {% d => parameter.plain(d[0], d[2], null) %}
           | %NAME "=" expr {% d => parameter.plain(d[0], null, d[2]) %}
           | %NAME ":" expr "=" expr {% d => parameter.plain(d[0], d[2], d[4]) %}
           | "*" {% d => parameter.bareStar(d[0]) %}
           | "*" %NAME {% d => parameter.star(d[0], d[1], null) %}
           | "*" %NAME ":" star_expr {% d => parameter.star(d[0], d[1], d[3]) %}
           | "**" %NAME {% d => parameter.doubleStar(d[0], d[1], null) %}
           | "**" %NAME ":" expr {% d => parameter.doubleStar(d[0], d[1], d[3]) %}
           | "/" {% d => parameter.slash(d[0]) %}
           | %NAME "=" {% d => parameter.missingDefault(d[1]) %}
           | %NAME ":" expr "=" {% d => parameter.missingDefault(d[3]) %}
           | "*" %NAME "=" expr {% d => parameter.starDefault(d[2]) %}
           | "*" %NAME ":" star_expr "=" expr {% d => parameter.starDefault(d[4]) %}
           | "**" %NAME "=" expr {% d => parameter.doubleStarDefault(d[2]) %}
           | "**" %NAME ":" expr "=" expr {% d => parameter.doubleStarDefault(d[4]) %}

type_params -> "[" type_param_list "]" {% d => d[1] %}
             | "[" type_param_list "," "]" {% d => d[1] %}
             | "[" "]" {% d => parameter.noTypeParameters(d[0], d[1]) %}
type_param_list -> type_param {% list.one %}
                 | type_param_list "," type_param {% list.more %}
type_param -> %NAME {% d => parameter.typeVar(d[0], null, null) %}
            | %NAME ":" expr {% d => parameter.typeVar(d[0], d[2], null) %}
            | %NAME "=" expr {% d => parameter.typeVar(d[0], null, d[2]) %}
            | %NAME ":" expr "=" expr {% d => parameter.typeVar(d[0], d[2], d[4]) %}
            | "*" %NAME {% d => parameter.typeVarTuple(d[0], d[1], null) %}
            | "*" %NAME "=" star_expr {% d => parameter.typeVarTuple(d[0], d[1], d[3]) %}
            | "*" %NAME ":" expr {% d => parameter.boundedPack('TypeVarTuple', d[2], d[3]) %}
            | "**" %NAME {% d => parameter.paramSpec(d[0], d[1], null) %}
            | "**" %NAME "=" expr {% d => parameter.paramSpec(d[0], d[1], d[3]) %}
            | "**" %NAME ":" expr {% d => parameter.boundedPack('ParamSpec', d[2], d[3]) %}
