"""Kind: wholly, partly or not in quotation marks, of whatever style."""

from __future__ import annotations

import pytest
from tests.marked import marked

from onrecord.reading._kind import judge_kind

CASES = [
    ('<"It fell,"> [she] {said}.', "direct"),
    ("<“It fell,”> [she] {said}, <“at noon.”>", "direct"),
    ("<‘It fell at noon today,’> [she] {said}.", "direct"),
    ("[Sie] {sagte}: <„Er fiel um zwölf.“>", "direct"),
    ("[Elle] {a dit} <«il est tombé hier»>.", "direct"),
    ("“<It fell at noon>,” [she] {said}.", "direct"),
    ("<“He told me ‘go’ and left,”> [she] {said}.", "direct"),
    ("[She] {said} <it “simply fell” at noon>.", "mixed"),
    ("[She] {said} <it was ‘simply falling’ at noon>.", "mixed"),
    ("[She] {said} <it fell>, <“at noon.”>", "mixed"),
    ("[She] {said} <it fell at noon>.", "indirect"),
    ("[She] {said} <the guild's men didn't see the guild's boat>.", "indirect"),
    # the marks round the whole are those of the statement that holds this one
    ("“I know that [he] {said} <it fell at noon>,” she told us.", "indirect"),
    ("“I know that [he] {said} <it ‘simply fell’ at noon>,” she told us.", "mixed"),
    ("<“It fell at noon.”>", "direct"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind"), CASES)
def test_kind(sentence: str, kind: str) -> None:
    assert judge_kind(*marked(sentence))[0] == kind
