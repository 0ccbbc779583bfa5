# Policies, protocols, the text of queues, and waiting for no time at all.
import asyncio
from types import DynamicClassAttribute


class Lines(asyncio.Protocol):
    def data_received(self, data):
        print('got', data)


async def answer(value):
    print('begun', value)
    return value


async def main():
    queue = asyncio.Queue(3)
    queue.put_nowait(1)
    print(str(queue), repr(queue).startswith('<Queue at 0x'), asyncio.Queue[int])
    for awaited in (answer(1), asyncio.sleep(1)):
        try:
            print(await asyncio.wait_for(awaited, 0))
        except TimeoutError as error:
            print('too late', type(error.__cause__).__name__)
    future = asyncio.get_running_loop().create_future()
    future.set_result('there')
    print(await asyncio.wait_for(future, 0), await asyncio.wait_for(answer(2), 1))


policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy), policy is asyncio.get_event_loop_policy())
asyncio.set_event_loop_policy(None)
try:
    asyncio.set_event_loop_policy('policy')
except TypeError as error:
    print(error)
lines = Lines()
lines.data_received(b'x')
print(lines.eof_received(), lines.connection_made(None), asyncio.BufferedProtocol().get_buffer(1), asyncio.DatagramProtocol.__slots__)
asyncio.run(main())


class Spam:
    def __init__(self):
        self._spam = 5

    @DynamicClassAttribute
    def spam(self):
        """the getter"""
        return self._spam

    @spam.setter
    def spam(self, value):
        self._spam = value

    @spam.deleter
    def spam(self):
        del self._spam


s = Spam()
s.spam += 1
print(s.spam, Spam.__dict__['spam'].__doc__)
del s.spam
print(hasattr(s, 'spam'), hasattr(Spam, 'spam'))
