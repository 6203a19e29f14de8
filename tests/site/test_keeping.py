"""Adding a year and a place, on a copy of the project: scaffold, refused, filled in, accepted, answered."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.pages import ROOT

TODAY = "2027-06-30"
SHANGHAI = "calc/data/places/310000-shanghai.toml"
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("calc", "scripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    return tmp_path


@pytest.fixture
def run(copy: Path) -> Run:
    def call(module: str, *arguments: str) -> Done:
        command = [sys.executable, "-m", module, *arguments]
        return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, timeout=60)

    return call


def new_year(run: Run, *arguments: str) -> Done:
    return run("scripts.new_year", *arguments, "--today", TODAY)


def new_place(run: Run, *arguments: str) -> Done:
    return run("scripts.new_place", *arguments, "--today", TODAY)


def fill_in(path: Path, **answers: str) -> None:
    """What a maintainer does: a value where there is one, else the line goes."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        blank = re.fullmatch(r'(\w+) = ""', line)
        if not blank:
            lines.append(line)
        elif blank[1] in answers:
            lines.append(f"{blank[1]} = {answers[blank[1]]}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


NOTICE = {"number": '"沪人社规〔2027〕9号"', "link": '"none"', "grade": '"A"'}


def test_a_new_year_is_refused_until_it_is_filled_in_and_then_answers(copy: Path, run: Run):
    path = copy / SHANGHAI
    before = tomllib.loads(path.read_text(encoding="utf-8"))
    done = new_year(run, "shanghai", "base.pension")
    assert done.returncode == 0, done.stderr
    assert f"{SHANGHAI}: base.pension from 2027-07, with the source shanghai-base-pension-2027-07" in done.stdout

    checked = run("scripts.check", "values")
    assert checked.returncode
    floor = line_of(path, 'floor = ""')
    remedy = "write what the notice says, or take the line out if it says nothing"
    assert f"{SHANGHAI}:{floor}: `floor` is still blank; {remedy}" in checked.stderr
    for blank in ("number", "link", "ceiling", "grade"):
        assert f"`{blank}` is still blank" in checked.stderr
    asked = ("contributions", "place=310000", "month=2027-08", "wage=5000", "--json", "--today", "2027-08-01")
    assert "still blank" in run("calc", "run", *asked).stderr, "nothing is answered from a blank"

    fill_in(path, **NOTICE, floor="7800", ceiling="39000", reference_wage="13000")
    accepted = run("scripts.check", "values")
    assert accepted.returncode == 0, accepted.stderr
    answer = json.loads(run("calc", "run", *asked).stdout)
    [pension] = [line for line in answer["results"]["lines"] if line["scheme"] == "pension"]
    assert (pension["base"], pension["clamped"]) == ("7800.00", "floor")
    assert answer["rules_version"] == TODAY
    [step] = [step for step in answer["steps"] if step["id"] == "base.pension"]
    assert "shanghai-base-pension-2027-07" in step["sources"]

    after = tomllib.loads(path.read_text(encoding="utf-8"))
    for table, rows in before.items():
        kept = rows.items() if isinstance(rows, dict) else rows
        now = after[table].items() if isinstance(rows, dict) else after[table]
        assert all(row in now for row in kept), table


def line_of(path: Path, wanted: str) -> int:
    return path.read_text(encoding="utf-8").splitlines().index(wanted) + 1


def test_comments_and_order_stay_and_the_new_entry_stands_first(copy: Path, run: Run):
    path = copy / SHANGHAI
    before = path.read_text(encoding="utf-8").splitlines()
    new_year(run, "310000", "base")
    after = path.read_text(encoding="utf-8").splitlines()
    rest = iter(after)
    assert all(line in rest for line in before), "every old line is there, in its order"
    found = tomllib.loads("\n".join(after))
    for scheme in ("pension", "housing_fund"):
        starts = [row["from"] for row in found["bases"] if scheme in row["schemes"]]
        assert starts[0] == "2027-07"
        assert starts == sorted(starts, reverse=True)
    assert found["bases"][0]["to"] == "2028-06"
    assert found["bases"][0]["next_expected"] == "2028-07"


def test_a_second_run_says_that_it_is_there_and_changes_nothing(copy: Path, run: Run):
    new_year(run, "shanghai", "base")
    once = (copy / SHANGHAI).read_bytes()
    again = new_year(run, "shanghai", "base")
    assert again.returncode == 0
    assert "is there from 2027-07, still with blanks" in again.stdout
    assert (copy / SHANGHAI).read_bytes() == once
    fill_in(copy / SHANGHAI, **NOTICE, floor="7800", ceiling="39000")
    filled_in = (copy / SHANGHAI).read_bytes()
    for more in ((), ("--from", "2027-07")):
        assert "is there from 2027-07 to 2028-06" in new_year(run, "shanghai", "base", *more).stdout
    assert (copy / SHANGHAI).read_bytes() == filled_in


def test_only_what_is_due_first_is_begun(copy: Path, run: Run):
    """Two kinds of limits in one file, of which one was renewed already."""
    new_year(run, "shanghai", "base.housing_fund")
    fill_in(copy / SHANGHAI, **NOTICE, floor="2900", ceiling="40000")
    done = new_year(run, "shanghai", "base")
    assert "base.pension, base.medical, base.maternity, base.unemployment, base.injury from 2027-07" in done.stdout
    assert "base.housing_fund is there from 2027-07 to 2028-06" in done.stdout


def test_an_open_entry_is_closed_the_month_before(copy: Path, run: Run):
    path = copy / "calc/data/places/310000-shanghai.toml"
    refused = new_year(run, "shanghai", "rate.pension.employee")
    assert "has no last month; say from which month the new one holds: --from YYYY-MM" in refused.stderr
    done = new_year(run, "shanghai", "rate.pension.employee", "--from", "2027-09")
    assert done.returncode == 0, done.stderr
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["rates"]
    new, old = [row for row in rows if (row["scheme"], row["worker"]) == ("pension", "employee")][:2]
    assert (new["from"], new.get("to"), new["employer"], old["to"]) == ("2027-09", None, "", "2027-08")


def test_each_condition_of_a_figure_gets_its_entry(copy: Path, run: Run):
    done = new_year(run, "jilin", "minimum_wage", "--from", "2026-12")
    assert done.returncode == 0, done.stderr
    rows = tomllib.loads((copy / "calc/data/places/220000-jilin.toml").read_text(encoding="utf-8"))["minimum_wages"]
    new = [row for row in rows if row["from"] == "2026-12"]
    assert sorted(row["when"]["wage_tier"] for row in new) == [1, 2, 3]
    assert all(row["amount"] == "" for row in new)


def test_a_figure_of_a_calendar_year_names_the_next_one(copy: Path, run: Run):
    done = new_year(run, "nation", "income")
    assert done.returncode == 0, done.stderr
    [new, old] = tomllib.loads((copy / "calc/data/national/series.toml").read_text(encoding="utf-8"))["incomes"][:2]
    assert (new["year"], new["from"], new["to"]) == (old["year"] + 1, "2027-01", "2027-12")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Suzhou", "base"), "names more than one place; write the code of one: 320500 (Suzhou, Jiangsu, 苏州市), 341300"),
        (("Atlantis", "base"), "the register knows no place 'Atlantis'"),
        (("shanghai", "bse"), "there is no kind 'bse'; did you mean base"),
        (("320500", "base.pension"), "it comes from calc/data/places/320000-jiangsu.toml: python -m scripts.new_year 320000"),
        (("shanghai", "base", "--from", "2027-01"), "holds to 2027-06, so another cannot begin in 2027-01"),
        (("shanghai", "base", "--from", "2019-01"), "enter what is older by hand"),
        (("shanghai", "base", "--from", "July"), "not a month: 'July'"),
    ],
)
def test_what_cannot_be_added_is_refused_in_plain_words(run: Run, arguments, said):
    done = new_year(run, *arguments)
    assert done.returncode
    assert said in done.stderr
    assert "Traceback" not in done.stderr


