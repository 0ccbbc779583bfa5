import os
from pathlib import Path, PurePath, PurePosixPath

p = PurePosixPath('/usr/./lib//python3.tar.gz')
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, [str(each) for each in p.parents])
print(p.with_name('x'), p.with_suffix('.zip'), p.with_stem('s'), p.relative_to('/usr'), p.is_relative_to('/bin'), p.is_absolute())
print(PurePath('a') / 'b' / '../c', 'x' / PurePosixPath('y'), PurePosixPath('a', '/b', 'c'), PurePosixPath(), PurePosixPath('a') < PurePosixPath('b'))
print(p.match('*.gz'), p.match('lib/*.gz'), p.match('/*.gz'), hash(p) == hash(PurePosixPath(str(p))), p.as_uri())
for action in (lambda: p.relative_to('/bin'), lambda: p.with_suffix('x'), lambda: PurePosixPath('/').with_name('a'), lambda: PurePosixPath(1), lambda: p / 1):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
folder = Path('/tmp') / ('paths-of-%d' % os.getpid())
(folder / 'inner').mkdir(parents=True)
try:
    (folder / 'a.txt').write_text('héllo\n')
    (folder / 'inner' / 'b.txt').write_bytes(b'12')
    print((folder / 'a.txt').read_text(), (folder / 'inner/b.txt').read_bytes(), (folder / 'a.txt').exists(), folder.is_dir(), (folder / 'a.txt').is_file())
    print(sorted(each.name for each in folder.iterdir()), sorted(str(each.relative_to(folder)) for each in folder.rglob('*.txt')), [each.name for each in folder.glob('*.txt')])
    print((folder / 'a.txt').rename(folder / 'c.txt').name, type(folder).__name__, (folder / 'a.txt').exists())
    with (folder / 'c.txt').open() as file:
        print(file.readline())
    try:
        folder.mkdir()
    except FileExistsError:
        print('exists')
finally:
    for each in (folder / 'c.txt', folder / 'a.txt', folder / 'inner' / 'b.txt'):
        each.unlink(missing_ok=True)
    (folder / 'inner').rmdir()
    folder.rmdir()
