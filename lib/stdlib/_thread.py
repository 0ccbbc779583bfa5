"""What threading is made of, by the names that older programs know."""
from threading import Lock as LockType, RLock, TIMEOUT_MAX, get_ident, get_native_id

error = RuntimeError


def allocate_lock():
    return LockType()


allocate = allocate_lock
