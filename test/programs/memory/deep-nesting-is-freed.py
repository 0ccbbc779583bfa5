nested = []
for i in range(300000):
    nested = [nested]
nested = None
mapping = {}
for i in range(100000):
    mapping = {1: mapping}
mapping = None
pair = ()
for i in range(300000):
    pair = (pair, i)
pair = None
print('done')
