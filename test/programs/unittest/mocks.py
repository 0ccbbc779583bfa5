from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel
m = Mock(return_value=3)
print(m(1, x=2), m.called, m.call_count, m.call_args, m.mock_calls)
m.assert_called_once_with(1, x=2)
try: m.assert_called_with(2)
except AssertionError as e: print(e)
m.foo.bar.return_value = 7
print(m.foo.bar(1), m.mock_calls)
m.side_effect = [1, ValueError('x')]
print(m())
try: m()
except ValueError as e: print(repr(e))
mm = MagicMock()
with mm as ctx: print(type(ctx).__name__)
print(call(1, a=2) == call(1, a=2), ANY == 3, sentinel.x)
class T:
    def f(self): return 'real'
with patch.object(T, 'f', return_value='fake') as fake:
    print(T().f(), fake.called)
print(T().f())
