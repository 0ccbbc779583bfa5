"""Who makes and keeps event loops: always the same here."""
from asyncio.tasks import get_event_loop as _get_event_loop, new_event_loop as _new_event_loop, set_event_loop as _set_event_loop


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def get_event_loop(self):
        return _get_event_loop()

    def set_event_loop(self, loop):
        _set_event_loop(loop)

    def new_event_loop(self):
        return _new_event_loop()


_policy = [None]


def get_event_loop_policy():
    if _policy[0] is None:
        _policy[0] = DefaultEventLoopPolicy()
    return _policy[0]


def set_event_loop_policy(policy):
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    if policy is not None and type(policy) is not DefaultEventLoopPolicy:
        raise NotImplementedError('event loop policies of the program are not supported')
    _policy[0] = policy
