import io
import logging
import sys

logging.basicConfig(level=logging.INFO, format='%(levelname)-8s|%(name)s|%(message)s', stream=sys.stdout)
logging.debug('hidden')
logging.info('shown %d of %s', 3, 'five')
logging.warning('plain %s')
log = logging.getLogger(__name__)
log.error('wrong: %(what)s', {'what': 'all'})
child = logging.getLogger('app.part')
child.setLevel('DEBUG')
text = io.StringIO()
handler = logging.StreamHandler(text)
handler.setFormatter(logging.Formatter('{levelname}:{message}', style='{'))
handler.setLevel(logging.ERROR)
logging.getLogger('app').addHandler(handler)
child.debug('deep')
child.critical('very deep')
print(text.getvalue(), child, child.parent, logging.getLogger('app') is logging.getLogger('app'), logging.getLevelName(35))
child.propagate = False
child.critical('nobody')
logging.disable(logging.CRITICAL)
log.critical('disabled')
print(log.isEnabledFor(50), child.getEffectiveLevel(), log.getEffectiveLevel(), log.hasHandlers())
logging.disable(logging.NOTSET)
try:
    log.setLevel('LOUD')
except ValueError as error:
    print(error)
