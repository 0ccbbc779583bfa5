# exception groups
try:
    raise eg
except* ValueError as e:
    print('VE', e.exceptions)
except* (TypeError, OSError) as e:
    print('TO', repr(e))
else: print('else')
finally: print('finally')
try:
    try: raise eg
    except* ValueError: print('v')
except ExceptionGroup as e: print('left', repr(e))
try:
    raise ValueError('naked')
except* ValueError as e: print(repr(e))
try: pass
except* ValueError: print('no')
else: print('else')
try:
    try: raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as e: raise RuntimeError('new')
    except* KeyError: raise
except ExceptionGroup as e: print(repr(e))
