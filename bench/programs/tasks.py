"""Objects of several classes that send packets to each other, in the manner of Richards."""
import sys


class Packet:
    def __init__(self, kind, value, link):
        self.kind = kind
        self.value = value
        self.link = link


class Task:
    def __init__(self, name):
        self.name = name
        self.queue = None
        self.handled = 0

    def receive(self, packet):
        packet.link = self.queue
        self.queue = packet

    def step(self, tasks):
        packet = self.queue
        if packet is None:
            return False
        self.queue = packet.link
        packet.link = None
        self.handled += 1
        self.handle(packet, tasks)
        return True

    def handle(self, packet, tasks):
        pass


class Worker(Task):
    def handle(self, packet, tasks):
        packet.value = (packet.value * 7 + 3) % 1009
        tasks[packet.value % len(tasks)].receive(packet)


class Device(Task):
    def __init__(self, name, limit):
        super().__init__(name)
        self.limit = limit

    def handle(self, packet, tasks):
        if packet.value > self.limit:
            packet.value -= self.limit
        packet.kind = 1 - packet.kind
        tasks[(packet.value + packet.kind) % len(tasks)].receive(packet)


def main():
    rounds = int(sys.argv[1])
    tasks = [Worker("a"), Device("b", 100), Worker("c"), Device("d", 500), Worker("e")]
    for i in range(20):
        tasks[i % 5].receive(Packet(i % 2, i * 37, None))
    for _ in range(rounds):
        for task in tasks:
            task.step(tasks)
    for task in tasks:
        print(task.name, task.handled)


main()
