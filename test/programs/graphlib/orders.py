from graphlib import CycleError, TopologicalSorter

print(list(TopologicalSorter({'D': {'B', 'C'} and ['B', 'C'], 'C': ['A'], 'B': ['A']}).static_order()))
sorter = TopologicalSorter()
sorter.add('end', 'left', 'right')
sorter.add('left', 'start')
sorter.add('right', 'start', 'other')
for act in (sorter.get_ready, sorter.is_active, lambda: sorter.done('end')):
    try:
        act()
    except ValueError as e:
        print(e)
sorter.prepare()
while sorter:
    ready = sorter.get_ready()
    print(ready)
    sorter.done(*ready)
for act in (sorter.prepare, lambda: sorter.add('x'), lambda: sorter.done('start'), lambda: sorter.done('none')):
    try:
        act()
    except ValueError as e:
        print(e)
for graph in ({1: [2], 2: [3], 3: [1]}, {1: [1]}, {1: [2], 2: [], 4: [5], 5: [1, 4]}):
    try:
        print(list(TopologicalSorter(graph).static_order()))
    except CycleError as e:
        print(e.args)
