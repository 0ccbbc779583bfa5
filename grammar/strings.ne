@lexer lexer
# ---------- string literals and f-strings (PEP 701) ----------

strings -> string_part {% list.one %}
         | strings string_part {% list.next %}
string_part -> %STRING {% id %}
             | %FSTART %FEND {% d => string.formatted(d[0], null, d[1]) %}
             | %FSTART fstring_parts %FEND {% d => string.formatted(d[0], d[1], d[2]) %}
fstring_parts -> fstring_part {% list.one %}
               | fstring_parts fstring_part {% list.next %}
fstring_part -> %FTEXT {% id %}
              | %FOPEN field_value %FCLOSE {% d => string.field(d[0], d[1], null, null, null, d[2]) %}
              | %FOPEN field_value %FEQUAL %FCLOSE {% d => string.field(d[0], d[1], d[2], null, null, d[3]) %}
              | %FOPEN field_value conversion %FCLOSE {% d => string.field(d[0], d[1], null, d[2], null, d[3]) %}
              | %FOPEN field_value %FEQUAL conversion %FCLOSE {% d => string.field(d[0], d[1], d[2], d[3], null, d[4]) %}
              | %FOPEN field_value format %FCLOSE {% d => string.field(d[0], d[1], null, null, d[2], d[3]) %}
              | %FOPEN field_value %FEQUAL format %FCLOSE {% d => string.field(d[0], d[1], d[2], null, d[3], d[4]) %}
              | %FOPEN field_value conversion format %FCLOSE {% d => string.field(d[0], d[1], null, d[2], d[3], d[4]) %}
              | %FOPEN field_value %FEQUAL conversion format %FCLOSE {% d => string.field(d[0], d[1], d[2], d[3], d[4], d[5]) %}
field_value -> star_exprs {% id %}
             | yield_expr {% id %}
conversion -> %FBANG %NAME {% d => string.conversion(d[0], d[1]) %}
format -> %FCOLON {% d => string.format(d[0], null) %}
        | %FCOLON fstring_parts {% d => string.format(d[0], d[1]) %}
