@lexer lexer
# ---------- expressions ----------

expr -> disjunction {% id %}
      | disjunction "if" disjunction "else" expr {% d => expression.conditional(d[0], d[2], d[4]) %}
      | disjunction "if" disjunction {% d => expression.missingElse(d[0], d[2]) %}
      | lambda {% id %}
named -> walrus {% id %}
       | expr "=" expr {% d => expression.equalsForWalrus(d[0], d[1], d[2]) %}
walrus -> expr {% id %}
        | expr ":=" expr {% d => expression.namedExpression(d[0], d[1], d[2]) %}

# Operators in a row, shaped by precedence once the row is complete.
disjunction -> flat {% d => operator.shape(d[0]) %}
bitwise -> flat {% d => operator.shapeBitwise(d[0]) %}
flat -> operand {% id %}
      | flat binary_op operand {% d => operator.binary(d[0], d[1], d[2]) %}
operand -> primary {% id %}
         | "await" primary {% d => expression.awaited(d[0], d[1]) %}
         | prefix_op operand {% d => operator.prefix(d[0], d[1]) %}
prefix_op -> "-" {% id %} | "+" {% id %} | "~" {% id %} | "not" {% id %}
binary_op -> "+" {% id %} | "-" {% id %} | "*" {% id %} | "/" {% id %} | "//" {% id %} | "%" {% id %} | "@" {% id %} | "**" {% id %}
           | "<<" {% id %} | ">>" {% id %} | "&" {% id %} | "|" {% id %} | "^" {% id %}
           | "<" {% id %} | ">" {% id %} | "<=" {% id %} | ">=" {% id %} | "==" {% id %} | "!=" {% id %}
           | "in" {% id %} | "not in" {% id %} | "is" {% id %} | "is not" {% id %} | "and" {% id %} | "or" {% id %}

star_expr -> expr {% id %}
           | "*" bitwise {% d => expression.starred(d[0], d[1]) %}
star_exprs -> star_expr {% id %}
            | star_expr "," {% d => expression.openTuple(list.one(d), d[1]) %}
            | star_exprs_list {% d => expression.openTuple(d[0], null) %}
            | star_exprs_list "," {% d => expression.openTuple(d[0], d[1]) %}
star_exprs_list -> star_expr "," star_expr {% list.two %}
                 | star_exprs_list "," star_expr {% list.more %}

yield_expr -> "yield" {% d => expression.yielded(d[0], null) %}
            | "yield" star_exprs {% d => expression.yielded(d[0], d[1]) %}
            | "yield" "from" expr {% d => expression.yieldFrom(d[0], d[2]) %}

targets -> target {% id %}
         | target "," {% d => expression.openTuple(list.one(d), d[1]) %}
         | target_list {% d => expression.openTuple(d[0], null) %}
         | target_list "," {% d => expression.openTuple(d[0], d[1]) %}
target_list -> target "," target {% list.two %}
             | target_list "," target {% list.more %}
target -> primary {% id %}
        | "*" primary {% d => expression.starred(d[0], d[1]) %}

primary -> atom {% id %}
         | primary "." %NAME {% d => expression.attribute(d[0], d[2]) %}
         | primary arguments {% d => call.call(d[0], d[1]) %}
         | primary "[" slices "]" {% d => expression.subscript(d[0], d[2], d[3]) %}

arguments -> "(" ")" {% d => call.noArguments(d[0], d[1]) %}
           | "(" argument_list ")" {% d => call.argumentList(d[0], d[1], null, d[2]) %}
           | "(" argument_list "," ")" {% d => call.argumentList(d[0], d[1], d[2], d[3]) %}
argument_list -> argument {% list.one %}
               | argument_list "," argument {% list.more %}
argument -> walrus {% id %}
          | expr "=" expr {% d => call.keyword(d[0], d[1], d[2]) %}
          | expr "=" {% d => call.missingValue(d[0], d[1]) %}
          | expr "=" expr comprehension_clauses {% d => call.generatorForKeyword(d[0], d[1], d[2]) %}
          | "*" expr {% d => expression.starred(d[0], d[1]) %}
          | "*" expr "=" expr {% d => call.assignedUnpacking('iterable', d[0], d[2]) %}
          | "**" expr {% d => call.doubleStar(d[0], d[1]) %}
          | "**" expr "=" expr {% d => call.assignedUnpacking('keyword', d[0], d[2]) %}
          | walrus comprehension_clauses {% d => call.bareGenerator(d[0], d[1]) %}

slices -> slice {% d => expression.oneSlice(d[0]) %}
        | slice "," {% d => expression.openTuple(list.one(d), d[1]) %}
        | slice_list {% d => expression.openTuple(d[0], null) %}
        | slice_list "," {% d => expression.openTuple(d[0], d[1]) %}
slice_list -> slice "," slice {% list.two %}
            | slice_list "," slice {% list.more %}
slice -> named {% id %}
       | "*" bitwise {% d => expression.starred(d[0], d[1]) %}
       | ":" {% d => expression.slice(d[0], d[0], null, null, null) %}
       | expr ":" {% d => expression.slice(d[0], d[1], d[0], null, null) %}
       | ":" expr {% d => expression.slice(d[0], d[1], null, d[1], null) %}
       | expr ":" expr {% d => expression.slice(d[0], d[2], d[0], d[2], null) %}
       | ":" ":" {% d => expression.slice(d[0], d[1], null, null, null) %}
       | expr ":" ":" {% d => expression.slice(d[0], d[2], d[0], null, null) %}
       | ":" expr ":" {% d => expression.slice(d[0], d[2], null, d[1], null) %}
       | expr ":" expr ":" {% d => expression.slice(d[0], d[3], d[0], d[2], null) %}
       | ":" ":" expr {% d => expression.slice(d[0], d[2], null, null, d[2]) %}
       | expr ":" ":" expr {% d => expression.slice(d[0], d[3], d[0], null, d[3]) %}
       | ":" expr ":" expr {% d => expression.slice(d[0], d[3], null, d[1], d[3]) %}
       | expr ":" expr ":" expr {% d => expression.slice(d[0], d[4], d[0], d[2], d[4]) %}

