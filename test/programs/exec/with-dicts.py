# exec/eval more
code = '''
counter = 0
def bump(n=1):
    global counter
    counter += n
    return counter
class K:
    attr = counter
    def m(self): return [self.attr, bump(), len(names)]
names = [x * 2 for x in range(3)]
'''
ns = {'pre': 7}
exec(code, ns)
print(ns['bump'](), ns['bump'](5), ns['counter'], ns['K']().m(), sorted(k for k in ns if k != '__builtins__'))
exec('pre += 1; del names', ns)
print(ns['pre'], 'names' in ns)
try: exec('undefined_thing', ns)
except NameError as e: print(e)
g, l = {'a': 1}, {'b': 2}
exec('c = a + b\ndef f(): return a', g, l)
print(l['c'], 'c' in g, l['f']())
print(eval('a + b + c', g, l), eval('[x + a for x in range(3)]', g), eval('(lambda q: q + a)(4)', g))
