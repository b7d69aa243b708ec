"""The encoding of bytes: which one they are in, and mojibake mended once.

UTF-8 is believed before what a page declares: bytes of another encoding are hardly ever valid UTF-8, while declared
encodings are often wrong. Among the single-byte encodings, where any bytes are valid, the reading with the fewest
letters that cannot stand side by side wins, and the declared one where they are even.
"""

from __future__ import annotations

import codecs
import re

from onrecord._exceptions import NotTextError

__all__ = ["decode", "mend", "utf_16_without_mark"]

_BYTE_ORDER_MARKS = (  # the longer first: the UTF-32 mark begins with the UTF-16 one
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encodings that news is published in; without a list, guesses for short texts wander off to rare ones.
_CANDIDATES = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u"),
    *("shift_jis", "euc_jp", "euc_kr", "gb18030", "big5"),
]
_WIDELY_USED = ("cp1252", "cp1250", "cp1251")
_SEVEN_BIT = {"iso2022_jp", "iso2022_kr", "hz"}
_LATIN_1 = {"iso8859-1", "ascii"}  # the web means Windows-1252 by them (WHATWG Encoding Standard)
# Python's own codecs, those that no page may declare, and those that only their mark or their zeros can show.
_NEVER_DECLARED = re.compile("utf|punycode|idna|undefined|.*unicode|mbcs|oem")
# Letters that cannot stand side by side: the mark of bytes read in the wrong encoding.
_MISREAD = re.compile(
    "[\x80-\x9f\ufffd]"
    "|[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]"  # Latin within a Greek or Cyrillic word
    "|[\u0430-\u044f][\u0410-\u042f]"  # a capital after a small letter: KOI8 for Windows-1251, or the other way
    "|[\u00c0-\u017f]{3}"
    "|[^\\W\\d_][\u00a1-\u00a8\u00ac\u00b1-\u00b4\u00b6-\u00b9\u00bc-\u00bf]"
)
# Two letters beyond ASCII side by side (one, where the second was a no-break space), or a control character for one.
_MAY_BE_MOJIBAKE = re.compile("[^\0-\x7f]{2}|[\u00c3\u00c2] |[\x80-\x9f]")
_SAMPLE = 200_000


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text of ``data``, its line ends made line feeds; ``declared`` is the encoding that its source states.

    Raises `NotTextError` if no encoding gives text.
    """
    if not data:
        return ""
    text = _decode_marked(data) or _decode_utf8(data, declared) or _decode_other(data, declared)
    if text is None:
        raise NotTextError(name, "it is in no known text encoding")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def mend(text: str) -> str:
    """Return ``text`` with mojibake ("â€™" for "’") mended, and nothing else changed: no quotes, no forms of letters."""
    if not _MAY_BE_MOJIBAKE.search(text):
        return text
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )
    lines = text.split("\n")
    return "\n".join(ftfy.fix_text(line, config) if _MAY_BE_MOJIBAKE.search(line) else line for line in lines)


def utf_16_without_mark(sample: bytes) -> str | None:
    """Return which UTF-16 ``sample`` is in by its zeros (Latin text has one in every other byte), ``None`` if neither."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) * 0.2 or min(even, odd) > len(sample) * 0.01:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_marked(data: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _decode_utf8(data: bytes, declared: str | None) -> str | None:
    if b"\0" in data:
        encoding = utf_16_without_mark(data[:_SAMPLE])
        return _strict(data, encoding) if encoding else None
    codec = _codec(declared)
    text = _strict(data, codec if codec in _SEVEN_BIT and data.isascii() else "utf-8")
    if text is not None:
        return text
    text = data.decode("utf-8", "replace")
    beyond_ascii = len(data) - len(data.translate(None, bytes(range(128, 256))))
    # A few broken bytes in what is otherwise UTF-8, as where a download was cut.
    return text if text.count("\ufffd") * 8 < beyond_ascii else None


def _decode_other(data: bytes, declared: str | None) -> str | None:
    if b"\0" in data:
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    encodings = [_codec(declared), *_WIDELY_USED, best.encoding if best else None]
    texts = [
        text for encoding in dict.fromkeys(encodings) if encoding and (text := _strict(data, encoding)) is not None
    ]
    return min(texts, key=lambda text: len(_MISREAD.findall(text, 0, _SAMPLE)), default=None)


def _codec(declared: str | None) -> str | None:
    try:
        codec = codecs.lookup((declared or "").strip(" \"'")).name
    except (LookupError, ValueError):
        return None
    if _NEVER_DECLARED.match(codec):
        return None
    return "cp1252" if codec in _LATIN_1 else codec


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):  # LookupError: a codec that is not for text
        return None
