"""An event loop for coroutines: tasks, time and what they wait for. No files or sockets."""
from asyncio.exceptions import BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError, LimitOverrunError, SendfileNotAvailableError, TimeoutError
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.policies import AbstractEventLoopPolicy, DefaultEventLoopPolicy, get_event_loop_policy, set_event_loop_policy
from asyncio.protocols import BaseProtocol, BufferedProtocol, DatagramProtocol, Protocol, SubprocessProtocol
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown
from asyncio.runners import Runner
from asyncio.taskgroups import TaskGroup
from asyncio.tasks import ALL_COMPLETED, AbstractEventLoop, BaseEventLoop, FIRST_COMPLETED, FIRST_EXCEPTION, Future, Handle, Task, TimerHandle
from asyncio.tasks import all_tasks, as_completed, create_task
from asyncio.tasks import current_task, ensure_future, gather, get_event_loop, get_running_loop, iscoroutine, iscoroutinefunction, isfuture
from asyncio.tasks import new_event_loop, run, set_event_loop, shield, sleep, to_thread, wait
from asyncio.timeouts import Timeout, timeout, timeout_at, wait_for