LUAN = ("341500", "--zh", "六安市", "--en", "Lu'an", "--pinyin", "luan")


def test_a_new_place_is_refused_until_it_is_filled_in_and_then_answers(copy: Path, run: Run):
    done = new_place(run, *LUAN)
    assert done.returncode == 0, done.stderr
    path = copy / "calc/data/places/341500-luan.toml"
    assert "calc/data/places/341500-luan.toml:" in run("scripts.check", "values").stderr
    answers = {"from": '"2026-01"', "employer": "7.5", "employee": "2", "employee_to_account": "2"}
    names = {"body": '"hrss"', "name_zh": '"六安市人力资源和社会保障局"', "name_en": '"Lu\'an Bureau"', "host": '"rsj.luan.gov.cn"'}
    fill_in(path, **answers, **names, **NOTICE, sources='["compilation-unnamed"]', issuer_zh='"六安市"')
    accepted = run("scripts.check", "values")
    assert accepted.returncode == 0, accepted.stderr
    for name in ("341500", "六安", "Lu'an", "luan"):
        asked = run("calc", "run", "contributions", f"place={name}", "month=2026-11", "wage=9000", "--json", "--today", "2026-11-22")
        [medical] = [line for line in json.loads(asked.stdout)["results"]["lines"] if line["scheme"] == "medical"]
        assert medical["employer_rate"] == "0.075"
    assert "is there already; a new year: python -m scripts.new_year 341500 KIND" in new_place(run, "341500").stdout


