print('cyc2 start')
import cyc1
print(hasattr(cyc1, 'X'))
try:
    from cyc1 import X
except ImportError as e: print('ImportError', str(e).split('(')[0])
Y = 2
def g(): return cyc1.X
