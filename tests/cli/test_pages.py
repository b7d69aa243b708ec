from __future__ import annotations

import pytest

from onrecord.cli._pages import page_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Mayor: “It's shut!”", "0003-mayor-it-s-shut.html"),
        ("Über Café", "0003-uber-cafe.html"),
        ("../../etc/passwd", "0003-etc-passwd.html"),
        ("桥梁已经关闭了", "0003.html"),
        ("", "0003.html"),
        ("a" * 59 + " b", "0003-" + "a" * 59 + ".html"),
    ],
)
def test_page_names_are_plain(title: str, name: str) -> None:
    assert page_name(3, title) == name
