"""Messages with levels: to the standard error, or to files."""
import sys as _sys
import time as _time
from io import open as _open

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_names = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
_levels = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}
_start = _time.time()


def getLevelName(level):
    return _names.get(level, _levels.get(level, f'Level {level}'))


def addLevelName(level, levelName):
    _names[level] = levelName
    _levels[levelName] = level


def _level_of(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f'Level not an integer or a valid string: {level!r}')
    if level not in _levels:
        raise ValueError(f'Unknown level: {level!r}')
    return _levels[level]


class LogRecord:
    def __init__(self, name, level, msg, args):
        if len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.name = name
        self.msg = msg
        self.args = args
        self.levelno = level
        self.levelname = getLevelName(level)
        self.created = _time.time()
        self.msecs = int((self.created - int(self.created)) * 1000)
        self.relativeCreated = (self.created - _start) * 1000
        self.threadName = 'MainThread'
        self.processName = 'MainProcess'

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text


class Formatter:
    default_time_format = '%Y-%m-%d %H:%M:%S'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in ('%', '{'):
            raise NotImplementedError('logging: styles other than % and { are not supported by this compiler')
        self._style = style
        self._fmt = fmt or ('{message}' if style == '{' else '%(message)s')
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        moment = _time.localtime(record.created)
        if datefmt:
            return _time.strftime(datefmt, moment)
        return f'{_time.strftime(self.default_time_format, moment)},{record.msecs:03d}'

    def format(self, record):
        record.message = record.getMessage()
        if 'asctime' in self._fmt:
            record.asctime = self.formatTime(record, self.datefmt)
        values = vars(record)
        for place in ('lineno', 'funcName', 'filename', 'pathname', 'module'):
            if place in self._fmt:
                raise NotImplementedError(f'logging: {place} is not known to programs of this compiler')
        return self._fmt.format(**values) if self._style == '{' else self._fmt % values


class Filter:
    def __init__(self, name=''):
        self.name = name

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + '.')


class _Filterer:
    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for each in self.filters:
            if not (each.filter(record) if hasattr(each, 'filter') else each(record)):
                return False
        return True


class Handler(_Filterer):
    def __init__(self, level=NOTSET):
        self.level = _level_of(level)
        self.formatter = None
        self.filters = []

    def setLevel(self, level):
        self.level = _level_of(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or Formatter()).format(record)

    def handle(self, record):
        if self.filter(record):
            self.emit(record)

    def emit(self, record):
        raise NotImplementedError('emit must be implemented by Handler subclasses')

    def flush(self):
        pass

    def close(self):
        pass


class NullHandler(Handler):
    def emit(self, record):
        pass


class StreamHandler(Handler):
    terminator = '\n'

    def __init__(self, stream=None):
        super().__init__()
        self.stream = _sys.stderr if stream is None else stream

    def emit(self, record):
        self.stream.write(self.format(record) + self.terminator)
        self.flush()

    def flush(self):
        if hasattr(self.stream, 'flush'):
            self.stream.flush()


class FileHandler(StreamHandler):
    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        super().__init__(_open(filename, mode, encoding=encoding))

    def close(self):
        self.stream.close()


class _LastResort(Handler):
    def emit(self, record):
        _sys.stderr.write(self.format(record) + '\n')


lastResort = _LastResort(WARNING)


class Logger(_Filterer):
    def __init__(self, name, level=NOTSET):
        self.name = name
        self.level = _level_of(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.filters = []
        self.disabled = False

    def setLevel(self, level):
        self.level = _level_of(level)

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > _disabled[0] and level >= self.getEffectiveLevel()

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f'{self.name}.{suffix}')

    def _log(self, level, msg, args):
        record = LogRecord(self.name, level, msg, args)
        if self.filter(record):
            self.handle(record)

    def handle(self, record):
        found = False
        logger = self
        while logger is not None:
            for handler in logger.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def log(self, level, msg, *args):
        if self.isEnabledFor(level):
            self._log(level, msg, args)

    def debug(self, msg, *args):
        self.log(10, msg, *args)

    def info(self, msg, *args):
        self.log(20, msg, *args)

    def warning(self, msg, *args):
        self.log(30, msg, *args)

    def error(self, msg, *args):
        self.log(40, msg, *args)

    def critical(self, msg, *args):
        self.log(50, msg, *args)

    def exception(self, msg, *args):
        raise NotImplementedError('logging: tracebacks in messages are not supported by this compiler')

    warn = warning
    fatal = critical

    def __repr__(self):
        return f'<{"RootLogger" if self is root else "Logger"} {self.name} ({getLevelName(self.getEffectiveLevel())})>'


_disabled = [0]
root = Logger('root', WARNING)
_loggers = {}


def getLogger(name=None):
    if not name or name == 'root':
        return root
    logger = _loggers.get(name)
    if logger is None:
        logger = _loggers[name] = Logger(name)
        for each in _loggers.values():
            each.parent = _parent_of(each.name)
    return logger


def _parent_of(name):
    while '.' in name:
        name = name.rpartition('.')[0]
        if name in _loggers:
            return _loggers[name]
    return root


def disable(level=CRITICAL):
    _disabled[0] = _level_of(level)


def basicConfig(*, filename=None, filemode='a', format=None, datefmt=None, style='%', level=None, stream=None, handlers=None, force=False,
                encoding=None, errors='backslashreplace'):
    if force:
        root.handlers.clear()
    if root.handlers:
        return
    if handlers is None:
        handlers = [StreamHandler(stream) if filename is None else FileHandler(filename, filemode, encoding)]
    if format is None:
        format = '{levelname}:{name}:{message}' if style == '{' else '%(levelname)s:%(name)s:%(message)s'
    formatter = Formatter(format, datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def log(level, msg, *args):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args)


def debug(msg, *args):
    log(10, msg, *args)


def info(msg, *args):
    log(20, msg, *args)


def warning(msg, *args):
    log(30, msg, *args)


def error(msg, *args):
    log(40, msg, *args)


def critical(msg, *args):
    log(50, msg, *args)


def shutdown():
    for logger in (root, *_loggers.values()):
        for handler in logger.handlers:
            handler.flush()
