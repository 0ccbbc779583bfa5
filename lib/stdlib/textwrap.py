"""Text in lines of a width; common indentation."""
__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']


def _is_space(c):
    return c in '\t\n\x0b\x0c\r '


def _may_end(word, at):
    """Two letters before the hyphen, or one that itself stands behind a letter and a hyphen."""
    if at >= 3 and word[at - 2] == '-':
        return _is_letter(word[at - 1]) and _is_letter(word[at - 3])
    return at >= 2 and _is_letter(word[at - 1]) and _is_letter(word[at - 2])


def _may_begin(word, at):
    rest = word[at:at + 3]
    return len(rest) >= 2 and _is_letter(rest[0]) and (_is_letter(rest[1]) or rest[1] == '-' and len(rest) == 3 and _is_letter(rest[2]))


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
                 break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = ''.join([' ' if _is_space(c) else c for c in text])
        return text

    def _hyphenated(self, word):
        """The parts of a word that may end a line, each but the last with its hyphens."""
        parts = []
        start = 0
        i = 1
        n = len(word)
        while i < n:
            if word[i] == '-':
                run = i
                while run < n and word[run] == '-':
                    run += 1
                if run - i >= 2 and run < n and (word[run].isalnum() or word[run] == '_') and _is_word_end(word[i - 1]):
                    parts.append(word[start:i])
                    parts.append(word[i:run])
                    start = run
                elif run - i == 1 and _may_end(word, i) and _may_begin(word, run):
                    parts.append(word[start:run])
                    start = run
                i = run
            else:
                i += 1
        parts.append(word[start:])
        return [part for part in parts if part]

    def _split(self, text):
        chunks = []
        i = 0
        while i < len(text):
            j = i
            if _is_space(text[i]):
                while j < len(text) and _is_space(text[j]):
                    j += 1
                chunks.append(text[i:j])
            else:
                while j < len(text) and not _is_space(text[j]):
                    j += 1
                word = text[i:j]
                if self.break_on_hyphens and '-' in word:
                    chunks.extend(self._hyphenated(word))
                else:
                    chunks.append(word)
            i = j
        return chunks

    def _fix_endings(self, chunks):
        for i in range(len(chunks) - 1):
            word = chunks[i].rstrip('"\'')
            if chunks[i + 1] == ' ' and len(word) > 1 and word[-1] in '.!?' and word[-2].islower():
                chunks[i + 1] = '  '

    def _break_word(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            end = space
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind('-', 0, space)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _wrap(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                del chunks[-1]
            while chunks:
                n = len(chunks[-1])
                if length + n > width:
                    break
                line.append(chunks.pop())
                length += n
            if chunks and len(chunks[-1]) > width:
                self._break_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            if self.max_lines is None or len(lines) + 1 < self.max_lines or (
                    not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and length <= width:
                lines.append(indent + ''.join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + ''.join(line))
                    break
                length -= len(line[-1])
                del line[-1]
            else:
                if lines:
                    before = lines[-1].rstrip()
                    if len(before) + len(self.placeholder) <= self.width:
                        lines[-1] = before + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def wrap(self, text):
        chunks = self._split(self._munge(text))
        if self.fix_sentence_endings:
            self._fix_endings(chunks)
        return self._wrap(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def _is_letter(c):
    return c.isalpha() or c == '_'


def _is_word_end(c):
    return c.isalnum() or c in '_!"\'&.,?'


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = text.split('\n')
    margin = None
    for i, line in enumerate(lines):
        if not line.strip(' \t'):
            lines[i] = ''
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
        else:
            same = 0
            while same < len(margin) and same < len(indent) and margin[same] == indent[same]:
                same += 1
            margin = margin[:same]
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    parts = []
    for line in text.splitlines(True):
        if line.strip() if predicate is None else predicate(line):
            parts.append(prefix)
        parts.append(line)
    return ''.join(parts)
