"""Stance: by the cue's lemma and grammar, whatever the tone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.marked import marked

from onrecord.reading._marks import Attribution
from onrecord.reading._stance import Judgement, Speaker, judge_stance
from onrecord.vocabulary import load_vocabulary

CASES = [
    ("[The mayor] {offered} <no proof>.", "state"),
    ("[The mayor] {offered} <to resign>.", "promise"),
    # plain saying
    ("[The mayor] {said} <the bridge was closed>.", "state"),
    ("[The mayor] {said} <the reports were false>.", "state"),
    ("[She] {called} <the plan> a disgrace.", "state"),
    ("<“It fell,”> {insisted} [the engineer].", "state"),
    ("[The council] {announced} <the closure>.", "state"),
    ("{According to} [the mayor], <nobody was hurt>.", "state"),
    ("[Oro] {took to the podium and said} <it was over>.", "state"),
    ("[Oro] {glowered} <that it was over>.", "state"),
    # reports: outlets, documents, bodies that measure
    ("[The Port Selden Gazette] {said} <two boats sank>.", "report"),
    ("[The Port Selden Gazette] {said} <it would appeal>.", "state"),
    ("[The channel DOCKSIDE] {reports} <a fire>.", "report"),
    ("[A study] {found} <the water was clean>.", "report"),
    ("[Court documents] {show} <he owned the boat>.", "report"),
    ("{According to} [the indictment], <he hid the ledger>.", "report"),
    ("{Reports of} <shelling> came from the valley.", "report"),
    ("[The geological survey] {said} <the quake was shallow>.", "report"),
    ("[The survey] {estimates} <that one in six moved away>.", "report"),
    ("[Health officials] {reported} <nine cases>.", "state"),
    ("[The statement] {said} <the talks went well>.", "state"),
    ("[A report issued by the minister] {says} <he was not asked>.", "state"),
    # confirm, deny
    ("[The ministry] {confirmed} <the arrest>.", "confirm"),
    ("[He] {has admitted} <taking the money>.", "confirm"),
    ("[He] {pleaded guilty} to <fraud>.", "confirm"),
    ("[He] {pleaded not guilty} to <fraud>.", "deny"),
    ("[They] {agreed with} <the finding>.", "confirm"),
    ("[They] {did not accept} <the finding>.", "deny"),
    ("[Oro] {would deny} <any part in it>.", "deny"),
    ("[Oro], {in her denial} of <any part in it>, was brief.", "deny"),
    ("[The union] {refused} <to leave the quay>.", "deny"),
    ("[The union] {poured scorn on} <the offer>.", "deny"),
    ("[The minister] {did not rule out} <a strike>.", "state"),
    ("[The minister] {did not deny} <the payment>.", "state"),
    # accuse
    ("[The union] {accused} the ministry of <neglect>.", "accuse"),
    ("Brant {has also been accused} by [the union] of <neglect>.", "accuse"),
    ("[The union]'s {accusations} that <the ministry slept> came late.", "accuse"),
    ("He {was sanctioned} by [the league] for <cheating>.", "accuse"),
    ("[They] {have long been critical of} <the dam>.", "accuse"),
    ("[They] {condemned} <the raid>.", "accuse"),
    # claim
    ("[He] {claims} <the dam was his idea>.", "claim"),
    ("The guild {reportedly} <paid for it>.", "claim"),
    ("It is {alleged} that <the guild paid>.", "claim"),
    ("[He] {is said to} <have left>.", "claim"),
    ("despite {an alleged promise} by [Brant] <to stay>", "claim"),
    ("despite an alleged {promise} by [Brant] <to stay>", "claim"),
    ("{allegations of} <bribery>", "claim"),
    ("[A rebel group] {claimed responsibility for} <the raid>.", "claim"),
    # warn, promise
    ("[She] {has long warned} <that the dam leaks>.", "warn"),
    ("[She] {threatened} <to resign>.", "warn"),
    ("[He] {vowed} <to return>.", "promise"),
    ("[His] {promise} <to return> was kept.", "promise"),
    ("[They] {offered} <to pay>.", "promise"),
    # request
    ("[Residents] {called for} <an inquiry>.", "request"),
    ("[Residents] {called} for <an inquiry>.", "request"),
    ("There were {calls for} <an inquiry>.", "request"),
    ("[She] {told} him <to leave>.", "request"),
    ("[She] {told} him <that they left>.", "state"),
    ("[She] {wants to know} <who paid>.", "request"),
    ("[Oro] {issued a statement urging} <calm>.", "request"),
    # believe
    ("[She] {fears} <the dam will break>.", "believe"),
    ("[She] {expressed} <concern over the dam>.", "believe"),
    ("[His] {concern that} <the dam leaks> grew.", "believe"),
    ("A deal {is widely expected} <to follow>.", "believe"),
    ("[She] {did not think} <it would hold>.", "believe"),
    # no comment
    ("[The firm] {is yet to comment} on <the leak>.", "no_comment"),
    ("[The firm] {declined} <to comment>.", "no_comment"),
    ("[The firm] {did not immediately respond} to <questions>.", "no_comment"),
    ("[Police] {refused to confirm} <the arrest>.", "no_comment"),
    ("[The firm] {declined} <to publicly detail the leak>.", "no_comment"),
    ("[The firm]'s {refusal} <to acknowledge the leak> was noted.", "deny"),
    ("[Police] {could not confirm} <the arrest>.", "no_comment"),
    ("[Neither firm] {has commented} on <the leak>.", "no_comment"),
    ("[She] {couldn’t say} <when it would open>.", "no_comment"),
    ("[She] {could not be reached} for <comment>.", "no_comment"),
    # verbs that carry another act
    ("[She] {was quick to deny} <it>.", "deny"),
    ("[She] {went on to accuse} <the guild>.", "accuse"),
    ("[He] {repeated his promise} <to pay>.", "promise"),
    ("[He] {seemed to confirm} <it>.", "confirm"),
    ("[He] {was quoted as warning} that <it would break>.", "warn"),
    ("[He] {voiced} his doubt <that it would hold>.", "believe"),
    ("Brant {was} accused of <neglect>.", "accuse"),
    ("[No man of the old guild of Selden Quay, Oro] {said} <it fell>.", "state"),
    # unseen words, by what they are made from
    ("[He] {reaffirmed} <the pact>.", "confirm"),
    ("[He] {counterclaimed} that <it was his>.", "claim"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "stance"), CASES)
def test_stance(sentence: str, stance: str) -> None:
    judged = judge_stance(*marked(sentence))
    assert judged.stance == stance, judged.reason


def test_it_is_what_the_speaker_is() -> None:
    text, attribution = marked("[It] {said} <two boats sank>.")
    assert judge_stance(text, attribution, speaker=Speaker("the indictment")).stance == "report"
    assert judge_stance(text, attribution, speaker=Speaker("Ministry of Works")).stance == "state"
    assert judge_stance(text, attribution, speaker=Speaker("Orsk Signal", "outlet")).stance == "report"


@pytest.mark.parametrize(
    ("before", "stance"), [("warn", "warn"), ("report", "report"), ("deny", "state"), ("request", "state")]
)
def test_a_quotation_that_goes_on_warns_or_reports_still(before: str, stance: str) -> None:
    text, attribution = marked("<“And it will fall.”>")
    assert judge_stance(text, attribution, before=Judgement(before, "")).stance == stance


def test_a_doubt_is_told() -> None:
    assert "work is attributed" in judge_stance(*marked("[They] {attributed to} Oro <the theft>.")).reason


@given(st.text(alphabet="aen't dsi.,“”\n’", max_size=60), st.data())
def test_any_cue_has_a_stance(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    cue = (start, data.draw(st.integers(start, len(text))))
    judged = judge_stance(text, Attribution((), (cue,), ((0, start),), 1.0))
    assert judged.stance in load_vocabulary("stances")
    assert judged.reason
