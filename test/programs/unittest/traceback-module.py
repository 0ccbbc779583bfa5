import sys
import traceback


def fail():
    return 1 / 0


def chained():
    try:
        fail()
    except ZeroDivisionError as error:
        raise ValueError('second') from error


def shown(text):
    return ''.join(part.split('/')[-1] if i else part for i, part in enumerate(text.split('File "')))


try:
    chained()
except ValueError as error:
    print([line.split('/')[-1] for line in traceback.format_exception(error)])
    print(traceback.format_exception_only(error))
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.name, frame.lineno, frame.line)
    traceback.print_exc(limit=0, file=sys.stdout)
    error.add_note('a note')
    print(traceback.format_exc(chain=False).splitlines()[-2:])
print(traceback.format_exc())