def test_the_register_stays_in_the_order_of_the_codes(copy: Path, run: Run):
    before = (copy / "calc/data/places.toml").read_text(encoding="utf-8").splitlines()
    new_place(run, *LUAN)
    after = (copy / "calc/data/places.toml").read_text(encoding="utf-8")
    codes = list(tomllib.loads(after))
    assert codes == sorted(codes)
    assert tomllib.loads(after)["341500"] == {"slug": "luan", "en": "Lu'an", "zh": "六安市", "pinyin": "luan"}
    rest = iter(after.splitlines())
    assert all(line in rest for line in before)


def test_a_first_entry_follows_the_shape_of_the_province_s(copy: Path, run: Run):
    done = new_place(run, "西宁", "--kind", "base")
    assert done.returncode == 0, done.stderr
    found = tomllib.loads((copy / "calc/data/places/630100-xining.toml").read_text(encoding="utf-8"))
    [new] = [row for row in found["bases"] if row.get("floor") == ""]
    assert "pension" in new["schemes"]
    assert new["from"] == new["grade"] == ""
    assert new_place(run, "西宁", "--kind", "base").stdout.count("is there already") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("341599",), "the register has no 341599; give its names too: --zh --en --pinyin"),
        (("991500", *LUAN[1:]), "the province 990000 of 991500 is not in the register"),
        (("341599", "--zh", "苏州市", "--en", "Suzhou", "--pinyin", "suzhou"), "is that of 320500; choose another, such as --slug suzhou-anhui"),
        (("nation",), "the nation is no place of the register"),
        (("320500", "--kind", "rounding"), "write it whole, such as rounding.medical"),
        (("320500", "--kind", "colour"), "there is no kind 'colour'"),
    ],
)
def test_a_place_that_cannot_be_added_is_refused_in_plain_words(copy: Path, run: Run, arguments, said):
    before = (copy / "calc/data/places.toml").read_bytes()
    done = new_place(run, *arguments)
    assert done.returncode
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert (copy / "calc/data/places.toml").read_bytes() == before
