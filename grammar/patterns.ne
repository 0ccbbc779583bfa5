@lexer lexer
# ---------- patterns of match statements ----------

patterns -> as_pattern {% id %}
          | star_pattern "," {% d => pattern.openSequence(list.one(d), d[1]) %}
          | star_pattern_list {% d => pattern.openSequence(d[0], null) %}
          | star_pattern_list "," {% d => pattern.openSequence(d[0], d[1]) %}
star_pattern -> as_pattern {% id %}
              | "*" %NAME {% d => pattern.star(d[0], d[1]) %}
star_pattern_list -> star_pattern "," star_pattern {% list.two %}
                   | star_pattern_list "," star_pattern {% list.more %}
star_patterns -> star_pattern {% list.one %}
               | star_patterns "," star_pattern {% list.more %}
as_pattern -> or_pattern {% id %}
            | or_pattern "as" %NAME {% d => pattern.as(d[0], d[2]) %}
or_pattern -> closed_pattern {% id %}
            | closed_pattern_list {% d => pattern.or(d[0]) %}
closed_pattern_list -> closed_pattern "|" closed_pattern {% list.two %}
                     | closed_pattern_list "|" closed_pattern {% list.more %}

closed_pattern -> %NAME {% d => pattern.capture(d[0]) %}
                | value_pattern {% d => pattern.value(d[0]) %}
                | "None" {% d => pattern.singleton(d[0]) %}
                | "True" {% d => pattern.singleton(d[0]) %}
                | "False" {% d => pattern.singleton(d[0]) %}
                | "(" as_pattern ")" {% d => pattern.group(d[0], d[1], d[2]) %}
                | "(" ")" {% d => pattern.sequence(d[0], null, d[1]) %}
                | "(" star_pattern "," ")" {% d => pattern.sequence(d[0], list.next([null, d[1]]), d[3]) %}
                | "(" star_pattern_list ")" {% d => pattern.sequence(d[0], d[1], d[2]) %}
                | "(" star_pattern_list "," ")" {% d => pattern.sequence(d[0], d[1], d[3]) %}
                | "[" "]" {% d => pattern.sequence(d[0], null, d[1]) %}
                | "[" star_patterns "]" {% d => pattern.sequence(d[0], d[1], d[2]) %}
                | "[" star_patterns "," "]" {% d => pattern.sequence(d[0], d[1], d[3]) %}
                | "{" "}" {% d => pattern.mapping(d[0], null, d[1]) %}
                | "{" mapping_items "}" {% d => pattern.mapping(d[0], d[1], d[2]) %}
                | "{" mapping_items "," "}" {% d => pattern.mapping(d[0], d[1], d[3]) %}
                | class_name "(" ")" {% d => pattern.classPattern(d[0], null, d[2]) %}
                | class_name "(" class_arguments ")" {% d => pattern.classPattern(d[0], d[2], d[3]) %}
                | class_name "(" class_arguments "," ")" {% d => pattern.classPattern(d[0], d[2], d[4]) %}

class_name -> %NAME {% d => expression.name(d[0]) %}
            | dotted_value {% id %}
dotted_value -> %NAME "." %NAME {% d => expression.attribute(expression.name(d[0]), d[2]) %}
              | dotted_value "." %NAME {% d => expression.attribute(d[0], d[2]) %}
value_pattern -> dotted_value {% id %}
               | signed_number {% id %}
               | signed_number "+" %NUMBER {% d => pattern.complexNumber(d[0], d[1], d[2]) %}
               | signed_number "-" %NUMBER {% d => pattern.complexNumber(d[0], d[1], d[2]) %}
               | strings {% d => string.concatenate(d[0]) %}
signed_number -> %NUMBER {% d => expression.number(d[0]) %}
               | "-" %NUMBER {% d => pattern.negativeNumber(d[0], d[1]) %}

mapping_items -> mapping_item {% list.one %}
               | mapping_items "," mapping_item {% list.more %}
mapping_item -> mapping_key ":" as_pattern {% d => pattern.mappingItem(d[0], d[2]) %}
              | "**" %NAME {% d => pattern.mappingRest(d[0], d[1]) %}
mapping_key -> value_pattern {% id %}
             | "None" {% d => expression.keywordConstant(d[0]) %}
             | "True" {% d => expression.keywordConstant(d[0]) %}
             | "False" {% d => expression.keywordConstant(d[0]) %}
class_arguments -> class_argument {% list.one %}
                 | class_arguments "," class_argument {% list.more %}
class_argument -> as_pattern {% id %}
                | %NAME "=" as_pattern {% d => pattern.keywordArgument(d[0], d[2]) %}
