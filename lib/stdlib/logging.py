"""Messages with levels: to the standard error, or to files."""
import sys as _sys
import time as _time
from io import open as _open
__all__ = [
    'BASIC_FORMAT', 'BufferingFormatter', 'CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Filter', 'Formatter', 'Handler', 'INFO',
    'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler', 'StreamHandler', 'WARN', 'WARNING', 'addLevelName', 'basicConfig',
    'captureWarnings', 'critical', 'debug', 'disable', 'error', 'exception', 'fatal', 'getLevelName', 'getLogger', 'getLoggerClass', 'info',
    'log', 'makeLogRecord', 'setLoggerClass', 'shutdown', 'warn', 'warning', 'getLogRecordFactory', 'setLogRecordFactory', 'lastResort',
    'raiseExceptions', 'getLevelNamesMapping', 'getHandlerByName', 'getHandlerNames',
]

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_names = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
_levels = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}
_start = _time.time()
raiseExceptions = True


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


def getLevelNamesMapping():
    return _levels.copy()


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info=None, func=None, sinfo=None, **kwargs):
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
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
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text


def makeLogRecord(dict):
    record = LogRecord(None, NOTSET, '', 0, '', (), None)
    record.__dict__.update(dict)
    return record


class Formatter:
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'
    converter = _time.localtime

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in ('%', '{', '$'):
            raise ValueError('Style must be one of: %,{,$')
        self._style = style
        self._fmt = fmt or ('{message}' if style == '{' else '${message}' if style == '$' else '%(message)s')
        self.datefmt = datefmt
        self._defaults = defaults

    def formatTime(self, record, datefmt=None):
        moment = self.converter(record.created)
        if datefmt:
            return _time.strftime(datefmt, moment)
        text = _time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def usesTime(self):
        return 'asctime' in self._fmt

    def formatMessage(self, record):
        values = vars(record)
        if self._defaults:
            values = self._defaults | values
        for place in ('lineno', 'funcName', 'filename', 'pathname', 'module'):
            if place in self._fmt and place not in values:
                raise NotImplementedError(f'logging: {place} is not known to programs of this compiler')
        if self._style == '$':
            return _substituted(self._fmt, values)
        return self._fmt.format(**values) if self._style == '{' else self._fmt % values

    def formatException(self, ei):
        from traceback import format_exception
        return ''.join(format_exception(*ei)).removesuffix('\n')

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, record.stack_info and self.formatStack(record.stack_info)):
            if more:
                text += more if text.endswith('\n') else '\n' + more
        return text


def _substituted(format, values):
    """`$name` and `${name}` replaced, as string.Template does."""
    first, *pieces = format.replace('$$', '\0').split('$')
    for piece in pieces:
        if piece.startswith('{'):
            name, _, rest = piece[1:].partition('}')
        else:
            end = 0
            while end < len(piece) and (piece[end] == '_' or piece[end].isalnum()):
                end += 1
            name, rest = piece[:end], piece[end:]
        first += str(values[name]) + rest
    return first.replace('\0', '$')


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
            found = each.filter(record) if hasattr(each, 'filter') else each(record)
            if not found:
                return False
            if isinstance(found, LogRecord):
                record = found
        return record


class Handler(_Filterer):
    def __init__(self, level=NOTSET):
        self.level = _level_of(level)
        self.formatter = None
        self.filters = []
        self.name = None

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    def acquire(self):
        pass

    def release(self):
        pass

    def __repr__(self):
        return f'<{type(self).__name__} ({getLevelName(self.level)})>'

    def setLevel(self, level):
        self.level = _level_of(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or Formatter()).format(record)

    def handle(self, record):
        found = self.filter(record)
        if found:
            self.emit(record if found is True else found)
        return found

    def handleError(self, record):
        from traceback import print_exc
        if raiseExceptions and _sys.stderr:
            _sys.stderr.write('--- Logging error ---\n')
            print_exc()
            _sys.stderr.write(f'Message: {record.msg!r}\nArguments: {record.args}\n')

    def emit(self, record):
        raise NotImplementedError('emit must be implemented by Handler subclasses')

    def flush(self):
        pass

    def close(self):
        pass


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass


class StreamHandler(Handler):
    terminator = '\n'

    def __init__(self, stream=None):
        super().__init__()
        self.stream = _sys.stderr if stream is None else stream

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        if stream is self.stream:
            return None
        old = self.stream
        self.flush()
        self.stream = stream
        return old

    def __repr__(self):
        name = str(getattr(self.stream, 'name', ''))
        return f'<{type(self).__name__} {name + " " if name else ""}({getLevelName(self.level)})>'

    def flush(self):
        if hasattr(self.stream, 'flush'):
            self.stream.flush()


class FileHandler(StreamHandler):
    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        super().__init__(_open(filename, mode, encoding=encoding))

    def close(self):
        self.stream.close()


class _LastResort(StreamHandler):
    def __init__(self, level):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return _sys.stderr


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

    def getChildren(self):
        return {each for each in _loggers.values() if each.parent is self}

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = LogRecord(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key in extra or ():
            if key in ('message', 'asctime') or key in record.__dict__:
                raise KeyError(f'Attempt to overwrite {key!r} in LogRecord')
            record.__dict__[key] = extra[key]
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if stack_info:
            raise NotImplementedError('logging: stacks in messages are not supported by this compiler')
        if isinstance(exc_info, BaseException):
            exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
        elif exc_info and not isinstance(exc_info, tuple):
            exc_info = _sys.exc_info()
        self.handle(self.makeRecord(self.name, level, None, 0, msg, args, exc_info, None, extra))

    def handle(self, record):
        passed = not self.disabled and self.filter(record)
        if passed:
            self.callHandlers(record if passed is True else passed)

    def callHandlers(self, record):
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

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            raise TypeError('level must be an integer')
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(10, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(20, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(30, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(40, msg, *args, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(50, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(40, msg, *args, exc_info=exc_info, **kwargs)

    warn = warning
    fatal = critical

    def __repr__(self):
        return f'<{"RootLogger" if self is root else type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'


_disabled = [0]
root = Logger('root', WARNING)
_loggers = {}
_made = [Logger]


def setLoggerClass(klass):
    if klass != Logger and not issubclass(klass, Logger):
        raise TypeError('logger not derived from logging.Logger: ' + klass.__name__)
    _made[0] = klass


def getLoggerClass():
    return _made[0]


def getLogger(name=None):
    if not name or name == 'root':
        return root
    if not isinstance(name, str):
        raise TypeError('A logger name must be a string')
    logger = _loggers.get(name)
    if logger is None:
        logger = _loggers[name] = _made[0](name)
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


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    log(10, msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    log(20, msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    log(30, msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    log(40, msg, *args, **kwargs)


def critical(msg, *args, **kwargs):
    log(50, msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    log(40, msg, *args, exc_info=exc_info, **kwargs)


def shutdown():
    for logger in (root, *_loggers.values()):
        for handler in logger.handlers:
            handler.flush()


class LoggerAdapter:
    """A logger that adds to what is said."""

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger = logger
        self.extra = extra
        self.merge_extra = merge_extra

    def process(self, msg, kwargs):
        kwargs['extra'] = {**self.extra, **kwargs['extra']} if self.merge_extra and 'extra' in kwargs else self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(10, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(20, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(30, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(40, msg, *args, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(50, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(40, msg, *args, exc_info=exc_info, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    @property
    def name(self):
        return self.logger.name

    @property
    def manager(self):
        return self.logger.manager

    def __repr__(self):
        return f'<{type(self).__name__} {self.logger.name} ({getLevelName(self.getEffectiveLevel())})>'
