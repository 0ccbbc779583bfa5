@lexer lexer
# ---------- simple statements ----------

simple_statements -> simple {% list.one %}
                   | simple_statements ";" simple {% list.more %}

simple -> star_exprs {% d => statement.expressionStatement(d[0]) %}
        | yield_expr {% d => statement.expressionStatement(d[0]) %}
        | targets_equal right_side {% d => statement.assign(d[0], d[1]) %}
        | star_exprs augmented_op right_side {% d => statement.augmentedAssign(d[0], d[1], d[2]) %}
        | star_exprs ":" expr {% d => statement.annotatedAssign(d[0], d[2], null) %}
        | star_exprs ":" expr "=" right_side {% d => statement.annotatedAssign(d[0], d[2], d[4]) %}
        | "return" {% d => statement.returnStatement(d[0], null) %}
        | "return" star_exprs {% d => statement.returnStatement(d[0], d[1]) %}
        | "pass" {% d => statement.passStatement(d[0]) %}
        | "break" {% d => statement.breakStatement(d[0]) %}
        | "continue" {% d => statement.continueStatement(d[0]) %}
        | "raise" {% d => statement.raise(d[0], null, null) %}
        | "raise" expr {% d => statement.raise(d[0], d[1], null) %}
        | "raise" expr "from" expr {% d => statement.raise(d[0], d[1], d[3]) %}
        | "global" names {% d => statement.globalStatement(d[0], d[1]) %}
        | "nonlocal" names {% d => statement.nonlocalStatement(d[0], d[1]) %}
        | "del" star_exprs {% d => statement.deleteStatement(d[0], d[1]) %}
        | "assert" expr {% d => statement.assertStatement(d[0], d[1], null) %}
        | "assert" expr "," expr {% d => statement.assertStatement(d[0], d[1], d[3]) %}
        | "import" dotted_aliases {% d => statement.importStatement(d[0], d[1]) %}
        | "from" from_module "import" "*" {% d => statement.importStar(d[0], d[1], d[3]) %}
        | "from" from_module "import" aliases {% d => statement.importFrom(d[0], d[1], d[3], null) %}
        | "from" from_module "import" "(" aliases ")" {% d => statement.importFrom(d[0], d[1], d[4], d[5]) %}
        | "from" from_module "import" "(" aliases "," ")" {% d => statement.importFrom(d[0], d[1], d[4], d[6]) %}
        | %TYPE %NAME "=" expr {% d => statement.typeAlias(d[0], d[1], null, d[3]) %}
        | %TYPE %NAME type_params "=" expr {% d => statement.typeAlias(d[0], d[1], d[2], d[4]) %}

targets_equal -> star_exprs "=" {% list.one %}
               | yield_expr "=" {% list.one %}
               | targets_equal right_side "=" {% list.next %}
right_side -> star_exprs {% id %}
            | yield_expr {% id %}

augmented_op -> "+=" {% id %} | "-=" {% id %} | "*=" {% id %} | "@=" {% id %} | "/=" {% id %} | "%=" {% id %} | "&=" {% id %}
              | "|=" {% id %} | "^=" {% id %} | "<<=" {% id %} | ">>=" {% id %} | "**=" {% id %} | "//=" {% id %}

names -> %NAME {% list.one %}
       | names "," %NAME {% list.more %}

dotted_name -> %NAME {% d => statement.dottedName(null, d[0]) %}
             | dotted_name "." %NAME {% d => statement.dottedName(d[0], d[2]) %}
dotted_alias -> dotted_name {% d => statement.alias(d[0], null) %}
              | dotted_name "as" %NAME {% d => statement.alias(d[0], d[2]) %}
dotted_aliases -> dotted_alias {% list.one %}
                | dotted_aliases "," dotted_alias {% list.more %}
from_module -> dotted_name {% d => statement.fromModule(0, d[0]) %}
             | dots {% d => statement.fromModule(d[0], null) %}
             | dots dotted_name {% d => statement.fromModule(d[0], d[1]) %}
dots -> "." {% () => 1 %}
      | "..." {% () => 3 %}
      | dots "." {% d => d[0] + 1 %}
      | dots "..." {% d => d[0] + 3 %}
alias -> %NAME {% d => statement.alias(statement.dottedName(null, d[0]), null) %}
       | %NAME "as" %NAME {% d => statement.alias(statement.dottedName(null, d[0]), d[2]) %}
aliases -> alias {% list.one %}
         | aliases "," alias {% list.more %}
