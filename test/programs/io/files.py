import os

path = f'/tmp/tauraro-io-test-{os.getpid()}.txt'
with open(path, 'w') as f:
    print(f.write('first\nsecond é\n'), f.name == path, f.mode, f.closed)
    print('third', file=f)
    f.writelines(['4\n', '5'])
print(f.closed, open(path).read())
with open(path, encoding='utf-8') as f:
    print(f.readline(), next(f), [line.strip() for line in f], f.read())
with open(path, 'a') as f:
    print(f.tell(), f.write('\nmore'), f.tell())
with open(path, 'rb') as f:
    print(f.read(8), f.readline(), f.tell(), f.seek(2), f.read(3), f.readlines()[-1])
with open(path, 'r+') as f:
    f.seek(0)
    f.write('FIRST')
print(open(path).readlines(), len(open(path, 'rb').read()))
for action in (lambda: open('/nonexistent/file'), lambda: open(path, 'q'), lambda: open(path, 'rw'), lambda: open('/tmp'), lambda: open(path, 'x'), lambda: f.read(),
               lambda: open(path).write('x'), lambda: open(path, 'w').read()):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, str(e).replace(path, 'PATH'))
os.remove(path)
try:
    open(path)
except FileNotFoundError as e:
    print(e.errno, e.strerror, e.filename == path)