atom -> %NAME {% d => expression.name(d[0]) %}
      | %NUMBER {% d => expression.number(d[0]) %}
      | strings {% d => string.concatenate(d[0]) %}
      | "None" {% d => expression.keywordConstant(d[0]) %}
      | "True" {% d => expression.keywordConstant(d[0]) %}
      | "False" {% d => expression.keywordConstant(d[0]) %}
      | "..." {% d => expression.keywordConstant(d[0]) %}
      | "(" ")" {% d => expression.tuple(d[0], null, d[1]) %}
      | "(" yield_expr ")" {% d => expression.group(d[0], d[1], d[2]) %}
      | "(" group_item ")" {% d => expression.group(d[0], d[1], d[2]) %}
      | "(" group_item "," ")" {% d => expression.tuple(d[0], list.next([null, d[1]]), d[3]) %}
      | "(" group_items ")" {% d => expression.tuple(d[0], d[1], d[2]) %}
      | "(" group_items "," ")" {% d => expression.tuple(d[0], d[1], d[3]) %}
      | "(" item comprehension_clauses ")" {% d => expression.comprehension('GeneratorExp', d[0], d[1], d[2], d[3]) %}
      | "(" "**" expr ")" {% d => expression.doubleStarredGroup(d[1], d[2]) %}
      | "[" "]" {% d => expression.list(d[0], null, d[1]) %}
      | "[" items "]" {% d => expression.list(d[0], d[1], d[2]) %}
      | "[" items "," "]" {% d => expression.list(d[0], d[1], d[3]) %}
      | "[" item comprehension_clauses "]" {% d => expression.comprehension('ListComp', d[0], d[1], d[2], d[3]) %}
      | "{" "}" {% d => expression.dict(d[0], null, d[1]) %}
      | "{" items "}" {% d => expression.set(d[0], d[1], d[2]) %}
      | "{" items "," "}" {% d => expression.set(d[0], d[1], d[3]) %}
      | "{" item comprehension_clauses "}" {% d => expression.comprehension('SetComp', d[0], d[1], d[2], d[3]) %}
      | "{" pairs "}" {% d => expression.dict(d[0], d[1], d[2]) %}
      | "{" pairs "," "}" {% d => expression.dict(d[0], d[1], d[3]) %}
      | "{" pair comprehension_clauses "}" {% d => expression.dictComprehension(d[0], d[1], d[2], d[3]) %}

item -> named {% id %}
      | "*" bitwise {% d => expression.starred(d[0], d[1]) %}
items -> item {% list.one %}
       | items "," item {% list.more %}
# "x as y" in parentheses is good only as a with-item.
group_item -> item {% id %}
            | expr "as" target {% d => expression.asItem(d[0], d[1], d[2]) %}
group_items -> group_item "," group_item {% list.two %}
             | group_items "," group_item {% list.more %}
pair -> expr ":" expr {% d => expression.pair(d[0], d[2]) %}
      | "**" bitwise {% d => expression.mappingPair(d[0], d[1]) %}
      | expr ":" {% d => expression.missingPairValue(d[1]) %}
      | expr ":" "*" bitwise {% d => expression.starredPairValue(d[2], d[3]) %}
pairs -> pair {% list.one %}
       | pairs "," pair {% list.more %}

comprehension_clauses -> for_clause {% list.one %}
                       | comprehension_clauses for_clause {% list.next %}
                       | comprehension_clauses "if" disjunction {% d => list.next([d[0], expression.ifClause(d[2])]) %}
for_clause -> "for" targets "in" disjunction {% d => expression.forClause(false, d[1], d[3]) %}
            | "async" "for" targets "in" disjunction {% d => expression.forClause(true, d[2], d[4]) %}

lambda -> "lambda" ":" expr {% d => expression.lambda(d[0], null, d[2]) %}
        | "lambda" lambda_parameters ":" expr {% d => expression.lambda(d[0], d[1], d[3]) %}
        | "lambda" lambda_parameters "," ":" expr {% d => expression.lambda(d[0], d[1], d[4]) %}
lambda_parameters -> lambda_parameter {% list.one %}
                   | lambda_parameters "," lambda_parameter {% list.more %}
lambda_parameter -> %NAME {% d => parameter.plain(d[0], null, null) %}
                  | %NAME "=" expr {% d => parameter.plain(d[0], null, d[2]) %}
                  | "*" {% d => parameter.bareStar(d[0]) %}
                  | "*" %NAME {% d => parameter.star(d[0], d[1], null) %}
                  | "**" %NAME {% d => parameter.doubleStar(d[0], d[1], null) %}
                  | "/" {% d => parameter.slash(d[0]) %}
                  | %NAME "=" {% d => parameter.missingDefault(d[1]) %}
                  | "*" %NAME "=" expr {% d => parameter.starDefault(d[2]) %}
                  | "**" %NAME "=" expr {% d => parameter.doubleStarDefault(d[2]) %}
