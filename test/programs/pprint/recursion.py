import io
import pprint

loop = [1]
loop.append(loop)
print(pprint.saferepr(loop).split(' with ')[0], pprint.isrecursive(loop), pprint.isreadable([1, 'a']), pprint.isreadable([object]))
stream = io.StringIO()
pprint.PrettyPrinter(indent=2, width=20, stream=stream).pprint({'rows': [[1, 2, 3], [4, 5, 6]], 'e': [], 'f': {}})
print(stream.getvalue())
for wrong in ({'indent': -1}, {'depth': 0}, {'width': 0}):
    try:
        pprint.PrettyPrinter(**wrong)
    except ValueError as error:
        print(error)
