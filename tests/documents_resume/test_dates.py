"""Dates in every common form, never more exact than written."""

import pytest

from mosaic.documents.resume.date_atoms import habits_of
from mosaic.documents.resume.dates import periods_in
from tests.documents_resume.made import TODAY, when


def period(text: str, region: str = "") -> str:
    found = periods_in(text, 0, habits_of(text, TODAY, region))
    return when(found[0].period) if found else ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2018–2021", "2018/2021"),
        ("2018-21", "2018/2021"),
        ("2018/2019", "2018/2019"),
        ("1987-1998", "1987/1998"),
        ("03/2018 - present", "2018-03/now"),
        ("Mar 2018 to date", "2018-03/now"),
        ("since 2019", "2019/now"),
        ("(since 2015)", "2015/now"),
        ("2018 –", "2018/now"),
        ("Summer 2020", "2020/2020"),
        ("2018-03-01", "2018-03-01/2018-03-01"),
        ("'18", "2018/2018"),
        ("Sept '09 – Oct '11", "2009-09/2011-10"),
        ("03/18 – 06/20", "2018-03/2020-06"),
        ("Mar – Jun 2018", "2018-03/2018-06"),
        ("1st March 2018 - 3 April 2019", "2018-03-01/2019-04-03"),
        ("May 12, 2018", "2018-05-12/2018-05-12"),
        ("Autumn 2019 – Spring 2020", "2019/2020"),
        ("September 2015 until July 2019", "2015-09/2019-07"),
        ("Present - Jan 2018", "2018-01/now"),
        ("expected May 2027", "/2027-05"),
        ("Class of 2014", "/2014"),
    ],
)
def test_english_forms(written: str, meant: str) -> None:
    assert period(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Seit März 2019", "2019-03/now"),
        ("1.3.2018–31.12.2019", "2018-03-01/2019-12-31"),
        ("01.2019 – dato", "2019-01/now"),
        ("de 2015 à 2018", "2015/2018"),
        ("Janvier 2015 - Aujourd'hui", "2015-01/now"),
        ("julio de 2015 – actualidad", "2015-07/now"),
        ("Da marzo 2018 ad oggi", "2018-03/now"),
        ("maart 2014 – heden", "2014-03/now"),
        ("od 2015 do chwili obecnej", "2015/now"),
        ("maj 2014 – pågående", "2014-05/now"),
        ("março de 2012 a abril de 2014", "2012-03/2014-04"),
    ],
)
def test_other_languages(written: str, meant: str) -> None:
    assert period(written) == meant


def test_a_month_is_never_invented() -> None:
    assert period("12/03/2018") == "2018/2018"
    assert period("12/03/2018", region="GB") == "2018-03-12/2018-03-12"
    assert period("12/03/2018", region="US") == "2018-12-03/2018-12-03"
    assert period("13/03/2018") == "2018-03-13/2018-03-13"


def test_the_document_tells_day_from_month() -> None:
    habits = habits_of("from 25/12/2017 to 03/04/2018", TODAY, "")
    assert when(periods_in("03/04/2018", 0, habits)[0].period) == "2018-04-03/2018-04-03"


def test_2010_12_is_a_range_unless_months_are_written_so() -> None:
    assert period("2010-12") == "2010/2012"
    assert period("2010-12 – 2012-03") == "2010-12/2012-03"


def test_a_length_of_time_is_kept_beside_its_period() -> None:
    habits = habits_of("", TODAY, "")
    (dated,) = periods_in("Jan 2020 - Present · 3 yrs 2 mos", 0, habits)
    assert dated.period.duration is not None
    assert dated.period.duration.value == "3 yrs 2 mos"
    (alone,) = periods_in("(3 years)", 0, habits)
    assert when(alone.period) == ""
    assert alone.period.duration is not None


def test_numbers_are_no_dates() -> None:
    for text in ("Served £2000 orders", "ISO 9001 and 12 sites", "24/7 cover", "2,019 records"):
        assert period(text) == ""


def test_a_day_that_only_the_first_date_has_belongs_to_the_name_before_it() -> None:
    assert period("School No. 5 March 2018 – May 2019") == "2018-03/2019-05"
