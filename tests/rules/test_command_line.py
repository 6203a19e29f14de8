"""python -m calc: list, run, batch; what they print, and how they end."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from calc.__main__ import main

ANSWERS = ["place=beijing", "month=2026-11", "wage=12,000"]
USUAL = [*ANSWERS, "--today", "2026-11-22"]


def test_list_shows_every_calculator_and_what_it_asks(capsys):
    assert main(["list"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("contributions: ")
    assert "wage (money): Gross monthly pay" in shown


def test_list_as_json_is_the_catalogue(capsys):
    assert main(["list", "--json", "--lang", "zh"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["questions"][0]["label"] == "在哪里参保？"


def test_run_prints_the_outcome_and_the_steps(capsys):
    assert main(["run", "contributions", *USUAL]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "contributions 2026-11: answered"
    assert any("12,000 × 8% = 960" in line for line in shown)


def test_run_prints_what_is_missing_and_what_is_doubtful_in_the_asked_language(capsys):
    assert main(["run", "contributions", "place=重庆", "month=2026-10", "wage=9000", "--lang", "zh"]) == 0
    shown = capsys.readouterr().out
    assert "? injury_rate: " in shown
    assert "! 新标准还没有公布" in shown


def test_run_as_json_is_the_result_of_the_door(capsys):
    assert main(["run", "contributions", *USUAL, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"]["employee_total"] == "1263.00"


def test_own_figures_are_given_by_a_dotted_name_or_as_json(capsys):
    for own in ("own.injury.employer_rate=0.004", 'own={"injury": {"employer_rate": "0.4%"}}'):
        assert main(["run", "contributions", own, *USUAL, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["answers"]["own"] == {"injury": {"employer_rate": "0.004"}}


def test_answers_come_from_a_file_or_from_standard_input_and_the_line_adds_to_them(tmp_path, monkeypatch, capsys):
    answers = json.dumps({"place": "北京", "month": "2026-11", "wage": 5000})
    (tmp_path / "answers.json").write_text(answers, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    for source in (str(tmp_path / "answers.json"), "-"):
        assert main(["run", "contributions", "wage=12000", "--json-in", source, "--json", "--today", "2026-11-22"]) == 0
        assert json.loads(capsys.readouterr().out)["results"]["employee_total"] == "1263.00"


MISTAKES = {
    "an unknown calculator": ["run", "pensions"],
    "an unknown place": ["run", "contributions", "place=Atlantis", "month=2026-11", "wage=1"],
    "an answer without a value": ["run", "contributions", "place"],
    "broken JSON": ["run", "contributions", "own={"],
    "a file that is not there": ["run", "contributions", "--json-in", "no-such-file.json"],
    "a day that is none": ["run", "contributions", *ANSWERS, "--today", "tomorrow"],
    "a language that is not there": ["run", "contributions", *USUAL, "--lang", "fr"],
    "a list in a language that is not there": ["list", "--lang", "fr"],
    "a batch that is not there": ["batch", "contributions", "no-such-file.csv", "out.csv"],
    "a batch of an unknown calculator": ["batch", "pensions", "no-such-file.csv", "out.csv"],
}


@pytest.mark.parametrize("arguments", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_on_standard_error_and_ends_with_2(arguments, capsys):
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.err.strip()
    assert not said.out


def test_json_that_is_no_object_is_refused(tmp_path, capsys):
    (tmp_path / "answers.json").write_text("[1, 2]", encoding="utf-8")
    assert main(["run", "contributions", "--json-in", str(tmp_path / "answers.json")]) == 2
    assert "JSON object" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["fly"], ["run"], ["batch", "contributions"]])
def test_a_command_that_is_none_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def batch(tmp_path: Path, text: str) -> list[dict[str, str]]:
    before, after = tmp_path / "in.csv", tmp_path / "out.csv"
    before.write_text(text, encoding="utf-8-sig")
    assert main(["batch", "contributions", str(before), str(after), "--today", "2026-11-22"]) == 0
    with after.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_batch_answers_every_row_and_keeps_its_columns(tmp_path):
    rows = batch(tmp_path, 'place,month,wage,age\n北京,2026-11,"12,000",\nshanghai,2026-07,12000,\n')
    assert [row["employee_total"] for row in rows] == ["1263.00", "1260.00"]
    assert [row["outcome"] for row in rows] == ["answered", "answered"]
    assert {"place", "month", "wage", "age"} <= rows[0].keys()


def test_a_batch_tells_the_problems_of_a_row_beside_it_and_goes_on(tmp_path):
    first, second, third = batch(
        tmp_path, "place,month,wage\nAtlantis,2026-11,abc\nbeijing,2026-11,12000\nbeijing,2023-09,12000\n"
    )
    assert first["problems"].startswith("place: We know no place called “Atlantis”")
    assert "wage: " in first["problems"]
    assert (first["outcome"], first["employee_total"]) == ("", "")
    assert (second["problems"], second["employee_total"]) == ("", "1263.00")
    assert (third["outcome"], third["employee_total"]) == ("cannot-tell", "")


def test_python_m_calc_is_that_command():
    command = [sys.executable, "-m", "calc", "run", "contributions", *ANSWERS[:2], "wage=abc"]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("wage: ")
    assert "Traceback" not in ended.stderr
