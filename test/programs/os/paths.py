import os
import os.path
from os.path import join

print(join('a', 'b', '/c', 'd'), join('', 'x'), os.path.split('/a/b/c.txt'), os.path.basename('/a/b'), os.path.dirname('/a/b/'), os.path.splitext('x.tar.gz'), os.path.splitext('.bashrc'))
print(os.path.normpath('/a/./b/../c//d'), os.path.normpath('../x/..'), os.path.isabs('/x'), os.path.relpath('/a/b/c', '/a/d'), os.path.commonpath(['/a/b', '/a/c']), os.path.commonprefix(['abc', 'abd']))
root = f'/tmp/tauraro-os-test-{os.getpid()}'
os.makedirs(join(root, 'x', 'y'))
with open(join(root, 'x', 'f.txt'), 'w') as f:
    f.write('12345')
print(sorted(os.listdir(join(root, 'x'))), os.path.exists(root), os.path.isdir(root), os.path.isfile(join(root, 'x/f.txt')), os.path.getsize(join(root, 'x/f.txt')), os.stat(join(root, 'x/f.txt')).st_size)
for top, dirs, files in os.walk(root):
    print(top.replace(root, 'ROOT'), dirs, files)
os.rename(join(root, 'x/f.txt'), join(root, 'g'))
os.remove(join(root, 'g'))
for action in (lambda: os.mkdir(root), lambda: os.rmdir('/nonexistent'), lambda: os.remove(join(root, 'no')), lambda: os.listdir('/nonexistent')):
    try:
        action()
    except OSError as e:
        print(type(e).__name__, str(e).replace(root, 'ROOT'))
os.rmdir(join(root, 'x/y'))
os.rmdir(join(root, 'x'))
os.rmdir(root)
print(os.path.exists(root), os.sep, os.linesep == '\n', os.name, os.getenv('NO_SUCH_VARIABLE', 'd'), 'PATH' in os.environ, os.path.abspath('x') == join(os.getcwd(), 'x'))
