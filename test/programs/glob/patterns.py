import glob
import os

top = 'glob-test-folder'
for name in ('a/b/c', 'a/.hidden', 'd'):
    os.makedirs(os.path.join(top, name), exist_ok=True)
for name in ('x.txt', 'y.py', '.z.txt', 'a/x.txt', 'a/b/x.py', 'a/.hidden/h.txt', 'd/[1].txt'):
    open(os.path.join(top, name), 'w').close()
patterns = ['*', '*.txt', '.*', '*/*', '**', '**/*.txt', '**/', 'a/**', '?.py', '[xy].*', 'nothing', 'a', 'a/', '*/', 'a/b/../*.txt', 'd/' + glob.escape('[1].txt'), '**/x*', 'a/**/c']
for pattern in patterns:
    for options in ({}, {'recursive': True}, {'recursive': True, 'include_hidden': True}):
        print(pattern, sorted(glob.glob(pattern, root_dir=top, **options)), sorted(glob.iglob(f'{top}/{pattern}', **options)))
print(glob.escape('a*b?[c]'), glob.has_magic('a[b'), glob.has_magic('ab'))
for folder, folders, files in os.walk(top, topdown=False):
    for name in files:
        os.remove(os.path.join(folder, name))
    os.rmdir(folder)
