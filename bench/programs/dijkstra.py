import sys


def push(heap, item):
    heap.append(item)
    i = len(heap) - 1
    while i > 0:
        parent = (i - 1) // 2
        if heap[parent] <= item:
            break
        heap[i] = heap[parent]
        i = parent
    heap[i] = item


def pop(heap):
    top = heap[0]
    last = heap.pop()
    n = len(heap)
    if n == 0:
        return top
    i = 0
    while True:
        child = 2 * i + 1
        if child >= n:
            break
        if child + 1 < n and heap[child + 1] < heap[child]:
            child += 1
        if last <= heap[child]:
            break
        heap[i] = heap[child]
        i = child
    heap[i] = last
    return top


def shortest(graph, start):
    distances = [-1] * len(graph)
    heap = []
    push(heap, (0, start))
    while heap:
        distance, node = pop(heap)
        if distances[node] >= 0:
            continue
        distances[node] = distance
        for neighbour, weight in graph[node]:
            if distances[neighbour] < 0:
                push(heap, (distance + weight, neighbour))
    return distances


def main():
    n = int(sys.argv[1])
    graph = [[] for _ in range(n)]
    x = 1
    for node in range(n):
        for _ in range(5):
            x = (x * 1103515245 + 12345) & 0x7FFFFFFF
            graph[node].append(((x >> 8) % n, x % 100 + 1))
    distances = shortest(graph, 0)
    print(max(distances), sum(distances))


main()
