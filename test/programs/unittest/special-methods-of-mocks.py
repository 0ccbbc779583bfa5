from unittest.mock import Mock, MagicMock, patch
import sys
def getitem(name): return {'a': 1}[name]
mock = Mock()
try:
    mock.__getitem__ = Mock(side_effect=getitem)
    print(mock['a'])
except Exception as e: print(type(e), e)
try:
    with patch.dict('sys.modules', {'fooble': mock}):
        print('fooble' in sys.modules)
    print('fooble' in sys.modules)
except Exception as e: print(type(e), e)
m = MagicMock()
try:
    m.__str__.return_value = 'foobarbaz'
    print(str(m), m.__str__.assert_called_with())
except Exception as e: print(type(e), e)
try:
    m.__getitem__.side_effect = getitem
    print(m['a'], m.__getitem__.call_args_list)
except Exception as e: print(type(e), e)
d = MagicMock(spec_set=dict)
try:
    d.__getitem__.side_effect = getitem
    print(d['a'])
except Exception as e: print(type(e), e)
n = Mock()
n.__str__ = Mock(return_value='wheeeeee')
print(str(n))
n.__len__ = lambda self: 3
print(len(n))
print(type(Mock()), type(n).__name__, isinstance(n, Mock), type(m.child), list(MagicMock()), len(MagicMock()), bool(MagicMock()), int(MagicMock()), 3 in MagicMock())
w = MagicMock()
with w as inner:
    print(inner is w.__enter__.return_value)
w.__exit__.assert_called_once_with(None, None, None)
w.__iter__.return_value = [1, 2]
print(list(w), list(w), w.__iter__.call_count, w['k'] is w['j'])
w['x'] = 1
w.__setitem__.assert_called_once_with('x', 1)
