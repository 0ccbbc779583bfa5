print('cyc1 start')
import cyc2
X = 1
def f(): return cyc2.Y
print('cyc1 end')
