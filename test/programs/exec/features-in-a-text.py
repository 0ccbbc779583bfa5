d = {}
exec("from __future__ import generator_stop\nx = 1\n", d, d)
print(d['x'])
