from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._exceptions import NotTextError
from onrecord.intake._encoding import decode, mend

ENGLISH = "“We are still counting,” said Zoë Brandt — the ministry’s spokeswoman. It cost £40."
GERMAN = "Die Behörden bestätigten, dass fünf Menschen verletzt wurden. Müller erklärte: „Wir prüfen das.“"
POLISH = "Rzecznik powiedział, że pięć osób zostało rannych. Śledztwo trwa, źródło milczy."
RUSSIAN = "Порт закрыт. Представитель ведомства сообщил, что пострадали пять человек, пишет газета."
GREEK = "Η αστυνομία ανακοίνωσε ότι πέντε άνθρωποι τραυματίστηκαν."
JAPANESE = "警察は五人が負傷したと発表した。外務省は確認していない。"
CHINESE = "警方表示有五人受伤。外交部尚未确认此事。"


@pytest.mark.parametrize(
    "declared", [None, "right", "utf-8", "iso-8859-1", "windows-1251", "no-such-code", "rot13", "utf-16"]
)
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (GREEK, "cp1253"),
        (JAPANESE, "shift_jis"),
        (CHINESE, "gb18030"),
    ],
)
def test_bytes_are_read_rightly_whatever_their_source_declares(text: str, encoding: str, declared: str | None) -> None:
    data = text.encode(encoding)
    assert mend(decode(data, "page", encoding if declared == "right" else declared)) == text


def test_a_declared_encoding_decides_where_the_bytes_do_not() -> None:
    czech = "Mluvčí řekl, že pět lidí bylo zraněno při výbuchu."
    assert decode(czech.encode("cp1250"), "page", "windows-1250") == czech
    assert decode(JAPANESE.encode("iso2022_jp"), "page", "iso-2022-jp") == JAPANESE


def test_latin_1_means_what_browsers_take_it_for() -> None:
    assert decode(ENGLISH.encode("cp1252"), "page", "iso-8859-1") == ENGLISH


def test_a_cut_off_end_does_not_spoil_what_is_utf_8() -> None:
    assert decode(RUSSIAN.encode()[:-3], "page").startswith(RUSSIAN[:-3])


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("The mayorâ€™s office said â€œno commentâ€\x9d.", "The mayor’s office said “no comment”."),
        ("ZoÃ« Brandt said no.", "Zoë Brandt said no."),
        ("ÐŸÐ¾Ñ€Ñ‚ Ð·Ð°ÐºÑ€Ñ‹Ñ‚", "Порт закрыт"),
    ],
)
def test_mojibake_is_mended(garbled: str, meant: str) -> None:
    assert mend(garbled) == meant


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        RUSSIAN,
        "‘No,’ she said… “Yes.” «Non» „Nein“",
        "ﬁnal 10³ ＡＢＣ e\u0301 Å \u00a0 \u200b \x1b[1m &amp; &lt;b&gt;",
        "line one\u2028line two line three\x0cline four\r\nline five",
    ],
)
def test_nothing_else_is_changed(text: str) -> None:
    assert mend(text) == text


def test_line_ends_are_made_line_feeds() -> None:
    assert decode(b"one\r\ntwo\rthree\nfour", "file") == "one\ntwo\nthree\nfour"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff")))
def test_utf_8_is_read_as_it_stands(text: str) -> None:
    assert decode(text.encode(), "file") == text


@given(
    st.binary(), st.sampled_from([None, "latin-1", "shift_jis", "utf-7", "unicode_escape", "undefined", "\0", "idna"])
)
def test_any_bytes_are_text_or_a_named_error(data: bytes, declared: str | None) -> None:
    with suppress(NotTextError):
        assert isinstance(mend(decode(data, "file", declared)), str)
