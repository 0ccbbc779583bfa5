import string


class Percent(string.Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


class Braced(string.Template):
    braceidpattern = '[0-9]+'


class Own(string.Template):
    pattern = r'\[\[(?P<escaped>x)|(?P<named>[a-z]+)\]\]|(?P<braced>zz)|(?P<invalid>qqq)'


print(Percent('%ab_cd %x %%').safe_substitute(ab_cd=3), Braced('$a ${12} ${a}').safe_substitute({'a': 1, '12': 'x'}))
print(Own('a b]] c').safe_substitute(b=4), Own('a b]] zz').get_identifiers(), Own('qqq').is_valid())
template = string.Template('$Who $ɑ ${what} $$ $who')
print(template.safe_substitute(Who=1, what=2), template.get_identifiers(), template.is_valid())
for text in ('a\n b $1', '$', '${a', '$a'):
    try:
        print(string.Template(text).substitute({}))
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e, string.Template(text).safe_substitute())
