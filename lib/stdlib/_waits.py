"""Waits that only another thread could end, since threads run one after the other."""


class WaitsForEver(BaseException):
    """No program's handler for errors is to take this for one of its own."""


def wait_for_ever(what):
    raise WaitsForEver(f'{what} would wait for ever: threads run one after the other here')


def let_others_run(what):
    raise WaitsForEver(f'{what} in a thread would let others run: threads run one after the other here')
