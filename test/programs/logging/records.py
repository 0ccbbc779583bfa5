# Exceptions in messages, extra fields, adapters, styles, filters that replace records, classes of loggers
import logging
import sys


class Upper(logging.Logger):
    def loud(self, msg):
        self.info(msg.upper())


class Client(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f'[{self.extra["client"]}] {msg}', kwargs


class Short(logging.Formatter):
    def formatException(self, ei):
        return f'{ei[0].__name__}|{ei[1]}'


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Short('%(levelname)s %(name)s %(message)s'))
logging.basicConfig(level=logging.DEBUG, handlers=[handler])
try:
    1 / 0
except ZeroDivisionError as e:
    logging.exception('failed %d', 1)
    logging.getLogger('a.b').error('again', exc_info=e)
    logging.warning('third\n', exc_info=True)
logging.info('quiet', exc_info=False)
Client(logging.getLogger('net'), {'client': 'x'}).info('hello %s', 'you')
other = logging.getLogger('other')
other.propagate = False
out = logging.StreamHandler(sys.stdout)
other.addHandler(out)
out.setFormatter(logging.Formatter('{levelname:>8}|{user}|{message}', style='{', defaults={'user': 'nobody'}))
other.warning('a')
logging.LoggerAdapter(other, {'user': 'me'}, True).warning('b', extra={'n': 1})
out.setFormatter(logging.Formatter('$name: ${message}', style='$'))
other.error('%(x)s and %(y)d', {'x': 1, 'y': 2})


def swap(record):
    return logging.makeLogRecord({'name': 'swapped', 'msg': record.msg + '!', 'levelno': 40})


other.addFilter(swap)
other.error('c')
logging.setLoggerClass(Upper)
logging.getLogger('up').loud('mixed')
for wrong in (lambda: logging.info('x', extra={'name': 1}), lambda: logging.Formatter(style='?'), lambda: logging.log('x', 'y'), lambda: logging.getLogger(3)):
    try:
        wrong()
    except (KeyError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(logging.getLevelNamesMapping()['INFO'], out, logging.getLogger('up'), Client(other, {}), logging.getLoggerClass().__name__)

# Messages whose arguments don't fit are dropped, or told about on stderr.
logging.raiseExceptions = False
logging.getLogger('unfit').error('%s %s', 1)
print('goes on')
