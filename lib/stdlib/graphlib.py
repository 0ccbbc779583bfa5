"""Nodes in an order in which each comes after those it depends on."""
from types import GenericAlias as _GenericAlias
__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    pass


class _Node:
    def __init__(self, node):
        self.node = node
        self.predecessors = 0  # that aren't done
        self.successors = []
        self.state = 'waiting'


class TopologicalSorter:
    """Kahn's algorithm, in steps: get_ready() gives what may begin, done() tells what has ended."""

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._passed_out = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, node):
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node(node)
        return found

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        info = self._node(node)
        info.predecessors += len(predecessors)
        for each in predecessors:
            self._node(each).successors.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [info.node for info in self._nodes.values() if info.predecessors == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')

    def get_ready(self):
        self._check_prepared()
        result = tuple(self._ready)
        for node in result:
            self._nodes[node].state = 'passed out'
        self._ready.clear()
        self._passed_out += len(result)
        return result

    def is_active(self):
        self._check_prepared()
        return self._finished < self._passed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check_prepared()
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f'node {node!r} was not added using add()')
            if info.state == 'waiting':
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if info.state == 'done':
                raise ValueError(f'node {node!r} was already marked done')
            info.state = 'done'
            self._finished += 1
            for each in info.successors:
                successor = self._nodes[each]
                successor.predecessors -= 1
                if successor.predecessors == 0:
                    self._ready.append(each)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    def _find_cycle(self):
        """The nodes of one cycle, the first again at the end; None where there is none."""
        path, iterators, places, seen = [], [], {}, set()
        for node in self._nodes:
            while True:
                if node in seen:
                    if node in places:
                        return path[places[node]:] + [node]
                else:
                    seen.add(node)
                    iterators.append(iter(self._nodes[node].successors))
                    places[node] = len(path)
                    path.append(node)
                while path:
                    following = next(iterators[-1], self)
                    if following is not self:
                        node = following
                        break
                    del places[path.pop()]
                    iterators.pop()
                else:
                    break
        return None

    __class_getitem__ = classmethod(_GenericAlias)
