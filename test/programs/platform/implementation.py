import platform
import sys

print(platform.python_implementation())
print(platform.python_version().startswith('3.13.'), platform.python_version_tuple()[:2])
print(platform.system() == {'linux': 'Linux', 'darwin': 'Darwin', 'win32': 'Windows'}[sys.platform])
