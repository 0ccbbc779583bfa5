"""assertLogs and assertNoLogs."""
import logging


class _Watcher:
    def __init__(self):
        self.records = []
        self.output = []


class _CapturingHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.watcher = _Watcher()

    def flush(self):
        pass

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class AssertLogsContext:
    def __init__(self, test_case, logger_name, level, no_logs):
        self.test_case = test_case
        self.logger_name = logger_name
        self.level = logging.INFO if not level else logging.getLevelNamesMapping().get(level, level)
        self.no_logs = no_logs

    def __enter__(self):
        logger = self.logger_name if isinstance(self.logger_name, logging.Logger) else logging.getLogger(self.logger_name)
        handler = _CapturingHandler()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
        self.logger = logger
        self.watcher = handler.watcher
        self.old_handlers, self.old_level, self.old_propagate = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else handler.watcher

    def __exit__(self, kind, value, tb):
        self.logger.handlers = self.old_handlers
        self.logger.propagate = self.old_propagate
        self.logger.setLevel(self.old_level)
        if kind is not None:
            return False
        case, records = self.test_case, self.watcher.records
        if self.no_logs:
            if records:
                case._failWith(None, 'Unexpected logs found: %r' % (self.watcher.output,))
        elif not records:
            case._failWith(None, 'no logs of level %s or higher triggered on %s' % (logging.getLevelName(self.level), self.logger.name))
